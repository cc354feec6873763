package io.vestibule.bulk.ui;

import io.vestibule.bulk.CheckFlow;
import io.vestibule.bulk.DecideFlow;
import io.vestibule.bulk.ImportContext;
import io.vestibule.bulk.ImportReport;
import io.vestibule.bulk.ProposeFlow;
import io.vestibule.bulk.RunFlow;
import io.vestibule.bulk.UndoFlow;
import io.vestibule.bulk.people.RemoveMissingFlow;
import io.vestibule.bulk.people.RemovePeopleFlow;
import io.vestibule.people.PersonKind;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/// The flows behind the screen.
///
/// @param keepDays usual retention of a kind, in days
/// @param rates calls a second of the account by operation; empty if the service costs nothing
public record ImportParts(
        ImportContext context,
        ProposeFlow propose,
        CheckFlow check,
        RunFlow run,
        DecideFlow decide,
        UndoFlow undo,
        RemoveMissingFlow removeMissing,
        RemovePeopleFlow removePeople,
        ImportReport.Words words,
        ToIntFunction<PersonKind> keepDays,
        Supplier<Map<String, Integer>> rates) {}
