package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Everything that can happen to people and rules, and what the model knows about it.
abstract class RulesWorldSteps extends RulesWorld {

    void join() {
        PersonKind kind = random.nextBoolean() ? PersonKind.EMPLOYEE : PersonKind.VISITOR;
        Person person = stranger("Person " + names++, kind);
        tell("join " + person.name());
        find(person, "ACTIVE");
        String id = person.externalId();
        staff().present.put(id, kind);
        staff().persons.put(id, person);
        staff().findable.add(id);
    }

    void find(Person person, String status) {
        var collection = rules.rules().collection().get();
        application
                .storage()
                .people()
                .collections()
                .saveAdopted(new io.vestibule.people.CollectionUser(
                        person.id(), collection.id(), person.externalId(), status));
    }

    private Person person(String id) {
        return Objects.requireNonNull(staff().persons.get(id));
    }

    /// With the rules, or without them as by expiry, after which the manager takes the person out of the rules.
    void leave() {
        any(new ArrayList<>(staff().present.keySet())).ifPresent(id -> {
            Person person = person(id);
            boolean undone = random.nextInt(4) == 0;
            tell((undone ? "remove and undo " : "remove ") + person.name());
            Undo undo = rules.cascade()
                    .changeWithCascade(
                            person.id(),
                            Optional.empty(),
                            () -> application.enrol().commands().remove(person.id()));
            if (undone && undo.undo()) {
                return;
            }
            gone(id, Optional.empty());
        });
    }

    void merge() {
        while (found().size() < 3) {
            join();
        }
        List<String> found = found();
        String from = found.get(random.nextInt(found.size() - 1));
        String into = found.getLast();
        tell("merge " + person(from).name() + " into " + person(into).name());
        rules.cascade()
                .changeWithCascade(
                        person(from).id(),
                        Optional.of(person(into).id()),
                        () -> application
                                .enrol()
                                .commands()
                                .merge(person(from).id(), person(into).id()));
        gone(from, Optional.of(into));
    }

    void gone(String id, Optional<String> instead) {
        clock.move(Undo.WINDOW.plusSeconds(1));
        cascaded();
        staff().present.remove(id);
        staff().findable.remove(id);
        replaced(id, instead);
    }

    private void replaced(String id, Optional<String> instead) {
        for (ModelRule rule : staff().ours) {
            if (rule.chosen.remove(id)) {
                instead.ifPresent(rule.chosen::add);
            }
        }
    }

    private List<String> found() {
        return staff().present.keySet().stream()
                .filter(staff().findable::contains)
                .toList();
    }

    /// The retention period is over: the person is hidden, and the rules say that somebody is gone.
    void expire() {
        any(new ArrayList<>(staff().present.keySet())).ifPresent(id -> {
            Person person = TestApplication.person(application, person(id).id());
            tell("expire " + person.name());
            application
                    .storage()
                    .people()
                    .persons()
                    .update(new Person(
                            person.id(),
                            person.company(),
                            person.externalId(),
                            person.kind(),
                            person.name(),
                            person.contact(),
                            person.sites(),
                            person.note(),
                            Optional.of(clock.instant().minus(Duration.ofHours(1))),
                            person.created(),
                            person.removed(),
                            person.sample()));
            assertThat(application.enrol().housekeeping().run()).isEqualTo(1);
            staff().present.remove(id);
            staff().findable.remove(id);
            staff().expired.add(id);
        });
    }

    /// Somebody who is gone is enrolled again under another id, or is taken out of the rules.
    void recreate() {
        any(staff().expired).ifPresent(id -> {
            tell("recreate " + person(id).name());
            boolean again = random.nextBoolean();
            if (again) {
                join();
            }
            Optional<String> next = again
                    ? Optional.of(staff().present.keySet().stream()
                            .reduce((_, last) -> last)
                            .orElseThrow())
                    : Optional.empty();
            rules.cascade().replace(id, next.map(user -> person(user).id()));
            cascaded();
            staff().expired.remove(id);
            replaced(id, next);
        });
    }

    void losePhotos() {
        any(found()).ifPresent(id -> {
            tell("photos lost of " + person(id).name());
            find(person(id), io.vestibule.people.CollectionUser.NONE);
            staff().findable.remove(id);
        });
    }

    void newRule() {
        List<String> found = found();
        if (found.isEmpty()) {
            return;
        }
        boolean byGroup = random.nextBoolean();
        PersonKind kind = Objects.requireNonNull(staff().present.get(found.getFirst()));
        PeopleChoice people = byGroup
                ? PeopleChoice.NOBODY.with(new PeopleQuery(Optional.of(kind), Optional.empty()))
                : PeopleChoice.NOBODY.with(found.getFirst()).with(found.getLast());
        String name = "Rule " + names++;
        tell("new rule " + name + (byGroup ? " by group " + kind : ""));
        RuleRecord record = rules.flow()
                .duplicate(
                        draft(person(found.getFirst()))
                                .withTimetable(new Timetable(
                                        Preset.OFFICE_HOURS.week(),
                                        BERLIN,
                                        any(List.of(ZoneReading.values())).orElseThrow()))
                                .withPeople(people)
                                .withAutoUpdate(random.nextBoolean()),
                        name);
        staff().ours.add(new ModelRule(record, home, byGroup ? Optional.of(kind) : Optional.empty()));
        int fault = random.nextInt(6);
        if (fault == 5 && mayKill()) {
            boolean done = random.nextBoolean();
            tell("killed while it is created, " + (done ? "stored" : "not stored"));
            killDuring("POST", done, () -> send(record));
            return;
        }
        if (fault == 0) {
            tell("answer lost");
            faultsHere().failNext("POST", VmsFault.RESET, true);
        } else if (fault == 1) {
            tell("answer late");
            faultsHere().failNext("POST", VmsFault.RESET, false);
        }
        send(record);
        if (fault == 1) {
            stored(record).pendingCreation().ifPresent(creation -> late.add(creation.content()));
            if (random.nextBoolean()) {
                rules.flow().save(record.id(), stored(record).draft().withName(name + " edited"));
                send(record);
            }
            late.forEach(content -> hands().create(content, hands().ruleIds()));
            late.clear();
        }
    }

    void editRule() {
        any(here()).ifPresent(rule -> {
            tell("edit " + rule.record.draft().name());
            rules.flow().save(rule.record.id(), stored(rule.record).draft().withName("Rule " + names++));
            if (mayKill() && random.nextInt(3) == 0) {
                boolean done = random.nextBoolean();
                tell("killed while it is changed, " + (done ? "stored" : "not stored"));
                killDuring("PUT", done, () -> send(rule.record));
                return;
            }
            if (random.nextBoolean()) {
                faultsHere().failNext("PUT", VmsFault.RESET, random.nextBoolean());
            }
            send(rule.record);
        });
    }

    void deleteRule() {
        if (staff().ours.size() > 2) {
            any(here()).ifPresent(rule -> {
                tell("delete " + rule.record.draft().name());
                rules.flow().delete(rule.record.id());
                if (random.nextBoolean()) {
                    faultsHere().failNext("DELETE", VmsFault.RESET, random.nextBoolean());
                }
                staff().ours.remove(rule);
            });
        }
    }

    void theirRule() {
        AlertRule made = hands().create(
                        sentContent("Theirs " + names++)
                                .withMeta(new io.vestibule.vms.RuleMeta.KnownPeople(
                                        "a collection of theirs", List.of("a", "b"))),
                        hands().ruleIds())
                .rule();
        theirs.put(made.id(), made.raw().compact());
    }

    /// Somebody else changes one of their rules, and one of ours.
    void theirHands() {
        VmsClient hands = hands();
        any(hands.rules().stream().filter(rule -> theirs.containsKey(rule.id())).toList())
                .ifPresent(rule -> {
                    tell("they change theirs");
                    AlertRule now = hands.update(rule, rule.content().withName("Theirs " + names++))
                            .rule();
                    theirs.put(now.id(), now.raw().compact());
                });
        any(here()).flatMap(rule -> stored(rule.record).sent()).ifPresent(sent -> {
            tell("they change ours");
            hands.rules().stream()
                    .filter(rule -> rule.id().number() == sent.rule().id().number())
                    .findFirst()
                    .ifPresent(rule -> {
                        if (random.nextInt(3) == 0) {
                            hands.delete(rule);
                        } else {
                            hands.update(rule, rule.content().withName("Not ours " + names++));
                        }
                    });
        });
    }

    void holiday() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        Holiday holiday = new Holiday(
                UUID.randomUUID(),
                rules.holidays().company(),
                "Holiday",
                today,
                today.plusDays(random.nextInt(3)),
                random.nextBoolean() ? DayEffect.SILENCED : DayEffect.WIDENED,
                Optional.empty());
        tell("holiday until " + holiday.last());
        rules.holidays().save(holiday);
    }

    /// What a manager does about a rule that needs attention.
    void settle(RuleEntry entry) {
        try {
            switch (entry.state()) {
                case PERHAPS_OURS -> {
                    RuleRecord adopted =
                            rules.send().attempts().adopt(entry.remote().orElseThrow());
                    if (staff().ours.stream().noneMatch(rule -> rule.record.id().equals(adopted.id()))) {
                        rules.flow().delete(adopted.id());
                    }
                }
                case CHANGED_THERE ->
                    rules.send().overwriteRemote(id(entry), entry.remote().orElseThrow());
                case GONE_THERE -> rules.send().recreate(id(entry));
                case DRAFT, UNSURE, EDITED, OUTDATED -> send(entry.local().orElseThrow());
                case SENT, OTHERS, ELSEWHERE -> {}
            }
        } catch (VmsException _) {
            // The next round tries again.
        }
    }

    void send(RuleRecord rule) {
        try {
            SendResult result = rules.send().send(rule.id());
            tell("sent " + result.getClass().getSimpleName());
        } catch (VmsException e) {
            tell("not sent: " + e.problem().code());
        }
    }

    private static io.vestibule.rules.RuleId id(RuleEntry entry) {
        return entry.local().orElseThrow().id();
    }
}
