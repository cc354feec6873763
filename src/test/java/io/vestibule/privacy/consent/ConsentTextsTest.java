package io.vestibule.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.SiteId;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.ConsentCountStore;
import io.vestibule.people.ConsentEvidence;
import io.vestibule.people.ConsentSignature;
import io.vestibule.people.ConsentWording;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.privacy.PrivacyException;
import io.vestibule.store.CompanyScope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts of a company and their default, on a real database: who is shown which, and what is kept of it.
class ConsentTextsTest {

    private static final ConsentText.Place GERMAN = new ConsentText.Place(Optional.empty(), PersonKind.VISITOR, "de");

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private ConsentTexts texts;
    private ConsentTextFlow flow;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        texts = fixture.application().privacy().consent().texts();
        flow = fixture.application().privacy().consent().flow();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ConsentWording shown(SiteId... sites) {
        return texts.show(PersonKind.VISITOR, Set.of(sites), "de");
    }

    @Test
    void theDefaultTextSaysWhatIsSoOnThisComputerAndThatItIsTheDefault() {
        fixture.application().storage().settings().set(EnrolKeys.VISITOR_DAYS, 9);
        flow.set(ConsentKeys.COMPLAINTS, "  Landesbeauftragte, Kiel ");
        var wording = shown();
        assertThat(wording.standard()).isTrue();
        assertThat(wording.version()).startsWith("default ");
        assertThat(wording.words())
                .contains("Acme fragt", "9 Tage", "bleiben auf unserem Computer", "Landesbeauftragte, Kiel")
                .doesNotContain("{", "}");
        assertThat(texts.show(PersonKind.EMPLOYEE, Set.of(), "en").words())
                .contains("no disadvantage at work")
                .doesNotContain("{");
        assertThat(texts.show(PersonKind.VISITOR, Set.of(), "fr").language()).isEqualTo("en");
    }

    @Test
    void aPublishedTextIsShownAndItsSiteAndNewerVersionsComeFirst() {
        var gate = new Site(SiteId.mint(), fixture.company().id(), "Gate");
        fixture.people().companies().insert(gate);
        flow.saveDraft(GERMAN, "Entwurf");
        assertThat(shown().standard()).isTrue();
        flow.publish(GERMAN, "Eins von {controller}");
        assertThat(shown(gate.id()).words()).isEqualTo("Eins von Acme");
        assertThat(flow.read(GERMAN).draft()).isEmpty();
        flow.publish(GERMAN, "Zwei");
        flow.publish(new ConsentText.Place(Optional.of(gate.id()), PersonKind.VISITOR, "de"), "Am Tor");
        assertThat(shown().words()).isEqualTo("Zwei");
        assertThat(shown().version()).isEqualTo("2");
        assertThat(shown(gate.id()).words()).isEqualTo("Am Tor");
        assertThat(shown(gate.id(), SiteId.mint()).words()).isEqualTo("Zwei");
        var french = new ConsentText.Place(Optional.empty(), PersonKind.VISITOR, "fr");
        flow.publish(french, "Bonjour, {retention}");
        assertThat(texts.languages(PersonKind.VISITOR)).containsExactly("de", "en", "fr");
        assertThat(fixture.application().storage().log().recent(1).getFirst().action())
                .isEqualTo("consent.published");
    }

    @Test
    void aTextThatCannotBeReadIsNotPublished() {
        assertRefused("privacy.text-empty", " ");
        assertRefused("privacy.text-unknown-placeholder", "Von {controler}");
        assertRefused("privacy.text-too-long", "x".repeat(ConsentText.LONGEST + 1));
        assertThat(shown().standard()).isTrue();
    }

    private void assertRefused(String code, String words) {
        assertThatThrownBy(() -> flow.publish(GERMAN, words))
                .isInstanceOfSatisfying(
                        PrivacyException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    @Test
    void theReceptionistWritesNoTexts() {
        var operators = fixture.application().storage().operators();
        operators.signIn(operators.add("Robin", Role.RECEPTION).id());
        assertThatThrownBy(() -> flow.publish(GERMAN, "Neu")).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> flow.saveDraft(GERMAN, "Neu")).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> flow.set(ConsentKeys.CONTACT, "x")).isInstanceOf(AuditException.class);
    }

    @Test
    void theEvidenceStaysWithTheAnswerAndGoesWithThePerson() {
        var wording = shown();
        var evidence = new ConsentEvidence(
                wording.hash(), Optional.of(new ConsentSignature("M10 20L12 25")), Optional.of("Mara Guardian"));
        var person = fixture.save(
                fixture.details(
                        "Kim",
                        PersonKind.VISITOR,
                        new LegalBasis.Consent(
                                wording.version(),
                                "de",
                                LegalBasis.Method.SIGNED_SCREEN,
                                fixture.clock.instant(),
                                fixture.operator(),
                                evidence)),
                fixture.freshPhotos());
        fixture.work();
        assertThat(fixture.people().bases().newest(person).orElseThrow().evidence())
                .isEqualTo(evidence);

        flow.publish(GERMAN, "Anders");
        var store = new ConsentTextStore(
                CompanyScope.ofActive(fixture.application().storage().database()));
        assertThat(store.findShown(evidence.wording()).orElseThrow()).isEqualTo(wording);

        fixture.enrol().commands().withdrawConsent(person);
        fixture.passUndoWindow();
        assertThat(fixture.application()
                        .storage()
                        .database()
                        .<Integer>with(handle -> handle.createQuery("select count(*) from consent_evidence")
                                .mapTo(Integer.class)
                                .one()))
                .isZero();
        assertThat(fixture.people().bases().counts().since(LocalDate.EPOCH))
                .extracting(ConsentCountStore.Count::answer, ConsentCountStore.Count::total)
                .containsExactly(
                        tuple(ConsentCountStore.Answer.AGREED, 1), tuple(ConsentCountStore.Answer.WITHDREW, 1));
    }

    @Test
    void aWithdrawalThatIsUndoneIsNotCounted() {
        var person = fixture.save("Kim", fixture.photos(0));
        fixture.enrol().commands().withdrawConsent(person).undo();
        assertThat(fixture.people().bases().counts().since(LocalDate.EPOCH))
                .filteredOn(count -> count.answer() == ConsentCountStore.Answer.WITHDREW)
                .extracting(ConsentCountStore.Count::total)
                .containsExactly(0);
    }
}
