package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.audit.Role;
import io.vestibule.people.Person;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.rehearse.FaceSearch.FaceSearchResult;
import io.vestibule.rules.rehearse.FaceSearch.Hit;
import io.vestibule.rules.rehearse.RehearsalScenario;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.who.Members;
import io.vestibule.ui.FxTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A rehearsal on the screen. Friday the 4th of December at noon in office hours, unless a test chooses otherwise.
class RehearsePaneTest extends RulesUi {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);
    private static final Hit ADA = new Hit("ada", 99.5f);

    private RehearseModel rehearsal;

    @BeforeEach
    void look() {
        doOnFx(rules::refresh);
        openPane(at.draft(at.active("Employee")), new Members(List.of(), List.of("ada")), DayOverrides.NONE);
    }

    private void openPane(RuleDraft draft, Members members, DayOverrides dayOverrides) {
        rehearsal = onFx(() -> new RehearseModel(rules, draft, members, dayOverrides));
        show(
                900,
                700,
                () -> new RehearsePane(rehearsal, rules, new Picked(folder.resolve("photo.jpg")), at.rules.rehearse()));
        doOnFx(() -> {
            date().setValue(FRIDAY);
            this.<LocalTime>choice("Day and time").setValue(LocalTime.NOON);
        });
    }

    @Test
    void withoutAPictureItSaysWhatToDo() {
        assertThat(texts()).anyMatch(text -> text.startsWith("Choose or take a picture of a person."));
        assertThat(rehearsal.trace.get()).isEmpty();
    }

    @Test
    void aTestThatTakesLongCanBeCancelledAndReportsNothing() {
        begin(new FxTaskRunner(ProblemMapper::problemOf));
        openPane(at.draft(at.active("Long")), new Members(List.of(), List.of("ada")), DayOverrides.NONE);
        CountDownLatch never = new CountDownLatch(1);
        doOnFx(() -> rehearsal.file(() -> {
            never.await();
            return new byte[0];
        }));
        until(() -> hasButton("Cancel"));

        fire("Cancel");

        until(() -> !rehearsal.busy.get());
        assertThat(desk.failed()).isEmpty();
        assertThat(rehearsal.look.get()).isEmpty();
    }

    @Test
    void withoutACameraAtThisDeskNoPictureCanBeTaken() {
        assertThat(hasButton("Choose a photo")).isTrue();
        assertThat(hasButton("Sample photo")).isTrue();
        assertThat(hasButton("Use this computer’s camera")).isFalse();
    }

    @Test
    void theSituationBeginsWithTheCameraAndTheEventOfTheRule() {
        RehearsalScenario rehearsalScenario = rehearsal.situation.get().orElseThrow();

        assertThat(rehearsalScenario.camera()).isEqualTo(849);
        assertThat(rehearsalScenario.event()).isEqualTo("motion");
        assertThat(rehearsalScenario.at()).isEqualTo("2026-12-04T11:00:00Z");
        assertThat(rehearsalScenario.threshold())
                .isEqualTo(at.rules.rehearse().faceSearch().defaultThreshold());
    }

    @Test
    void whereAllIsRightItWouldFireAndEachStepSaysWhy() {
        see(seen(ADA));

        assertThat(texts())
                .contains(
                        "Would alert",
                        "The picture shows a usable face.",
                        "The quality is good enough for recognition.",
                        "Ada Lovelace, 99.5 %",
                        "No other person is similar.",
                        "Ada Lovelace is in this rule.",
                        "The camera is in this rule.",
                        "The rule responds to this event.",
                        "The rule is armed at this time (Europe/Berlin).",
                        "Similarity scores: engine. Results of the VMS on live pictures can differ.");
    }

    @Test
    void withoutAFaceItWouldNotFire() {
        see(new FaceSearchResult(false, List.of(), List.of(), "engine", thumbnail()));

        wouldNotFire("No face was found in the picture.");
    }

    @Test
    void whatIsWrongWithTheFaceIsSaidAndDecidesNothing() {
        see(new FaceSearchResult(true, List.of("blur", "dark"), List.of(ADA), "engine", thumbnail()));

        assertThat(texts()).contains("Would alert", "Finding blur. Finding dark.");
    }

    @Test
    void whereNobodyLooksLikeItItWouldNotFire() {
        see(seen());

        wouldNotFire("No person in the collection is similar.");
    }

    @Test
    void belowTheThresholdItWouldNotFire() {
        see(seen(ADA));

        doOnFx(() -> ((Slider) stage().getScene().getRoot().lookup(".slider")).setValue(99.6));

        wouldNotFire("The most similar person is Ada Lovelace at 99.5 %, below the threshold.");
        assertThat(texts()).contains("99.6 %");
    }

    @Test
    void whoCameNextIsSaid() {
        see(seen(ADA, new Hit("bea", 71)));

        assertThat(texts()).contains("Would alert", "Next most similar: Bea Smith at 71.0 %.");
    }

    @Test
    void somebodyWhoIsNotInTheRuleDoesNotFireIt() {
        see(seen(new Hit("stranger", 90)));

        wouldNotFire("an unknown person is not in this rule.");
    }

    @Test
    void aCameraThatIsNotInTheRuleDoesNotFireIt() {
        see(seen(ADA));

        doOnFx(() -> this.<Long>choice("Camera").setValue(850L));

        wouldNotFire("The camera is not in this rule.");
    }

    @Test
    void anEventThatIsNotInTheRuleDoesNotFireIt() {
        see(seen(ADA));

        doOnFx(() -> this.<String>choice("Camera event").setValue("line_crossing"));

        wouldNotFire("The rule does not respond to this event, or the camera does not report it.");
    }

    @Test
    void onADayThatIsNotPaintedItWouldNotFire() {
        see(seen(ADA));

        doOnFx(() -> date().setValue(FRIDAY.plusDays(1)));

        wouldNotFire("The rule is not armed at this time (Europe/Berlin).");
    }

    @Test
    void onAHolidayTheCalendarDecides() {
        openPane(
                at.draft(at.active("Other")),
                new Members(List.of(), List.of("ada")),
                new DayOverrides(ZoneId.of("Europe/Berlin"), Map.of(FRIDAY, DayEffect.SILENCED)));

        see(seen(ADA));

        wouldNotFire("The rule is not armed at this time (Europe/Berlin).");
    }

    @Test
    void withoutADayThereIsNoAnswer() {
        see(seen(ADA));

        doOnFx(() -> date().setValue(null));

        assertThat(rehearsal.trace.get()).isEmpty();
        assertThat(texts()).doesNotContain("Would alert", "Would not alert");
    }

    @Test
    void theSampleIsSearchedInTheRealCollectionWithTheEventsOfTheCameras() {
        Person ada = at.enrol(0);
        openPane(
                at.draft(ada).withCameras(List.of(849L, 854L)),
                new Members(List.of(), List.of(ada.externalId())),
                DayOverrides.NONE);

        fire("Sample photo");

        assertThat(texts()).contains("Would alert", ada.name() + " is in this rule.");
        doOnFx(() -> this.<Long>choice("Camera").setValue(854L));
        wouldNotFire("The rule does not respond to this event, or the camera does not report it.");
    }

    @Test
    void aFileThatIsNoPictureIsToldAndTheWayIsFreeForAnother() throws IOException {
        Files.writeString(folder.resolve("photo.jpg"), "no picture");

        fire("Choose a photo");

        assertThat(desk.problems).hasSize(1);
        assertThat(rehearsal.look.get()).isEmpty();
        assertThat(onFx(() -> button("Choose a photo").isDisabled())).isFalse();
    }

    @Test
    void whoMayNotSeeFiguresIsToldAndSeesNone() throws IOException {
        Path photo =
                Files.write(folder.resolve("photo.jpg"), at.rules.rehearse().sample());
        assertThat(photo).exists();
        at.signIn(Role.RECEPTION);

        fire("Choose a photo");

        assertThat(desk.failed()).containsExactly("audit.not-allowed");
        assertThat(rehearsal.look.get()).isEmpty();
    }

    private void see(FaceSearchResult faceSearchResult) {
        doOnFx(() -> rehearsal.look.set(Optional.of(
                new RehearseModel.Look(faceSearchResult, Map.of("ada", "Ada Lovelace", "bea", "Bea Smith")))));
    }

    private void wouldNotFire(String reason) {
        assertThat(texts()).contains("Would not alert").doesNotContain("Would alert");
        // Once below the verdict, and once at its step.
        assertThat(texts().stream().filter(reason::equals)).hasSize(2);
    }

    private FaceSearchResult seen(Hit... hits) {
        return new FaceSearchResult(true, List.of(), List.of(hits), "engine", thumbnail());
    }

    private byte[] thumbnail() {
        return at.rules.rehearse().sample();
    }

    private DatePicker date() {
        return (DatePicker) stage().getScene().getRoot().lookup(".date-picker");
    }
}
