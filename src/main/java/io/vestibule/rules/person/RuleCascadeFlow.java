package io.vestibule.rules.person;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.journal.Journal;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.change.ChangeStore;
import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleStep;
import io.vestibule.rules.RulesContext;
import io.vestibule.rules.SentRule;
import io.vestibule.rules.VmsSnapshot;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.VmsId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Finds the rules that name a person, and schedules their cascade. [RuleCascadeSteps] updates the VMS.
public final class RuleCascadeFlow implements PersonRuleReferences {

    private final RulesContext rulesContext;
    private final PeopleStores peopleStores;
    private final Journal journal;
    private final ChangeStore changes;
    private final RuleCascadeStore store;
    private final Supplier<Optional<VmsSnapshot>> snapshot;

    /// @param snapshot the last snapshot of the VMS
    public RuleCascadeFlow(
            RulesContext rulesContext,
            PeopleStores peopleStores,
            Journal journal,
            ChangeStore changes,
            RuleCascadeStore store,
            Supplier<Optional<VmsSnapshot>> snapshot) {
        this.rulesContext = rulesContext;
        this.peopleStores = peopleStores;
        this.journal = journal;
        this.changes = changes;
        this.store = store;
        this.snapshot = snapshot;
    }

    @Override
    public List<RuleReference> rulesNaming(PersonId person) {
        return peopleStores.persons().find(person).map(this::of).orElse(List.of());
    }

    private List<RuleReference> of(Person person) {
        return naming(new UserReplacement(person.externalId(), Optional.empty()));
    }

    /// Rules that name a user id that no local person has.
    public List<RuleReference> rulesNamingUnknown(String userId) {
        return naming(new UserReplacement(userId, Optional.empty()));
    }

    private List<RuleReference> naming(UserReplacement userReplacement) {
        CollectionRef collection = rulesContext.collection().get();
        List<RuleRecord> localRules = rulesContext.store().all(collection.company());
        List<RuleReference> found = new ArrayList<>();
        for (RuleRecord record : localRules) {
            reference(record, userReplacement).ifPresent(found::add);
        }
        Set<RemoteRuleId> known = localRules.stream()
                .flatMap(record -> record.sent().stream())
                .map(sentRule -> sentRule.rule().id())
                .collect(Collectors.toSet());
        snapshot.get().stream()
                .flatMap(picture -> picture.rules().stream())
                .filter(rule -> !known.contains(rule.id())
                        && userReplacement.affects(rule)
                        && rule.isOfCollection(Set.of(collection.externalId())))
                .forEach(rule -> found.add(new RuleReference(
                        rule.content().name(), RuleOrigin.ELSEWHERE, userReplacement.leavesNobody(rule))));
        return found;
    }

    private Optional<RuleReference> reference(RuleRecord record, UserReplacement userReplacement) {
        if (!userReplacement.affects(record) || record.deletedAt().isPresent()) {
            return Optional.empty();
        }
        boolean alone = record.sent()
                .map(SentRule::rule)
                .map(userReplacement::leavesNobody)
                .orElseGet(
                        () -> userReplacement.applyTo(record.draft()).people().isEmpty());
        return Optional.of(new RuleReference(record.draft().name(), origin(record), alone));
    }

    private RuleOrigin origin(RuleRecord record) {
        if (rulesContext.currentVms().filter(record::isElsewhere).isPresent()) {
            return RuleOrigin.OTHER_VMS;
        }
        return record.sent()
                .map(sent -> sent.draft().people().queries().isEmpty() ? RuleOrigin.SENT : RuleOrigin.SENT_GROUP)
                .orElse(RuleOrigin.DRAFT);
    }

    @Override
    public Undo changeWithCascade(PersonId person, Optional<PersonId> replacement, Supplier<Undo> change) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        Written written = store.inTransaction(() -> {
            Person removed = peopleStores.persons().find(person).orElseThrow();
            Optional<String> next =
                    replacement.flatMap(peopleStores.persons()::find).map(other -> other.externalId());
            Undo undo = change.get();
            Instant now = rulesContext.clock().instant();
            // The cascade waits for the start of the job that removes the person for good.
            Optional<UUID> after = changes.findUndoable(now).stream()
                    .filter(open -> open.person().equals(person)
                            && (open.kind().isRemoval() || open.kind().isMerge()))
                    .findFirst()
                    .flatMap(open -> open.jobs().stream().findFirst());
            RuleCascade ruleCascade = new RuleCascade(
                    UUID.randomUUID(),
                    removed.company(),
                    new UserReplacement(removed.externalId(), next),
                    Optional.of(person),
                    Optional.empty(),
                    after,
                    now);
            return new Written(undo, schedule(ruleCascade, Undo.WINDOW), ruleCascade);
        });
        return new RuleCascadeUndo(written.undo(), () -> cancel(written));
    }

    /// @param job the job of the cascade
    private record Written(Undo undo, UUID job, RuleCascade follow) {}

    /// Replaces a user id in all rules in one step, by that of a local person or by nobody. For people who were
    /// enrolled again under a new id, and for ids that are left over.
    ///
    /// @param userId a user id that no local person has
    public void replace(String userId, Optional<PersonId> replacement) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        store.inTransaction(() -> {
            Optional<String> next =
                    replacement.flatMap(peopleStores.persons()::find).map(other -> other.externalId());
            return schedule(
                    new RuleCascade(
                            UUID.randomUUID(),
                            rulesContext.collection().get().company(),
                            new UserReplacement(userId, next),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            rulesContext.clock().instant()),
                    Duration.ZERO);
        });
    }

    /// Schedules the cascades that waited until this VMS is in use. Called whenever it was read.
    public void resume(VmsId vms) {
        store.inTransaction(() -> {
            List<RuleCascade> waiting =
                    store.waitingFor(rulesContext.collection().get().company(), vms);
            waiting.forEach(ruleCascade -> store.release(ruleCascade.id()));
            if (!waiting.isEmpty()) {
                // One job, so that they run in the order in which the people left.
                journal.add(
                        waiting.getFirst().company(),
                        waiting.stream()
                                .map(ruleCascade -> new NewStep(
                                        RuleStep.FOLLOW_PERSON, ruleCascade.id().toString()))
                                .toList(),
                        Duration.ZERO);
            }
            return waiting.size();
        });
    }

    private UUID schedule(RuleCascade ruleCascade, Duration grace) {
        store.insert(ruleCascade);
        return journal.add(
                ruleCascade.company(),
                List.of(new NewStep(RuleStep.FOLLOW_PERSON, ruleCascade.id().toString())),
                grace);
    }

    /// A crash before this call does no harm: the step checks whether the person was restored.
    private void cancel(Written written) {
        if (journal.dropIfNotStarted(written.job())) {
            store.delete(written.follow().id());
        }
    }
}
