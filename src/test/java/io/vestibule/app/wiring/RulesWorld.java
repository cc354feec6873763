package io.vestibule.app.wiring;

import io.vestibule.local.vms.VmsFault;
import io.vestibule.local.vms.VmsFaultInjector;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can happen to people and rules on two VMSs, and what the model knows about it.
abstract class RulesWorld extends RulesFixture {

    @TempDir
    Path elsewhere;

    /// A rule as the model knows it.
    static final class ModelRule {
        final RuleRecord record;
        final boolean home;
        final Optional<PersonKind> group;
        final Set<String> chosen = new HashSet<>();

        ModelRule(RuleRecord record, boolean home, Optional<PersonKind> group) {
            this.record = record;
            this.home = home;
            this.group = group;
            chosen.addAll(record.draft().people().userIds());
        }
    }

    final Map<String, PersonKind> present = new LinkedHashMap<>();
    final Set<String> findable = new HashSet<>();
    final Map<String, Person> persons = new HashMap<>();
    final List<ModelRule> ours = new ArrayList<>();
    final Map<RemoteRuleId, String> theirs = new HashMap<>();
    final List<RuleContent> late = new ArrayList<>();
    final StringBuilder story = new StringBuilder();
    Random random = new Random(0);
    Optional<SecondVms> other = Optional.empty();
    boolean home = true;
    int names;

    void join() {
        PersonKind kind = random.nextBoolean() ? PersonKind.EMPLOYEE : PersonKind.VISITOR;
        Person person = stranger("Person " + names++, kind);
        tell("join " + person.name());
        find(person, "ACTIVE");
        String id = person.externalId().toString();
        present.put(id, kind);
        persons.put(id, person);
        findable.add(id);
    }

    void find(Person person, String status) {
        var collection = rules.rules().collection().get();
        application
                .storage()
                .people()
                .collections()
                .saveAdopted(new io.vestibule.people.CollectionUser(
                        person.id(), collection.id(), person.externalId().toString(), status));
    }

    private Person person(String id) {
        return Objects.requireNonNull(persons.get(id));
    }

    /// With the rules, or without them as by expiry, after which the manager takes the person out of the rules.
    void leave() {
        any(new ArrayList<>(present.keySet())).ifPresent(id -> {
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
        List<String> found =
                present.keySet().stream().filter(findable::contains).toList();
        if (found.size() < 3) {
            return;
        }
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
        present.remove(id);
        findable.remove(id);
        for (ModelRule rule : ours) {
            if (rule.chosen.remove(id)) {
                instead.ifPresent(rule.chosen::add);
            }
        }
    }

    void losePhotos() {
        any(present.keySet().stream().filter(findable::contains).toList()).ifPresent(id -> {
            tell("photos lost of " + person(id).name());
            find(person(id), io.vestibule.people.CollectionUser.NONE);
            findable.remove(id);
        });
    }

    void newRule() {
        List<String> found =
                present.keySet().stream().filter(findable::contains).toList();
        if (found.isEmpty()) {
            return;
        }
        boolean byGroup = random.nextBoolean();
        PersonKind kind = Objects.requireNonNull(present.get(found.getFirst()));
        PeopleChoice people = byGroup
                ? PeopleChoice.NOBODY.with(new PeopleQuery(Optional.of(kind), Optional.empty()))
                : PeopleChoice.NOBODY.with(found.getFirst()).with(found.getLast());
        String name = "Rule " + names++;
        tell("new rule " + name + (byGroup ? " by group " + kind : ""));
        RuleRecord record = rules.flow()
                .duplicate(
                        draft(person(found.getFirst())).withPeople(people).withAutoUpdate(random.nextBoolean()), name);
        ours.add(new ModelRule(record, home, byGroup ? Optional.of(kind) : Optional.empty()));
        int fault = random.nextInt(5);
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
            if (random.nextBoolean()) {
                faultsHere().failNext("PUT", VmsFault.RESET, random.nextBoolean());
            }
            send(rule.record);
        });
    }

    void deleteRule() {
        if (ours.size() > 2) {
            any(here()).ifPresent(rule -> {
                tell("delete " + rule.record.draft().name());
                rules.flow().delete(rule.record.id());
                if (random.nextBoolean()) {
                    faultsHere().failNext("DELETE", VmsFault.RESET, random.nextBoolean());
                }
                ours.remove(rule);
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

    void pass(Duration time) {
        tell("pass " + time);
        clock.move(time);
    }

    void restart() {
        tell("restart");
        application.close();
        open();
    }

    void switchVms() {
        home = !home;
        tell(home ? "use home" : "use the other VMS");
        if (home) {
            SecondVms.leave(application);
        } else {
            other.orElseThrow().use(application);
        }
    }

    /// What a manager does about a rule that needs attention.
    void settle(RuleEntry entry) {
        try {
            switch (entry.state()) {
                case PERHAPS_OURS -> {
                    RuleRecord adopted =
                            rules.send().attempts().adopt(entry.remote().orElseThrow());
                    if (ours.stream().noneMatch(rule -> rule.record.id().equals(adopted.id()))) {
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

    List<ModelRule> here() {
        return ours.stream().filter(rule -> rule.home == home).toList();
    }

    RuleRecord stored(RuleRecord rule) {
        return rules.rules().store().find(rule.id()).orElseThrow();
    }

    private static io.vestibule.rules.RuleId id(RuleEntry entry) {
        return entry.local().orElseThrow().id();
    }

    VmsFaultInjector faultsHere() {
        return home ? faults() : other.orElseThrow().vms().faults();
    }

    /// Somebody else on the VMS in use.
    VmsClient hands() {
        faultsHere().clear();
        return home ? vms() : other.orElseThrow().hands();
    }

    <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    void tell(String what) {
        story.append("\n  ").append(what);
    }
}
