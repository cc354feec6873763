package io.vestibule.journal.run;

/// A step that this runner has claimed to perform.
///
/// @param step as it was before: its attempts are the earlier ones
/// @param version number of this claim of the step; only its holder may complete it
record Claim(Step step, long version) {}
