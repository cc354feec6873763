package io.vestibule.rules;

import java.util.List;

/// What became of each rule of an imported file.
public record ImportResult(List<RuleRecord> imported, List<RejectedRule> rejected) {

    public ImportResult {
        imported = List.copyOf(imported);
        rejected = List.copyOf(rejected);
    }
}
