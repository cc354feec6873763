package io.vestibule.rules.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.rehearse.FaceSearch.FaceSearchResult;
import io.vestibule.rules.rehearse.FaceSearch.Hit;
import io.vestibule.rules.rehearse.TraceStep.TraceStage;
import io.vestibule.rules.rehearse.TraceStep.Verdict;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.vms.CameraEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The steps from a picture to an alert, one at a time: all others pass.
class TraceTest {

    private static final Instant FRIDAY_NOON = Instant.parse("2026-03-20T12:00:00Z");
    private static final Hit ADA = new Hit("ada", 99.5f);
    private static final Hit BEA = new Hit("bea", 71);
    private static final RehearsalScenario NOON = new RehearsalScenario(849, "motion", FRIDAY_NOON, 80);
    private static final List<CameraEvent> MOTION = List.of(new CameraEvent("motion", true));
    private static final RuleDraft DRAFT = RuleDraft.empty(
                    new Timetable(Preset.OFFICE_HOURS.week(), ZoneOffset.UTC, ZoneReading.AS_TYPED))
            .withCameras(List.of(849L));

    @Test
    void whereAllStepsPassItFires() {
        Trace trace = trace(seen(ADA), NOON);

        assertThat(trace.wouldAlert()).isTrue();
        assertThat(trace.firstFailure()).isEmpty();
        assertThat(trace.steps()).extracting(TraceStep::stage).containsExactly(TraceStage.values());
        assertThat(trace.steps()).extracting(TraceStep::verdict).containsOnly(Verdict.PASS);
    }

    @Test
    void withoutAFaceNothingIsSaidOfPeopleAndTheRestIsAnswered() {
        Trace trace = trace(new FaceSearchResult(false, List.of("blur"), List.of(), "engine", new byte[0]), NOON);

        assertThat(trace.firstFailure()).contains(TraceStep.of(TraceStage.FACE, false));
        assertThat(trace.steps())
                .extracting(TraceStep::stage)
                .containsExactly(TraceStage.FACE, TraceStage.CAMERA, TraceStage.EVENT, TraceStage.SCHEDULE);
    }

    @Test
    void aPoorPictureIsWorthKnowingAndDecidesNothing() {
        Trace trace = trace(new FaceSearchResult(true, List.of("blur"), List.of(ADA), "engine", new byte[0]), NOON);

        assertThat(step(trace, TraceStage.QUALITY).verdict()).isEqualTo(Verdict.NOTE);
        assertThat(trace.wouldAlert()).isTrue();
    }

    @Test
    void whereNobodyIsFoundNobodyIsAskedAboutTheRule() {
        Trace trace = trace(seen(), NOON);

        assertThat(trace.firstFailure()).contains(TraceStep.of(TraceStage.MATCH, false));
        assertThat(trace.steps()).extracting(TraceStep::stage).doesNotContain(TraceStage.NEXT, TraceStage.MEMBER);
    }

    @Test
    void aMatchCountsFromTheThresholdOn() {
        assertThat(step(trace(seen(ADA), at(99.5f)), TraceStage.MATCH))
                .isEqualTo(TraceStep.of(TraceStage.MATCH, Verdict.PASS, ADA));
        Trace above = trace(seen(ADA), at(99.6f));
        assertThat(above.firstFailure()).contains(TraceStep.of(TraceStage.MATCH, Verdict.FAIL, ADA));
        assertThat(step(above, TraceStage.MEMBER).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whoCameNextIsWorthKnowingAndDecidesNothing() {
        Trace trace = trace(seen(ADA, BEA), NOON);

        assertThat(step(trace, TraceStage.NEXT)).isEqualTo(TraceStep.of(TraceStage.NEXT, Verdict.NOTE, BEA));
        assertThat(trace.wouldAlert()).isTrue();
        assertThat(step(trace(seen(ADA), NOON), TraceStage.NEXT)).isEqualTo(TraceStep.of(TraceStage.NEXT, true));
    }

    @Test
    void onlyTheBestMatchIsAskedForInTheRule() {
        Trace trace =
                Trace.evaluate(seen(ADA, BEA), NOON, DRAFT, List.of("bea"), MOTION, FRIDAY_NOON, DayOverrides.NONE);

        assertThat(trace.firstFailure()).contains(TraceStep.of(TraceStage.MEMBER, Verdict.FAIL, ADA));
    }

    @Test
    void aCameraThatIsNotInTheRuleDoesNotFire() {
        assertThat(trace(seen(ADA), new RehearsalScenario(850, "motion", FRIDAY_NOON, 80))
                        .firstFailure())
                .contains(TraceStep.of(TraceStage.CAMERA, false));
    }

    @Test
    void anEventThatTheRuleDoesNotListenToDoesNotFire() {
        assertThat(trace(seen(ADA), new RehearsalScenario(849, "line_crossing", FRIDAY_NOON, 80))
                        .firstFailure())
                .contains(TraceStep.of(TraceStage.EVENT, false));
    }

    @Test
    void anEventThatTheCameraHasSwitchedOffDoesNotFire() {
        assertThat(event(new CameraEvent("motion", false))).isEqualTo(Verdict.FAIL);
        assertThat(event(new CameraEvent("line_crossing", false))).isEqualTo(Verdict.PASS);
    }

    @Test
    void aCameraThatDoesNotSayWhatItReportsIsBelieved() {
        Trace trace = Trace.evaluate(seen(ADA), NOON, DRAFT, List.of("ada"), List.of(), FRIDAY_NOON, DayOverrides.NONE);

        assertThat(step(trace, TraceStage.EVENT).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void atATimeThatIsNotPaintedItDoesNotFire() {
        RehearsalScenario night = new RehearsalScenario(849, "motion", Instant.parse("2026-03-20T20:00:00Z"), 80);

        assertThat(trace(seen(ADA), night).firstFailure()).contains(TraceStep.of(TraceStage.SCHEDULE, false));
    }

    @Test
    void onAHolidayTheCalendarDecides() {
        assertThat(onFridayThatIs(DayEffect.SILENCED, "2026-03-20T12:00:00Z")).isEqualTo(Verdict.FAIL);
        assertThat(onFridayThatIs(DayEffect.WIDENED, "2026-03-20T23:45:00Z")).isEqualTo(Verdict.PASS);
        assertThat(onFridayThatIs(DayEffect.WIDENED, "2026-03-21T00:00:00Z")).isEqualTo(Verdict.FAIL);
    }

    @Test
    void ofSeveralThatFailTheFirstIsTheReason() {
        Trace trace = trace(seen(BEA), new RehearsalScenario(850, "smoke", FRIDAY_NOON, 80));

        assertThat(trace.firstFailure().map(TraceStep::stage)).contains(TraceStage.MATCH);
        assertThat(trace.steps())
                .filteredOn(step -> step.verdict() == Verdict.FAIL)
                .extracting(TraceStep::stage)
                .containsExactly(TraceStage.MATCH, TraceStage.MEMBER, TraceStage.CAMERA, TraceStage.EVENT);
    }

    private static Verdict onFridayThatIs(DayEffect effect, String at) {
        DayOverrides calendar = new DayOverrides(ZoneOffset.UTC, Map.of(LocalDate.of(2026, 3, 20), effect));
        RehearsalScenario rehearsalScenario = new RehearsalScenario(849, "motion", Instant.parse(at), 80);
        return step(
                        Trace.evaluate(
                                seen(ADA), rehearsalScenario, DRAFT, List.of("ada"), MOTION, FRIDAY_NOON, calendar),
                        TraceStage.SCHEDULE)
                .verdict();
    }

    private static Verdict event(CameraEvent reported) {
        return step(
                        Trace.evaluate(
                                seen(ADA),
                                NOON,
                                DRAFT,
                                List.of("ada"),
                                List.of(reported),
                                FRIDAY_NOON,
                                DayOverrides.NONE),
                        TraceStage.EVENT)
                .verdict();
    }

    private static RehearsalScenario at(float threshold) {
        return new RehearsalScenario(849, "motion", FRIDAY_NOON, threshold);
    }

    private static FaceSearchResult seen(Hit... hits) {
        return new FaceSearchResult(true, List.of(), List.of(hits), "engine", new byte[0]);
    }

    private static Trace trace(FaceSearchResult faceSearchResult, RehearsalScenario rehearsalScenario) {
        return Trace.evaluate(
                faceSearchResult, rehearsalScenario, DRAFT, List.of("ada"), MOTION, FRIDAY_NOON, DayOverrides.NONE);
    }

    private static TraceStep step(Trace trace, TraceStage wanted) {
        return trace.steps().stream()
                .filter(step -> step.stage() == wanted)
                .findFirst()
                .orElseThrow();
    }
}
