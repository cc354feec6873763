package io.vestibule.rules.rehearse;

/// One condition of an alert, and whether it is met.
///
/// @param userId the person that the step is about; empty for none
/// @param similarity similarity of that person, 0..100; 0 where the step has none
public record TraceStep(TraceStage stage, Verdict verdict, String userId, float similarity) {

    /// In the order of evaluation.
    public enum TraceStage {
        FACE,
        QUALITY,
        MATCH,
        NEXT,
        MEMBER,
        CAMERA,
        EVENT,
        SCHEDULE
    }

    /// The result of the condition.
    public enum Verdict {
        PASS,
        /// For information; does not affect the outcome.
        NOTE,
        FAIL
    }

    static TraceStep of(TraceStage traceStage, boolean passed) {
        return new TraceStep(traceStage, passed ? Verdict.PASS : Verdict.FAIL, "", 0);
    }

    static TraceStep of(TraceStage traceStage, Verdict verdict, FaceSearch.Hit hit) {
        return new TraceStep(traceStage, verdict, hit.userId(), hit.similarity());
    }
}
