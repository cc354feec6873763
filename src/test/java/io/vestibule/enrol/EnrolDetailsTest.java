package io.vestibule.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vestibule.base.OperatorId;
import io.vestibule.base.Problem;
import io.vestibule.people.ConsentEvidence;
import io.vestibule.people.Contact;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked of the details of a person before they are saved.
class EnrolDetailsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final OperatorId OPERATOR = OperatorId.mint();
    private static final LegalBasis CONSENT =
            new LegalBasis.Consent("1", "en", LegalBasis.Method.ON_SCREEN, NOW, OPERATOR);
    private static final LegalBasis DECLINED = new LegalBasis.Declined("1", "en", NOW, OPERATOR);
    private static final LegalBasis REASON = reason("House ban", "Guard", TODAY.plusDays(1));

    private static LegalBasis reason(String basis, String source, LocalDate review) {
        return new LegalBasis.Reason(basis, source, review, NOW, OPERATOR);
    }

    private static EnrolDetails on(PersonKind kind, Optional<LegalBasis> basis) {
        return details("Ana", kind, Contact.NONE, "", Optional.of(NOW.plusSeconds(1)), basis);
    }

    @Test
    void aGuardianWhoAnswersIsNamedAndASignedAnswerHasItsSignature() {
        var nobody = new ConsentEvidence("", Optional.empty(), Optional.of(" "));
        assertThat(codes(on(
                        PersonKind.VISITOR,
                        Optional.of(
                                new LegalBasis.Consent("1", "en", LegalBasis.Method.SPOKEN, NOW, OPERATOR, nobody)))))
                .containsExactly("enrol.guardian-missing");
        assertThat(codes(
                        on(PersonKind.VISITOR, Optional.of(new LegalBasis.Declined("1", "en", NOW, OPERATOR, nobody)))))
                .containsExactly("enrol.guardian-missing");
        var mara = new ConsentEvidence("", Optional.empty(), Optional.of("Mara Quist"));
        assertThat(codes(on(
                        PersonKind.VISITOR,
                        Optional.of(new LegalBasis.Consent("1", "en", LegalBasis.Method.SPOKEN, NOW, OPERATOR, mara)))))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LegalBasis.Consent(
                        "1", "en", LegalBasis.Method.SIGNED_SCREEN, NOW, OPERATOR, ConsentEvidence.NONE));
    }

    private static EnrolDetails named(String name) {
        return details(
                name, PersonKind.VISITOR, Contact.NONE, "", Optional.of(NOW.plusSeconds(1)), Optional.of(CONSENT));
    }

    private static EnrolDetails reachedAt(Contact contact) {
        return details("Ana", PersonKind.VISITOR, contact, "", Optional.of(NOW.plusSeconds(1)), Optional.of(CONSENT));
    }

    private static EnrolDetails until(Optional<Instant> expires) {
        return details("Ana", PersonKind.VISITOR, Contact.NONE, "", expires, Optional.of(CONSENT));
    }

    private static EnrolDetails details(
            String name,
            PersonKind kind,
            Contact contact,
            String note,
            Optional<Instant> expires,
            Optional<LegalBasis> basis) {
        return new EnrolDetails(name, kind, contact, Set.of(), note, expires, basis);
    }

    private static List<String> codes(EnrolDetails enrolDetails) {
        return enrolDetails.problems(NOW).stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = PersonKind.class,
            names = {"VISITOR", "EMPLOYEE"})
    void visitorsAndEmployeesNeedAnAnswerToTheQuestionOfConsent(PersonKind kind) {
        assertThat(codes(on(kind, Optional.empty()))).containsExactly("enrol.consent-missing");
        assertThat(codes(on(kind, Optional.of(CONSENT)))).isEmpty();
        assertThat(codes(on(kind, Optional.of(DECLINED)))).isEmpty();
    }

    @Test
    void nobodyIsOnTheWatchListWithoutAReason() {
        assertThat(codes(on(PersonKind.WATCH, Optional.empty()))).containsExactly("enrol.reason-missing");
        assertThat(codes(on(PersonKind.WATCH, Optional.of(REASON)))).isEmpty();
    }

    @Test
    void consentIsNoReasonForTheWatchListAndNeitherIsARefusal() {
        assertThat(codes(on(PersonKind.WATCH, Optional.of(CONSENT)))).containsExactly("enrol.reason-missing");
        assertThat(codes(on(PersonKind.WATCH, Optional.of(DECLINED)))).containsExactly("enrol.reason-missing");
    }

    @Test
    void aReasonNamesWhatPermitsItAndWhereItComesFrom() {
        var tomorrow = TODAY.plusDays(1);
        for (var incomplete : List.of(
                reason(" ", "Guard", tomorrow),
                reason("House ban", "", tomorrow),
                reason("x".repeat(501), "Guard", tomorrow),
                reason("House ban", "x".repeat(501), tomorrow))) {
            assertThat(codes(on(PersonKind.WATCH, Optional.of(incomplete))))
                    .as("%s", incomplete)
                    .containsExactly("enrol.reason-incomplete");
        }
        var longest = reason("x".repeat(500), "x".repeat(500), tomorrow);
        assertThat(codes(on(PersonKind.WATCH, Optional.of(longest)))).isEmpty();
    }

    @Test
    void aReasonIsLookedAtAgainOnADayAfterToday() {
        assertThat(codes(on(PersonKind.WATCH, Optional.of(reason("House ban", "Guard", TODAY)))))
                .containsExactly("enrol.reason-incomplete");
        assertThat(codes(on(PersonKind.VISITOR, Optional.of(reason("Contract", "Staff list", TODAY.minusDays(1))))))
                .containsExactly("enrol.reason-incomplete");
    }

    @Test
    void photosArePermittedByConsentAndByAReasonAndByNothingElse() {
        assertThat(on(PersonKind.VISITOR, Optional.of(CONSENT)).permitsPhotos()).isTrue();
        assertThat(on(PersonKind.WATCH, Optional.of(REASON)).permitsPhotos()).isTrue();
        assertThat(on(PersonKind.VISITOR, Optional.of(DECLINED)).permitsPhotos())
                .isFalse();
        assertThat(on(PersonKind.VISITOR, Optional.empty()).permitsPhotos()).isFalse();
    }

    @Test
    void everybodyHasAnEnd() {
        assertThat(codes(until(Optional.empty()))).containsExactly("enrol.expiry-missing");
    }

    @Test
    void theEndLiesAfterNowAndNotBeyondTheLongestStay() {
        var last = NOW.plus(EnrolDetails.MAX_RETENTION);
        assertThat(codes(until(Optional.of(NOW)))).containsExactly("enrol.expiry-unfit");
        assertThat(codes(until(Optional.of(NOW.minusSeconds(1))))).containsExactly("enrol.expiry-unfit");
        assertThat(codes(until(Optional.of(last.plusMillis(1))))).containsExactly("enrol.expiry-unfit");
        assertThat(codes(until(Optional.of(NOW.plusMillis(1))))).isEmpty();
        assertThat(codes(until(Optional.of(last)))).isEmpty();
        assertThat(EnrolDetails.MAX_RETENTION).isEqualTo(Duration.ofDays(1096));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aNameOfNothingButSpaceIsMissing(String name) {
        assertThat(codes(named(name))).containsExactly("enrol.name-missing");
    }

    @Test
    void aNameHasUpTo200CharactersAndNoControlCharacter() {
        assertThat(codes(named("x".repeat(200)))).isEmpty();
        assertThat(codes(named("x".repeat(201)))).containsExactly("enrol.name-unfit");
        assertThat(codes(named("Ana\u0007"))).containsExactly("enrol.name-unfit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "ana@", "@example.org", "ana@example", "a na@example.org", "a@b@example.org"})
    void whatIsNoAddressOfMailIsRefused(String email) {
        assertThat(codes(reachedAt(new Contact(email, "", "")))).containsExactly("enrol.email-unfit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "+", "00000000000000000000000000000000000000000000000000"})
    void whatIsNoPhoneNumberIsRefused(String phone) {
        assertThat(codes(reachedAt(new Contact("", phone, "")))).containsExactly("enrol.phone-unfit");
    }

    @Test
    void usualAddressesAndNumbersAreTaken() {
        assertThat(codes(reachedAt(new Contact("ana.m+x@mail.example.org", "+49 (89) 123-4/5.6", "Bo"))))
                .isEmpty();
    }

    @Test
    void hostAndNoteHaveAnEnd() {
        assertThat(codes(reachedAt(new Contact("", "", "x".repeat(200))))).isEmpty();
        assertThat(codes(reachedAt(new Contact("", "", "x".repeat(201))))).containsExactly("enrol.text-too-long");
        var long2000 = details(
                "Ana",
                PersonKind.VISITOR,
                Contact.NONE,
                "x".repeat(2_000),
                Optional.of(NOW.plusSeconds(1)),
                Optional.of(CONSENT));
        assertThat(codes(long2000)).isEmpty();
        var tooLong = details(
                "Ana",
                PersonKind.VISITOR,
                Contact.NONE,
                "x".repeat(2_001),
                Optional.of(NOW.plusSeconds(1)),
                Optional.of(CONSENT));
        assertThat(codes(tooLong)).containsExactly("enrol.text-too-long");
    }

    @Test
    void everythingThatIsWrongIsToldInTheOrderOfTheForm() {
        var wrong = details(
                "", PersonKind.VISITOR, new Contact("x", "x", "x".repeat(201)), "", Optional.empty(), Optional.empty());
        assertThat(codes(wrong))
                .containsExactly(
                        "enrol.name-missing",
                        "enrol.email-unfit",
                        "enrol.phone-unfit",
                        "enrol.text-too-long",
                        "enrol.consent-missing",
                        "enrol.expiry-missing");
    }
}
