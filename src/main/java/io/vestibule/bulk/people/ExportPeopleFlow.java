package io.vestibule.bulk.people;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.bulk.ImportContext;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonPage;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Reads the people of the company for a list outside of the program. Each reading is an entry of the audit log.
public final class ExportPeopleFlow {

    private static final int PAGE = 500;

    private final ImportContext context;

    public ExportPeopleFlow(ImportContext context) {
        this.context = context;
    }

    /// Which people.
    ///
    /// @param name beginnings of words of the name; an empty text matches everybody
    public record Filter(String name, Optional<PersonKind> kind, Optional<EnrolmentStatus.Group> group) {

        public static final Filter EVERYBODY = new Filter("", Optional.empty(), Optional.empty());
    }

    /// By name. Blocks.
    ///
    /// @param receiver of one person after the other; not all of them are in memory
    /// @return number of people
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public int export(Filter filter, Consumer<ExportedPerson> receiver) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        context.enrol().log().append("people.exported", "");
        var company = context.enrol().company().id();
        var query = new PersonQuery(company, filter.name(), filter.kind(), Optional.empty(), filter.group());
        var numbers = numbers();
        var sites = context.enrol().people().companies().sites(company).stream()
                .collect(Collectors.toMap(Site::id, Site::name));
        int count = 0;
        var persons = context.enrol().people().persons();
        var page = persons.page(query, Optional.empty(), PAGE);
        while (true) {
            for (var row : page.rows()) {
                var person = persons.find(row.person());
                if (person.isPresent()) {
                    receiver.accept(exported(person.get(), row, numbers, sites));
                    count++;
                }
            }
            if (page.next().isEmpty()) {
                return count;
            }
            page = persons.page(query, page.next(), PAGE);
        }
    }

    private ExportedPerson exported(
            Person person, PersonPage.Row row, Map<PersonId, String> numbers, Map<SiteId, String> sites) {
        return new ExportedPerson(
                person,
                numbers.getOrDefault(person.id(), ""),
                row.status(),
                person.sites().stream()
                        .map(site -> sites.getOrDefault(site, ""))
                        .filter(name -> !name.isEmpty())
                        .sorted()
                        .toList(),
                context.enrol().people().bases().inForce(person.id(), person.kind()));
    }

    /// Somebody who was merged has several numbers; the first is shown.
    private Map<PersonId, String> numbers() {
        var numbers = new HashMap<PersonId, String>();
        var company = context.enrol().company().id();
        var page = context.keys().page(company, "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(key -> numbers.putIfAbsent(key.person(), key.key()));
            page = context.keys().page(company, page.getLast().key(), PAGE);
        }
        return numbers;
    }
}
