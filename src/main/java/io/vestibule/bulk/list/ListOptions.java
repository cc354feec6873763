package io.vestibule.bulk.list;

import io.vestibule.bulk.source.FolderRule;
import io.vestibule.bulk.source.TextFormat;
import io.vestibule.people.PersonKind;
import java.util.Optional;

/// What holds for all rows of a list that do not say otherwise.
///
/// @param text format of a text file; empty for the proposed one
/// @param rule for pictures without a list; empty for the proposed one
/// @param dates how dates are written
/// @param kind of people without a kind of their own: visitors or employees
/// @param paperConsent whether the operator holds a signed consent of everybody in the list that has no answer in a
///     column
/// @param keepDays retention of people without an expiry of their own
public record ListOptions(
        Optional<TextFormat> text,
        Optional<FolderRule> rule,
        DatePattern dates,
        PersonKind kind,
        boolean paperConsent,
        int keepDays) {

    public ListOptions {
        if (kind == PersonKind.WATCH) {
            throw new IllegalArgumentException("Nobody is put on the watch list by an import");
        }
    }
}
