package io.vestibule.app.wiring;

import io.vestibule.audit.Operator;
import io.vestibule.audit.Role;
import io.vestibule.backup.BackupKeys;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.people.Company;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.privacy.consent.ConsentKeys;
import io.vestibule.privacy.record.RecordFact;
import io.vestibule.privacy.record.RecordSource;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What the documents for the record say of this installation.
final class RecordFacts implements RecordSource {

    private final StorageWiring storage;
    private final Supplier<Optional<String>> region;
    private final Supplier<EnrolKeys.Thresholds> thresholds;
    private final Supplier<Optional<String>> vms;

    /// @param region of AWS; empty for the embedded engine
    /// @param vms host; empty for the embedded one
    RecordFacts(
            StorageWiring storage,
            Supplier<Optional<String>> region,
            Supplier<EnrolKeys.Thresholds> thresholds,
            Supplier<Optional<String>> vms) {
        this.storage = storage;
        this.region = region;
        this.thresholds = thresholds;
        this.vms = vms;
    }

    @Override
    public Map<RecordFact, String> facts(Company company) {
        var facts = new EnumMap<RecordFact, String>(RecordFact.class);
        var people = storage.people();
        facts.put(RecordFact.COMPANY, company.name());
        facts.put(RecordFact.CONTROLLER, storage.settings().get(ConsentKeys.CONTROLLER));
        facts.put(RecordFact.CONTACT, storage.settings().get(ConsentKeys.CONTACT));
        facts.put(RecordFact.AUTHORITY, storage.settings().get(ConsentKeys.COMPLAINTS));
        facts.put(
                RecordFact.SITES,
                people.companies().sites(company.id()).stream().map(Site::name).collect(Collectors.joining(", ")));
        var where = region.get();
        facts.put(
                RecordFact.SERVICE, (where.isPresent() ? RecordFact.Service.AWS : RecordFact.Service.EMBEDDED).name());
        where.ifPresent(name -> facts.put(RecordFact.REGION, name));
        facts.put(RecordFact.VMS, vms.get().orElse(""));
        var settings = EnrolKeys.read(storage.settings(), thresholds.get());
        facts.put(RecordFact.SEARCH_THRESHOLD, number(Math.round(settings.search())));
        facts.put(RecordFact.DUPLICATE_THRESHOLD, number(Math.round(settings.duplicate())));
        facts.put(RecordFact.VISITOR_DAYS, number(storage.settings().get(EnrolKeys.VISITOR_DAYS)));
        facts.put(RecordFact.EMPLOYEE_DAYS, number(storage.settings().get(EnrolKeys.EMPLOYEE_DAYS)));
        facts.put(RecordFact.WATCH_DAYS, number(storage.settings().get(EnrolKeys.WATCH_DAYS)));
        facts.put(RecordFact.REVIEW_GRACE_DAYS, number(storage.settings().get(EnrolKeys.REVIEW_GRACE)));
        facts.put(RecordFact.BACKUP_DAYS, number(storage.settings().get(BackupKeys.DAYS)));
        facts.put(RecordFact.VISITORS, number(people.due().count(company.id(), PersonKind.VISITOR)));
        facts.put(RecordFact.EMPLOYEES, number(people.due().count(company.id(), PersonKind.EMPLOYEE)));
        facts.put(RecordFact.WATCHED, number(people.due().count(company.id(), PersonKind.WATCH)));
        facts.put(
                RecordFact.HOLDS,
                number(people.holds().findAll(company.id(), Instant.MIN).size()));
        var roles = storage.operators().list().stream()
                .filter(Operator::active)
                .collect(Collectors.groupingBy(Operator::role, Collectors.counting()));
        facts.put(RecordFact.RECEPTIONISTS, number(roles.getOrDefault(Role.RECEPTION, 0L)));
        facts.put(RecordFact.MANAGERS, number(roles.getOrDefault(Role.MANAGER, 0L)));
        facts.put(RecordFact.ADMINISTRATORS, number(roles.getOrDefault(Role.ADMINISTRATOR, 0L)));
        return facts;
    }

    private static String number(long value) {
        return Long.toString(value);
    }
}
