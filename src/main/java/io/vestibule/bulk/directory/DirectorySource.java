package io.vestibule.bulk.directory;

import io.vestibule.base.CompanyId;
import io.vestibule.bulk.PersonKeyStore;
import io.vestibule.bulk.SourceOpener;
import io.vestibule.bulk.source.ImportSource;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Opens the directory where an import names it, and files everywhere else.
public final class DirectorySource implements SourceOpener {

    private final Directory directory;
    private final LeaverStore leavers;
    private final PersonKeyStore keys;
    private final Supplier<CompanyId> company;

    /// @param company that the console is set to
    public DirectorySource(Directory directory, LeaverStore leavers, PersonKeyStore keys, Supplier<CompanyId> company) {
        this.directory = directory;
        this.leavers = leavers;
        this.keys = keys;
        this.company = company;
    }

    @Override
    public ImportSource open(Path source) {
        if (!directory.is(source)) {
            return ImportSource.open(source);
        }
        return directory.open(
                leavers.synced(company.get(), directory.fingerprint()),
                number -> keys.find(company.get(), number).isPresent());
    }
}
