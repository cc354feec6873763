package io.vestibule.app.wiring;

import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.Person;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.VmsException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/// Random rules about random people, sent to the VMS, changed and deleted.
final class RandomRules {

    private static final int MOST = 200;

    private final Application application;
    private final Random random;
    private final int seed;
    private int round;

    RandomRules(Application application, int seed) {
        this.application = application;
        this.random = new Random(seed);
        this.seed = seed;
    }

    /// @return what was done
    String step() {
        try {
            return switch (random.nextInt(5)) {
                case 0, 1 -> create();
                case 2, 3 -> change();
                default -> delete();
            };
        } catch (VmsException e) {
            return "the VMS failed: " + e.getMessage();
        }
    }

    private String create() {
        var people = searchable();
        if (people.isEmpty()) {
            return "nobody to make a rule for";
        }
        var choice = PeopleChoice.NOBODY;
        for (int i = random.nextInt(2); i >= 0; i--) {
            choice = choice.with(people.get(random.nextInt(people.size())).externalId());
        }
        var draft = RuleDraft.empty(new Timetable(Preset.OFFICE_HOURS.week(), ZoneOffset.UTC, ZoneReading.AS_TYPED))
                .withPeople(choice)
                .withCameras(List.of(849L))
                .withRecipients(new Recipients(List.of(), List.of("desk@example.com"), List.of()));
        var rule = application.rules().flow().duplicate(draft, "Rule %d-%d".formatted(seed, round++));
        return "sent a rule: "
                + application.rules().send().send(rule.id()).getClass().getSimpleName();
    }

    private String change() {
        var rules = rules();
        if (rules.isEmpty()) {
            return "no rule to change";
        }
        var rule = rules.get(random.nextInt(rules.size()));
        application
                .rules()
                .flow()
                .save(rule.id(), rule.draft().withName(rule.draft().name() + "+"));
        return "changed a rule: "
                + application.rules().send().send(rule.id()).getClass().getSimpleName();
    }

    private String delete() {
        var rules = rules();
        if (rules.isEmpty()) {
            return "no rule to delete";
        }
        application
                .rules()
                .flow()
                .delete(rules.get(random.nextInt(rules.size())).id());
        return "deleted a rule";
    }

    private List<RuleRecord> rules() {
        return application.rules().drift().reconcile().entries().stream()
                .flatMap(entry -> entry.local().stream())
                .toList();
    }

    private List<Person> searchable() {
        var company = application.storage().people().companies().active().orElseThrow();
        return application.storage().people().persons().search(company.id(), "", MOST).stream()
                .filter(person ->
                        application.enrol().standings().statusOf(person).state() == State.SEARCHABLE)
                .toList();
    }
}
