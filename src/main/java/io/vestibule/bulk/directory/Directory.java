package io.vestibule.bulk.directory;

import io.vestibule.bulk.ImportPlan;
import io.vestibule.bulk.list.DatePattern;
import io.vestibule.bulk.list.ListOptions;
import io.vestibule.bulk.source.ImportSource;
import io.vestibule.people.PersonKind;
import io.vestibule.settings.Settings;
import io.vestibule.settings.Vault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The directory of the settings, as a source of imports. An import names its source by a path: the directory has one
/// that
/// no file has.
public final class Directory {

    /// With more people who are not known, reading everybody is quicker than asking for each of them.
    private static final int ONE_BY_ONE = 200;

    private final Path place;
    private final Settings settings;
    private final Supplier<Vault> vault;
    private final IntSupplier keepDays;

    /// @param place a path in the data folder at which there is nothing
    /// @param keepDays usual retention of employees
    public Directory(Path place, Settings settings, Supplier<Vault> vault, IntSupplier keepDays) {
        this.place = place.toAbsolutePath();
        this.settings = settings;
        this.vault = vault;
        this.keepDays = keepDays;
    }

    boolean is(Path source) {
        return place.equals(source);
    }

    /// @throws io.vestibule.bulk.BulkException `bulk.directory-unset`
    ImportPlan plan() {
        var profile = DirectoryProfile.of(settings);
        return new ImportPlan(
                place,
                profile.attributes().mapping(),
                new ListOptions(
                        Optional.empty(),
                        Optional.empty(),
                        DatePattern.ISO,
                        PersonKind.EMPLOYEE,
                        settings.get(DirectoryKeys.CONSENT),
                        keepDays.getAsInt()));
    }

    /// The numbers of everybody, in small letters.
    ///
    /// @throws io.vestibule.bulk.BulkException of `bulk.directory-…`
    Set<String> numbers() {
        try (var reader = reader()) {
            return reader.numbers();
        }
    }

    /// Names what is asked: with another filter or other attributes everybody has to be read again.
    String fingerprint() {
        return plan().origin() + " " + DirectoryProfile.of(settings).digest();
    }

    /// Asks for those who have changed, and for those who are not known yet: somebody who joins a group that the filter
    /// asks for does not change.
    ///
    /// @param since empty for everybody
    /// @param known whether a number is known
    /// @throws io.vestibule.bulk.BulkException of `bulk.directory-…`
    ImportSource open(Optional<Instant> since, Predicate<String> known) {
        var profile = DirectoryProfile.of(settings);
        var reader = reader();
        try {
            var table = new DirectoryTable(profile.attributes(), reader.numbersWithPhoto());
            var unknown = since.isEmpty()
                    ? List.<String>of()
                    : reader.numbers().stream().filter(known.negate()).toList();
            if (since.isEmpty() || unknown.size() > ONE_BY_ONE) {
                reader.people(Optional.empty(), table::add);
            } else {
                reader.people(since, table::add);
                unknown.forEach(number -> reader.person(number, table::add));
            }
            return ImportSource.of(table, new DirectoryPhotos(reader));
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private DirectoryReader reader() {
        return DirectoryReader.open(DirectoryProfile.of(settings), vault.get().read(DirectoryKeys.PASSWORD));
    }
}
