package io.vestibule.privacy;

import io.vestibule.audit.AuditEntry;
import io.vestibule.audit.AuditLog;
import io.vestibule.audit.AuditQuery;
import io.vestibule.audit.Operator;
import io.vestibule.audit.Operators;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.Company;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.change.ErasedStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Searches the log. Needs [Permission#READ_AUDIT]. Names of people are those of the company that the console is set
/// to; the others stay ids. Blocks.
public final class AuditReader {

    /// People whose name fits; more would make the search name nobody in particular.
    private static final int MOST_PEOPLE = 20;

    private static final Pattern ID_START = Pattern.compile("[0-9a-f]{8}[0-9a-f-]{0,28}");

    private final AuditLog log;
    private final Operators operators;
    private final Session session;
    private final PeopleStores people;
    private final ErasedStore erased;
    private final ZoneId zone;

    /// @param zone in which a day begins
    public AuditReader(
            AuditLog log, Operators operators, Session session, PeopleStores people, ErasedStore erased, ZoneId zone) {
        this.log = log;
        this.operators = operators;
        this.session = session;
        this.people = people;
        this.erased = erased;
        this.zone = zone;
    }

    public boolean isPermitted() {
        return session.may(Permission.READ_AUDIT);
    }

    public List<Operator> operators() {
        session.require(Permission.READ_AUDIT);
        return operators.list();
    }

    /// A page of the entries that fit, newest first.
    ///
    /// @param after the last entry of the page before; empty for the first page
    public List<AuditLine> page(AuditSearch search, Optional<AuditEntry> after, int count) {
        var query = query(search);
        if (query.isEmpty()) {
            return List.of();
        }
        var names = names();
        var subjects = new HashMap<String, Subject>();
        return log.search(query.get(), after, count).stream()
                .map(stored -> {
                    var entry = stored.entry();
                    var subject = subjects.computeIfAbsent(entry.subject(), id -> subject(id, names));
                    var operator = entry.operator()
                            .map(id -> names.getOrDefault(id, ""))
                            .orElse("");
                    return new AuditLine(stored, operator, subject.about(), subject.name());
                })
                .toList();
    }

    /// The search in terms of the log; empty if nobody has the name.
    Optional<AuditQuery> query(AuditSearch search) {
        session.require(Permission.READ_AUDIT);
        var about = search.about().strip().toLowerCase(Locale.ROOT);
        var byId = ID_START.matcher(about).matches();
        var subjects = about.isEmpty() || byId ? List.<String>of() : subjectsOf(search.about());
        if (byId && about.length() == UUID.randomUUID().toString().length()) {
            subjects = withPhotos(UUID.fromString(about));
        } else if (subjects.isEmpty() && !byId && !about.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AuditQuery(
                search.from().map(this::start),
                search.to().map(day -> start(day.plusDays(1))),
                search.operator(),
                search.action().map(AuditAction::code),
                subjects,
                subjects.isEmpty() ? about : ""));
    }

    Map<OperatorId, String> names() {
        return operators.list().stream().collect(Collectors.toMap(Operator::id, Operator::name));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private List<String> subjectsOf(String name) {
        return people.companies()
                .active()
                .map(Company::id)
                .map(company -> people.persons().search(company, name, MOST_PEOPLE).stream()
                        .flatMap(person -> withPhotos(person.id().value()).stream())
                        .toList())
                .orElse(List.of());
    }

    private List<String> withPhotos(UUID id) {
        return Stream.concat(
                        Stream.of(id.toString()),
                        people.photos().findByPersonWithRemoved(new PersonId(id)).stream()
                                .map(photo -> photo.id().toString()))
                .toList();
    }

    private record Subject(AuditLine.About about, String name) {}

    private Subject subject(String text, Map<OperatorId, String> names) {
        if (text.isEmpty()) {
            return new Subject(AuditLine.About.NOTHING, "");
        }
        return uuid(text).map(id -> subject(id, names)).orElseGet(() -> new Subject(AuditLine.About.OTHER, ""));
    }

    private Subject subject(UUID id, Map<OperatorId, String> names) {
        var operator = names.get(new OperatorId(id));
        if (operator != null) {
            return new Subject(AuditLine.About.OPERATOR, operator);
        }
        var person = people.persons().find(new PersonId(id)).map(Person::name);
        if (person.isPresent()) {
            return new Subject(AuditLine.About.PERSON, person.get());
        }
        var photo = people.photos()
                .find(new PhotoId(id))
                .flatMap(found -> people.persons().find(found.person()))
                .map(Person::name);
        return photo.map(name -> new Subject(AuditLine.About.PHOTO, name))
                .orElseGet(() -> new Subject(erased.isErased(id) ? AuditLine.About.ERASED : AuditLine.About.OTHER, ""));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
