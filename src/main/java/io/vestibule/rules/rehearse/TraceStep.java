package io.vestibule.rules.rehearse;

/// One question on the way to an alert, and its answer.
///
/// @param userId whom it is about; empty for nobody
/// @param similarity of that person, 0..100; 0 where none is meant
public record TraceStep(TraceStage stage, Verdict verdict, String userId, float similarity) {

    /// In the order of the way.
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

    /// How the question was answered.
    public enum Verdict {
        PASS,
        /// Worth knowing; decides nothing.
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
