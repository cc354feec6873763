package io.vestibule.bulk.people;

import io.vestibule.base.PersonId;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import io.vestibule.bulk.ImportContext;
import io.vestibule.bulk.PersonKeyStore.PersonKey;
import io.vestibule.people.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Finds people of the company by the number under which another system knows them, or by their id.
public final class NamedPeople {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ImportContext context;

    public NamedPeople(ImportContext context) {
        this.context = context;
    }

    /// @param people each once
    /// @param unknown what names nobody, as it was written
    public record Found(List<Person> people, List<String> unknown) {

        public Found {
            people = List.copyOf(people);
            unknown = List.copyOf(unknown);
        }

        public List<PersonId> ids() {
            return people.stream().map(Person::id).toList();
        }
    }

    /// @throws BulkException `bulk.nobody-named` if there is no reference
    public Found find(List<String> references) {
        if (references.isEmpty()) {
            throw new BulkException(new BulkFailure.NobodyNamed());
        }
        var people = new LinkedHashMap<PersonId, Person>();
        var unknown = new ArrayList<String>();
        for (var reference : references) {
            person(reference).ifPresentOrElse(found -> people.put(found.id(), found), () -> unknown.add(reference));
        }
        return new Found(List.copyOf(people.values()), unknown);
    }

    private Optional<Person> person(String reference) {
        var company = context.enrol().company().id();
        var id = context.keys()
                .find(company, reference)
                .map(PersonKey::person)
                .or(() -> ID.matcher(reference).matches()
                        ? Optional.of(new PersonId(UUID.fromString(reference)))
                        : Optional.empty());
        return id.flatMap(context.enrol().people().persons()::find)
                .filter(found -> found.company().equals(company))
                .filter(found -> found.removed().isEmpty());
    }

    /// A reference a line; blank lines and those that begin with `#` are left out.
    ///
    /// @throws BulkException `bulk.source-unreadable`
    public static List<String> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(line -> line.replace(BYTE_ORDER_MARK, "").strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new BulkException(new BulkFailure.SourceUnreadable(), e);
        }
    }
}
