package io.vestibule.bulk;

import io.vestibule.base.Problem;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.people.change.SuppressionStore;
import java.util.Optional;
import java.util.function.Function;

/// What the flows of this package write to.
///
/// @param suppressed people who were erased and are not imported again
/// @param problems the problem that an exception of any room carries; empty for an unexpected one
public record ImportContext(
        EnrolContext enrol,
        PersonKeyStore keys,
        ImportRunStore runs,
        ImportRowStore rows,
        SourceOpener sources,
        SuppressionStore suppressed,
        Function<Throwable, Optional<Problem>> problems) {

    /// @throws BulkException `bulk.run-gone`
    ImportRun run(java.util.UUID id) {
        return runs.find(id).orElseThrow(() -> new BulkException(new BulkFailure.RunGone()));
    }
}
