package io.vestibule.privacy.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolException;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.Contact;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.privacy.document.PaperDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reviews that lapse, legal holds, and the proof of a month, on a real application.
class RetentionTest {

    private static final String REASON = "Court case 12 O 34/26";

    @TempDir
    Path folder;

    private EnrolFixture fixture;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private int run() {
        return fixture.enrol().housekeeping().run();
    }

    private LocalDate day(int ahead) {
        return LocalDate.ofInstant(fixture.clock.instant(), ZoneOffset.UTC).plusDays(ahead);
    }

    /// On the watch list for 300 days, to be reviewed after 30.
    private PersonId watched() {
        var now = fixture.clock.instant();
        var basis = new LegalBasis.Reason("House ban", "Guard on duty", day(30), now, fixture.operator());
        var person = fixture.save(
                new EnrolDetails(
                        "Wanda",
                        PersonKind.WATCH,
                        Contact.NONE,
                        Set.of(),
                        "",
                        Optional.of(now.plus(Duration.ofDays(300))),
                        Optional.of(basis)),
                fixture.photos(0));
        fixture.work();
        return person;
    }

    private void hold(PersonId person) {
        fixture.enrol().holds().place(person, REASON, fixture.clock.instant().plus(Duration.ofDays(60)));
    }

    private RetentionReader reader() {
        return fixture.application().privacy().retention();
    }

    private void assertHeld(Runnable change) {
        assertThatThrownBy(change::run).isInstanceOf(EnrolException.class).hasMessage("enrol.person-held");
    }

    @Test
    void aWatchEntryThatNobodyReviewsLapsesAfterTheReminderAndTheGracePeriod() {
        var wanda = watched();
        fixture.clock.pass(Duration.ofDays(30));
        assertThat(run()).isZero();
        assertThat(fixture.enrol().housekeeping().reviewsDue()).isEqualTo(1);
        fixture.clock.pass(Duration.ofDays(13));
        assertThat(run()).isZero();
        assertThat(reader().read().of(RetentionList.REVIEW))
                .extracting(RetentionRow::person, RetentionRow::state)
                .containsExactly(tuple(wanda, RetentionState.REVIEW_DUE));
        fixture.clock.pass(Duration.ofDays(1));
        assertThat(run()).isEqualTo(1);
        assertThat(fixture.person(wanda).removed()).isPresent();
    }

    @Test
    void anEntryOfWhichTheProgramHasNeverRemindedHasTheWholeGracePeriod() {
        watched();
        fixture.clock.pass(Duration.ofDays(100));
        assertThat(run()).isZero();
        fixture.clock.pass(Duration.ofDays(13));
        assertThat(run()).isZero();
        fixture.clock.pass(Duration.ofDays(1));
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void aReviewKeepsTheEntryUntilTheNextOneAndCanBeUndone() {
        var wanda = watched();
        fixture.clock.pass(Duration.ofDays(30));
        run();
        var undo = fixture.enrol().extend().extend(wanda, day(90), "Came again in May");
        assertThat(fixture.enrol().housekeeping().reviewsDue()).isZero();
        assertThat(fixture.actions(wanda)).endsWith("person.reviewed");
        assertThat(fixture.people().holds().note(wanda)).contains("Came again in May");
        fixture.clock.pass(Duration.ofSeconds(5));
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.enrol().housekeeping().reviewsDue()).isEqualTo(1);
        assertThat(fixture.people().holds().note(wanda)).isEmpty();
        fixture.enrol().extend().extend(wanda, day(90), "Came again in May");
        fixture.clock.pass(Duration.ofDays(60));
        assertThat(run()).isZero();
    }

    @Test
    void aReviewLapsesOnATrustedClockOnly() {
        watched();
        fixture.clock.pass(Duration.ofDays(30));
        run();
        fixture.clock.pass(Duration.ofDays(20));
        fixture.clock.set(Duration.ofDays(400));
        fixture.application().storage().clockGuard().check();
        assertThat(run()).isZero();
        assertThat(reader().read().of(RetentionList.NEXT_DAY))
                .extracting(RetentionRow::state)
                .containsExactly(RetentionState.WAITS_FOR_CLOCK);
    }

    @Test
    void nothingOfAHeldPersonIsErasedByHandOrByTheCalendar() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var ben = fixture.save("Ben", List.of());
        hold(ana);
        var commands = fixture.enrol().commands();
        assertHeld(() -> commands.remove(ana));
        assertHeld(() -> commands.withdrawConsent(ana));
        assertHeld(() -> commands.removePhoto(fixture.photosOf(ana).getFirst()));
        assertHeld(() -> commands.merge(ana, ben));
        assertHeld(() -> commands.move(fixture.photosOf(ana).getFirst(), ben));
        assertHeld(() -> commands.edit(ana, PersonEdit.of(fixture.person(ana))));
        fixture.clock.pass(Duration.ofDays(8));
        assertThat(run()).isEqualTo(1);
        assertThat(fixture.person(ana).removed()).isEmpty();
        assertThat(reader().read().of(RetentionList.NEXT_DAY))
                .extracting(RetentionRow::person, RetentionRow::state)
                .contains(tuple(ana, RetentionState.HELD));
        fixture.enrol().holds().lift(ana);
        assertThat(run()).isEqualTo(1);
        assertThat(fixture.actions(ana)).contains("person.held", "person.hold-lifted", "person.expired");
    }

    @Test
    void aHoldEndsByItselfButNotByADateThatCannotBeReliedOn() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        hold(ana);
        fixture.clock.pass(Duration.ofDays(61));
        fixture.clock.set(Duration.ofDays(400));
        fixture.application().storage().clockGuard().check();
        assertThat(fixture.application().storage().clock().isTrusted()).isFalse();
        assertHeld(() -> fixture.enrol().commands().remove(ana));
        fixture.clock.set(Duration.ofDays(-400));
        fixture.application().storage().clockGuard().check();
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void aHoldBringsBackWhoIsBeingRemovedAndCanItselfBeTakenBack() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.enrol().commands().remove(ana);
        hold(ana);
        assertThat(fixture.person(ana).removed()).isEmpty();
        var hold = fixture.enrol().holds().lift(ana).orElseThrow();
        fixture.enrol().holds().restore(hold);
        assertHeld(() -> fixture.enrol().commands().remove(ana));
    }

    @Test
    void aHoldNeedsAReasonAnEndAndTheRight() {
        var ana = fixture.save("Ana", List.of());
        var end = fixture.clock.instant().plus(Duration.ofDays(9));
        var holds = fixture.enrol().holds();
        assertThatThrownBy(() -> holds.place(ana, " ", end)).hasMessage("enrol.hold-incomplete");
        assertThatThrownBy(() -> holds.place(ana, REASON, fixture.clock.instant()))
                .hasMessage("enrol.hold-incomplete");
        assertThatThrownBy(() -> fixture.enrol().extend().extend(ana, day(1), "Shorter"))
                .hasMessage("enrol.extension-unfit");
        fixture.signIn(Role.RECEPTION);
        assertThatThrownBy(() -> holds.place(ana, REASON, end)).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> holds.lift(ana)).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> fixture.enrol().extend().extend(ana, day(20), "Stays"))
                .isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> reader().read()).isInstanceOf(AuditException.class);
    }

    @Test
    void severalAreChangedAtOnceAndOneThatCannotBeIsSaid() {
        var ana = fixture.save("Ana", List.of());
        var ben = fixture.save("Ben", List.of());
        var cem = fixture.save("Cem", List.of());
        hold(cem);
        var flow = fixture.application().privacy().retentionFlow();
        var removed = flow.remove(List.of(ana, cem, ben));
        assertThat(removed.count()).isEqualTo(2);
        assertThat(removed.failed()).extracting(problem -> problem.code()).containsExactly("enrol.person-held");
        assertThat(removed.takeBack()).isTrue();
        assertThat(fixture.person(ana).removed()).isEmpty();
        assertThat(flow.extend(List.of(ana, ben), day(60), "Project goes on").count())
                .isEqualTo(2);
        assertThat(reader().read().of(RetentionList.ENDING))
                .extracting(RetentionRow::person)
                .containsExactly(cem);
    }

    @Test
    void anybodyIsFoundByNameToBePutOnHold() {
        var visitor = fixture.visitor("Zoe");
        var zoe = fixture.save(
                new EnrolDetails(
                        "Zoe",
                        PersonKind.EMPLOYEE,
                        Contact.NONE,
                        Set.of(),
                        "",
                        Optional.of(fixture.clock.instant().plus(Duration.ofDays(300))),
                        visitor.basis()),
                List.of());
        fixture.save("Ana", List.of());
        assertThat(reader().find("zo").rows())
                .extracting(RetentionRow::person, RetentionRow::state)
                .containsExactly(tuple(zoe, RetentionState.STAYS));
    }

    @Test
    void theProofOfAMonthSaysWhatWasDueWhatWentAndWhatWaits() throws Exception {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var ben = fixture.save("Ben", List.of());
        var cem = fixture.save("Cem", List.of());
        hold(ana);
        fixture.clock.pass(Duration.ofDays(7));
        var month = YearMonth.from(fixture.clock.instant().atZone(ZoneOffset.UTC));
        fixture.enrol().housekeeping().note();
        fixture.application().privacy().retentionFlow().extend(List.of(cem), day(30), "Project goes on");
        run();
        fixture.pass(Duration.ofDays(1));
        run();
        var proof = reader().month(month, ZoneOffset.UTC);
        assertThat(proof.lines())
                .extracting(line -> new PersonId(line.due().subject()), MonthOfRetention.Line::result)
                .containsExactlyInAnyOrder(
                        tuple(ana, MonthOfRetention.Result.HELD),
                        tuple(ben, MonthOfRetention.Result.ERASED),
                        tuple(cem, MonthOfRetention.Result.EXTENDED));
        assertThat(fixture.isGone(ben)).isTrue();
        var file = folder.resolve("proof.csv");
        fixture.application()
                .privacy()
                .proofs()
                .write(month, ZoneOffset.UTC, file, _ -> new PaperDocument("en", "", "", List.of()));
        assertThat(Files.readString(file))
                .contains(ben + ",PERSON,", ",ERASED,", ",HELD,")
                .doesNotContain("Ben");
        assertThat(fixture.lastEntry().action()).isEqualTo("retention.proof-written");
    }
}
