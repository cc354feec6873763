package io.vestibule.bulk.list;

import io.vestibule.base.Problem;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import io.vestibule.bulk.source.SourceRow;
import io.vestibule.people.Contact;
import io.vestibule.people.ContactFormat;
import io.vestibule.people.PersonKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads rows as people. Knows the keys of the rows before, so that each is used once.
public final class PersonRowReader {

    public static final int LONGEST_KEY = 100;

    private static final Set<String> YES =
            Set.of("yes", "y", "true", "1", "x", "given", "signed", "consent", "ja", "j", "wahr", "erteilt", "ok");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "declined", "refused", "nein", "falsch");
    private static final Set<String> EMPLOYEE = Set.of("employee", "staff", "mitarbeiter", "mitarbeiterin", "intern");
    private static final Set<String> VISITOR =
            Set.of("visitor", "guest", "contractor", "besucher", "besucherin", "gast", "extern");

    private final List<String> header;
    private final ColumnMapping mapping;
    private final ListOptions options;
    private final Map<String, Integer> keys = new HashMap<>();

    /// @throws BulkException `bulk.name-column-missing`
    public PersonRowReader(List<String> header, ColumnMapping mapping, ListOptions options) {
        if (!mapping.namesPeople()) {
            throw new BulkException(new BulkFailure.NameColumnMissing());
        }
        this.header = header;
        this.mapping = mapping;
        this.options = options;
    }

    /// Call once for each row, in their order.
    public ListedPerson read(SourceRow row) {
        var problems = new ArrayList<Problem>();
        row.problem().ifPresent(problems::add);
        var name = name(row);
        var key = key(row, name, problems);
        var expires = date(row, Field.EXPIRES, problems);
        var consentOn = date(row, Field.CONSENT_DATE, problems);
        var consent = consent(row, problems);
        return new ListedPerson(
                row.number(),
                key,
                name,
                kind(row, problems),
                ContactFormat.clean(
                        new Contact(first(row, Field.EMAIL), first(row, Field.PHONE), first(row, Field.HOST))),
                sites(row),
                note(row),
                expires,
                consent,
                consentOn,
                all(row, Field.PHOTO).distinct().toList(),
                problems);
    }

    /// A cell may hold several, separated by `|`.
    private List<String> sites(SourceRow row) {
        return all(row, Field.SITE)
                .flatMap(cell -> Stream.of(cell.split("\\|", -1)))
                .map(String::strip)
                .filter(site -> !site.isEmpty())
                .distinct()
                .toList();
    }

    private String name(SourceRow row) {
        var whole = first(row, Field.NAME);
        return whole.isEmpty() ? (first(row, Field.FIRST_NAME) + " " + first(row, Field.LAST_NAME)).strip() : whole;
    }

    /// Two people of one name in a list without numbers cannot be told apart the next time.
    private String key(SourceRow row, String name, List<Problem> problems) {
        var typed = first(row, Field.KEY);
        var key = typed.isEmpty() ? name : typed;
        if (key.length() > LONGEST_KEY || key.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(new BulkFailure.KeyUnfit(LONGEST_KEY).problem());
            return "";
        }
        if (!key.isEmpty() && row.problem().isEmpty()) {
            var earlier = keys.putIfAbsent(key.toLowerCase(Locale.ROOT), row.number());
            if (earlier != null) {
                problems.add(new BulkFailure.KeyTwice(earlier).problem());
            }
        }
        return key;
    }

    private Optional<LocalDate> date(SourceRow row, Field field, List<Problem> problems) {
        var text = first(row, field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // Dates of a spreadsheet are read as ISO, whatever the texts beside them look like.
        var date = options.dates().read(text).or(() -> DatePattern.ISO.read(text));
        if (date.isEmpty()) {
            problems.add(new BulkFailure.DateUnfit(column(field)).problem());
        }
        return date;
    }

    private ListedPerson.Consent consent(SourceRow row, List<Problem> problems) {
        var answer = first(row, Field.CONSENT).toLowerCase(Locale.ROOT);
        if (NO.contains(answer)) {
            return ListedPerson.Consent.DECLINED;
        }
        if (YES.contains(answer)) {
            return ListedPerson.Consent.GIVEN;
        }
        if (answer.isEmpty() && options.paperConsent()) {
            return ListedPerson.Consent.GIVEN;
        }
        if (row.problem().isEmpty()) {
            problems.add((answer.isEmpty()
                            ? new BulkFailure.ConsentMissing()
                            : new BulkFailure.ConsentUnclear(column(Field.CONSENT)))
                    .problem());
        }
        return ListedPerson.Consent.MISSING;
    }

    private PersonKind kind(SourceRow row, List<Problem> problems) {
        var text = first(row, Field.KIND).toLowerCase(Locale.ROOT);
        if (EMPLOYEE.contains(text)) {
            return PersonKind.EMPLOYEE;
        }
        if (!text.isEmpty() && !VISITOR.contains(text)) {
            problems.add(new BulkFailure.KindUnknown(column(Field.KIND)).problem());
        }
        return text.isEmpty() ? options.kind() : PersonKind.VISITOR;
    }

    private String note(SourceRow row) {
        return mapping.of(Field.NOTE).stream()
                .filter(column -> !row.cell(column).isEmpty())
                .map(column -> header.get(column) + ": " + row.cell(column))
                .collect(Collectors.joining("\n"));
    }

    private int column(Field field) {
        return mapping.of(field).getFirst() + 1;
    }

    private String first(SourceRow row, Field field) {
        return mapping.of(field).stream().map(row::cell).findFirst().orElse("");
    }

    private Stream<String> all(SourceRow row, Field field) {
        return mapping.of(field).stream().map(row::cell).filter(cell -> !cell.isEmpty());
    }
}
