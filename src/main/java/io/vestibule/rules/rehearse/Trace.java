package io.vestibule.rules.rehearse;

import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.rehearse.FaceSearch.Hit;
import io.vestibule.rules.rehearse.TraceStep.TraceStage;
import io.vestibule.rules.rehearse.TraceStep.Verdict;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.vms.CameraEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Every step from a picture to an alert. All steps are evaluated, also those after the first failure, so that one
/// rehearsal shows everything that has to be fixed.
public record Trace(List<TraceStep> steps) {

    public Trace {
        steps = List.copyOf(steps);
    }

    /// Whether an alert would be raised, as far as this can be evaluated here.
    public boolean wouldAlert() {
        return firstFailure().isEmpty();
    }

    /// The first step that fails.
    public Optional<TraceStep> firstFailure() {
        return steps.stream().filter(step -> step.verdict() == Verdict.FAIL).findFirst();
    }

    /// @param members user ids that the rule looks for
    /// @param events events that the camera reports; empty if the camera was not queried
    /// @param sent when the rule was, or would be, sent
    /// @param dayOverrides the calendar overrides of the rule
    public static Trace evaluate(
            FaceSearch.FaceSearchResult faceSearchResult,
            RehearsalScenario rehearsalScenario,
            RuleDraft draft,
            Collection<String> members,
            List<CameraEvent> events,
            Instant sent,
            DayOverrides dayOverrides) {
        List<TraceStep> steps = new ArrayList<>();
        steps.add(TraceStep.of(TraceStage.FACE, faceSearchResult.hasFace()));
        if (faceSearchResult.hasFace()) {
            faces(faceSearchResult, rehearsalScenario, members, steps);
        }
        steps.add(TraceStep.of(TraceStage.CAMERA, draft.cameras().contains(rehearsalScenario.camera())));
        boolean reported = events.stream()
                .filter(event -> event.name().equals(rehearsalScenario.event()))
                .allMatch(CameraEvent::on);
        steps.add(TraceStep.of(TraceStage.EVENT, draft.eventAliases().contains(rehearsalScenario.event()) && reported));
        steps.add(TraceStep.of(
                TraceStage.SCHEDULE,
                dayOverrides.applyTo(draft.timetable(), rehearsalScenario.at()).armed(sent, rehearsalScenario.at())));
        return new Trace(steps);
    }

    private static void faces(
            FaceSearch.FaceSearchResult faceSearchResult,
            RehearsalScenario rehearsalScenario,
            Collection<String> members,
            List<TraceStep> steps) {
        steps.add(new TraceStep(
                TraceStage.QUALITY, faceSearchResult.findings().isEmpty() ? Verdict.PASS : Verdict.NOTE, "", 0));
        if (faceSearchResult.hits().isEmpty()) {
            steps.add(TraceStep.of(TraceStage.MATCH, false));
            return;
        }
        Hit best = faceSearchResult.hits().getFirst();
        boolean matched = best.similarity() >= rehearsalScenario.threshold();
        steps.add(TraceStep.of(TraceStage.MATCH, matched ? Verdict.PASS : Verdict.FAIL, best));
        steps.add(
                faceSearchResult.hits().size() > 1
                        ? TraceStep.of(
                                TraceStage.NEXT,
                                Verdict.NOTE,
                                faceSearchResult.hits().get(1))
                        : TraceStep.of(TraceStage.NEXT, true));
        boolean member = members.contains(best.userId());
        steps.add(TraceStep.of(TraceStage.MEMBER, member ? Verdict.PASS : Verdict.FAIL, best));
    }
}
