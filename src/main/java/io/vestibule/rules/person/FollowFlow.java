package io.vestibule.rules.person;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.journal.Journal;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.People;
import io.vestibule.people.Person;
import io.vestibule.people.change.Change;
import io.vestibule.people.change.ChangeStore;
import io.vestibule.people.change.PersonUse;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleStep;
import io.vestibule.rules.Rules;
import io.vestibule.rules.Sent;
import io.vestibule.rules.VmsPicture;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleMeta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Says which rules name somebody, and writes down that they are to follow. The VMS is told by [FollowSteps].
public final class FollowFlow implements PersonUse {

    private final Rules rules;
    private final People people;
    private final Journal journal;
    private final ChangeStore changes;
    private final FollowStore store;
    private final Supplier<Optional<VmsPicture>> seen;

    /// @param seen the VMS as it was looked at last
    public FollowFlow(
            Rules rules,
            People people,
            Journal journal,
            ChangeStore changes,
            FollowStore store,
            Supplier<Optional<VmsPicture>> seen) {
        this.rules = rules;
        this.people = people;
        this.journal = journal;
        this.changes = changes;
        this.store = store;
        this.seen = seen;
    }

    @Override
    public List<Rule> of(PersonId person) {
        return people.persons().find(person).map(this::of).orElse(List.of());
    }

    private List<Rule> of(Person person) {
        return naming(new Swap(person.externalId().toString(), Optional.empty()));
    }

    /// Rules that name a user id that nobody here has.
    public List<Rule> ofUnknown(String userId) {
        return naming(new Swap(userId, Optional.empty()));
    }

    private List<Rule> naming(Swap swap) {
        CollectionRef collection = rules.collection().get();
        List<RuleRecord> ours = rules.store().all(collection.company());
        List<Rule> found = new ArrayList<>();
        for (RuleRecord record : ours) {
            Optional<RuleDraft> sent = record.sent().map(Sent::draft);
            boolean named =
                    swap.concerns(record.draft()) || sent.filter(swap::concerns).isPresent();
            if (named && record.deleted().isEmpty()) {
                boolean alone = swap.of(sent.orElse(record.draft())).who().isEmpty();
                found.add(new Rule(record.draft().name(), sent.isPresent() ? Place.SENT : Place.DRAFT, alone));
            }
        }
        Set<Long> known = ours.stream()
                .flatMap(record -> record.sent().stream())
                .map(sent -> sent.rule().id())
                .collect(Collectors.toSet());
        seen.get().stream()
                .flatMap(picture -> picture.rules().stream())
                .filter(rule -> !known.contains(rule.id()) && swap.concerns(rule) && isHere(rule, collection))
                .forEach(rule -> found.add(new Rule(rule.content().name(), Place.ELSEWHERE, swap.empties(rule))));
        return found;
    }

    static boolean isHere(AlertRule rule, CollectionRef collection) {
        return rule.people()
                .map(RuleMeta.KnownPeople::collection)
                .filter(collection.externalId()::equals)
                .isPresent();
    }

    @Override
    public Undo following(PersonId person, Optional<PersonId> instead, Supplier<Undo> change) {
        rules.session().require(Permission.MANAGE_RULES);
        Written written = store.inTransaction(() -> {
            Person gone = people.persons().find(person).orElseThrow();
            Optional<String> next = instead.flatMap(people.persons()::find)
                    .map(other -> other.externalId().toString());
            Undo undo = change.get();
            Instant now = rules.clock().instant();
            // Whatever makes the person go for good is what has to have begun.
            Optional<UUID> after = changes.open(now).stream()
                    .filter(open -> open.person().equals(person)
                            && (open.deed() == Undo.Deed.REMOVE || open.deed() == Undo.Deed.MERGE))
                    .findFirst()
                    .flatMap(Change::job);
            Follow follow = new Follow(
                    UUID.randomUUID(),
                    gone.company(),
                    new Swap(gone.externalId().toString(), next),
                    Optional.of(person),
                    after,
                    now);
            return new Written(undo, write(follow, Undo.WINDOW), follow);
        });
        return new FollowUndo(written.undo(), () -> takeBack(written));
    }

    /// @param job that makes the rules follow
    private record Written(Undo undo, UUID job, Follow follow) {}

    /// Whoever it was is somebody of ours now, or nobody: in all rules in one step. For people who were made anew, and
    /// for ids that are left over.
    ///
    /// @param userId that nobody here has
    public void replace(String userId, Optional<PersonId> instead) {
        rules.session().require(Permission.MANAGE_RULES);
        store.inTransaction(() -> {
            Optional<String> next = instead.flatMap(people.persons()::find)
                    .map(other -> other.externalId().toString());
            return write(
                    new Follow(
                            UUID.randomUUID(),
                            rules.collection().get().company(),
                            new Swap(userId, next),
                            Optional.empty(),
                            Optional.empty(),
                            rules.clock().instant()),
                    Duration.ZERO);
        });
    }

    private UUID write(Follow follow, Duration grace) {
        store.insert(follow);
        return journal.add(
                List.of(new NewStep(RuleStep.FOLLOW_PERSON, follow.id().toString())), grace);
    }

    /// A crash before this does no harm: the step itself sees that the person is back.
    private void takeBack(Written written) {
        if (journal.dropUnbegun(written.job())) {
            store.delete(written.follow().id());
        }
    }
}
