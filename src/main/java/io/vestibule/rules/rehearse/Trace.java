package io.vestibule.rules.rehearse;

import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.rehearse.FaceSearch.Hit;
import io.vestibule.rules.rehearse.TraceStep.Step;
import io.vestibule.rules.rehearse.TraceStep.Verdict;
import io.vestibule.rules.week.Overrides;
import io.vestibule.vms.CameraEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Every step from a picture to an alert. All are answered, also those after the first that fails, so that one
/// rehearsal shows all there is to mend.
public record Trace(List<TraceStep> steps) {

    public Trace {
        steps = List.copyOf(steps);
    }

    /// Whether an alert would come, as far as can be told from here.
    public boolean fires() {
        return failed().isEmpty();
    }

    /// The first reason why not.
    public Optional<TraceStep> failed() {
        return steps.stream().filter(step -> step.verdict() == Verdict.FAIL).findFirst();
    }

    /// @param members user ids that the rule looks for
    /// @param events that the camera reports; empty if it was not asked
    /// @param sent when the rule is, or would be, sent
    /// @param overrides what the calendar makes of it
    public static Trace of(
            FaceSearch.Seen seen,
            Situation situation,
            RuleDraft draft,
            Collection<String> members,
            List<CameraEvent> events,
            Instant sent,
            Overrides overrides) {
        List<TraceStep> steps = new ArrayList<>();
        steps.add(TraceStep.of(Step.FACE, seen.face()));
        if (seen.face()) {
            faces(seen, situation, members, steps);
        }
        steps.add(TraceStep.of(Step.CAMERA, draft.cameras().contains(situation.camera())));
        boolean reported = events.stream()
                .filter(event -> event.name().equals(situation.event()))
                .allMatch(CameraEvent::on);
        steps.add(TraceStep.of(Step.EVENT, draft.aliases().contains(situation.event()) && reported));
        steps.add(TraceStep.of(
                Step.SCHEDULE, overrides.of(draft.when(), situation.at()).armed(sent, situation.at())));
        return new Trace(steps);
    }

    private static void faces(
            FaceSearch.Seen seen, Situation situation, Collection<String> members, List<TraceStep> steps) {
        steps.add(new TraceStep(Step.QUALITY, seen.findings().isEmpty() ? Verdict.PASS : Verdict.NOTE, "", 0));
        if (seen.hits().isEmpty()) {
            steps.add(TraceStep.of(Step.MATCH, false));
            return;
        }
        Hit best = seen.hits().getFirst();
        boolean matched = best.similarity() >= situation.threshold();
        steps.add(TraceStep.of(Step.MATCH, matched ? Verdict.PASS : Verdict.FAIL, best));
        steps.add(
                seen.hits().size() > 1
                        ? TraceStep.of(Step.NEXT, Verdict.NOTE, seen.hits().get(1))
                        : TraceStep.of(Step.NEXT, true));
        boolean member = members.contains(best.userId());
        steps.add(TraceStep.of(Step.MEMBER, member ? Verdict.PASS : Verdict.FAIL, best));
    }
}
