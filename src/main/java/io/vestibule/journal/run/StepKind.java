package io.vestibule.journal.run;

/// A kind of step. Each package that adds steps has an enum of its kinds, and one `switch` over it that maps each
/// kind to the method that performs it, so that the compiler finds a kind without a handler.
@FunctionalInterface
public interface StepKind {

    /// The name that is stored with the step. Never changed once released, because stored steps outlive program
    /// versions.
    String key();

    /// Whether the step is of this kind.
    default boolean is(Step step) {
        return key().equals(step.kind());
    }
}
