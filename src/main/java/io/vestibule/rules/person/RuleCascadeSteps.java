package io.vestibule.rules.person;

import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.journal.Journal;
import io.vestibule.journal.run.Backoff;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.PeopleStores;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RulesContext;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.SentRule;
import io.vestibule.rules.VmsSnapshot;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import io.vestibule.vms.VmsId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Changes all rules that name a person who was removed or merged, in the VMS first and then locally. Each rule is
/// compared before it is changed, and changed only where it names the person; so the step is idempotent, and
/// after a crash a retry completes it.
public final class RuleCascadeSteps implements StepHandler {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final RulesContext rulesContext;
    private final SendFlow send;
    private final PeopleStores peopleStores;
    private final Journal journal;
    private final RuleCascadeStore store;

    /// @param rulesContext with the rules of all companies, and `send` as well
    public RuleCascadeSteps(
            RulesContext rulesContext,
            SendFlow send,
            PeopleStores peopleStores,
            Journal journal,
            RuleCascadeStore store) {
        this.rulesContext = rulesContext;
        this.send = send;
        this.peopleStores = peopleStores;
        this.journal = journal;
        this.store = store;
    }

    @Override
    public StepOutcome perform(Step step) {
        Optional<RuleCascade> found = store.find(UUID.fromString(step.subject()));
        if (found.isEmpty()) {
            return StepOutcome.DONE;
        }
        RuleCascade ruleCascade = found.get();
        if (isRestored(ruleCascade)) {
            store.delete(ruleCascade.id());
            return new StepOutcome.EndJob();
        }
        if (canStillBeUndone(ruleCascade)) {
            return new StepOutcome.RetryLater(Problem.of("rules.may-come-back"), A_MOMENT, false);
        }
        return cascade(step, ruleCascade);
    }

    private StepOutcome cascade(Step step, RuleCascade ruleCascade) {
        try {
            // Nothing else is sent in the meantime, so that the rule that is compared is the rule that is changed.
            send.exclusively(() -> replaceInAllRules(ruleCascade));
        } catch (VmsException e) {
            return FailedRules.canRetry(e.failure())
                    ? new StepOutcome.RetryLater(e.problem(), Backoff.delay(step.attempts()), true)
                    : new StepOutcome.Park(e.problem());
        }
        return StepOutcome.DONE;
    }

    private boolean isRestored(RuleCascade ruleCascade) {
        return ruleCascade
                .person()
                .flatMap(peopleStores.persons()::find)
                .filter(person -> person.removed().isEmpty())
                .isPresent();
    }

    /// The removal can be undone as long as its job has not started.
    private boolean canStillBeUndone(RuleCascade ruleCascade) {
        List<Step> removal = ruleCascade.afterJob().map(journal::steps).orElse(List.of());
        return !removal.isEmpty()
                && removal.stream().allMatch(step -> step.state() == StepState.WAITING && step.attempts() == 0);
    }

    private void replaceInAllRules(RuleCascade ruleCascade) {
        CollectionRef collection = rulesContext.collection().of(ruleCascade.company());
        VmsSnapshot snapshot = send.fetch();
        VmsClient vms = rulesContext.vms().client(snapshot.vms());
        List<RuleRecord> localRules = rulesContext.store().all(ruleCascade.company());
        FailedRules failed = new FailedRules();
        for (RuleRecord record : localRules) {
            failed.attempt(() -> {
                send.resolve(record, snapshot);
                rulesContext
                        .store()
                        .find(record.id())
                        .filter(known -> known.deletedAt().isEmpty() && !known.isElsewhere(snapshot.vms()))
                        .filter(ruleCascade.replacement()::affects)
                        .ifPresent(known -> send.change(
                                known.id(), () -> replaceInOwnRule(known, snapshot, ruleCascade.replacement())));
            });
        }
        Set<RemoteRuleId> numbers = rulesContext.store().all(ruleCascade.company()).stream()
                .flatMap(record -> record.sent().stream())
                .map(sentRule -> sentRule.rule().id())
                .collect(Collectors.toSet());
        snapshot.rules().stream()
                .filter(rule -> !numbers.contains(rule.id()) && rule.isOfCollection(Set.of(collection.externalId())))
                .filter(rule -> ruleCascade.replacement().affects(rule)
                        && !ruleCascade.replacement().leavesNobody(rule))
                .forEach(rule -> failed.attempt(() -> {
                    vms.update(rule, ruleCascade.replacement().applyTo(rule.content()));
                    rulesContext.log().append("rule.of-others-followed", String.valueOf(rule.id()));
                }));
        failed.attempt(() -> requireNobodyUnreadable(snapshot, collection, ruleCascade.replacement()));
        failed.rethrow();
        finish(ruleCascade, snapshot.vms());
    }

    /// A row of the VMS without a readable id cannot be changed; the step waits until it can be.
    private static void requireNobodyUnreadable(
            VmsSnapshot snapshot, CollectionRef collection, UserReplacement userReplacement) {
        if (snapshot.listing().unreadable().stream()
                .anyMatch(content -> userReplacement.affects(content, collection.externalId()))) {
            throw new VmsException(new VmsFailure.UnreadableRow());
        }
    }

    /// Rules that belong to other VMSs follow when those are in use again.
    private void finish(RuleCascade ruleCascade, VmsId here) {
        store.transaction(() -> {
            rulesContext.store().all(ruleCascade.company()).stream()
                    .filter(record -> record.isElsewhere(here)
                            && ruleCascade.replacement().affects(record))
                    .map(RuleRecord::vms)
                    .distinct()
                    .forEach(vms -> store.insert(ruleCascade.on(vms)));
            store.delete(ruleCascade.id());
        });
    }

    private void replaceInOwnRule(RuleRecord record, VmsSnapshot snapshot, UserReplacement userReplacement) {
        boolean named = userReplacement.affects(record.draft());
        Optional<SentRule> last = record.sent().filter(userReplacement::affects);
        last.ifPresent(sent -> replaceInSentRule(record, sent, now(sent.rule(), snapshot), userReplacement));
        Instant now = rulesContext.clock().instant();
        if (named) {
            rulesContext.store().setDraft(record.id(), userReplacement.applyTo(record.draft()), now);
        }
        if (named || last.isPresent()) {
            rulesContext.log().append("rule.followed", record.id().toString());
        }
    }

    /// @return empty if the VMS does not have the rule any more
    /// @throws VmsException [VmsFailure.UnreadableRow] if nobody can know
    private static Optional<AlertRule> now(AlertRule sent, VmsSnapshot snapshot) {
        Optional<AlertRule> there = snapshot.now(sent);
        if (there.isEmpty() && !snapshot.listing().lacks(sent)) {
            throw new VmsException(new VmsFailure.UnreadableRow());
        }
        return there;
    }

    /// A change that another user made on the VMS in the meantime is kept and still reported as changed
    /// there. A rule without anybody left is deleted on the VMS and kept locally; a rule for a group that is
    /// now empty is kept and reported as such.
    private void replaceInSentRule(
            RuleRecord record, SentRule sentRule, Optional<AlertRule> there, UserReplacement wanted) {
        VmsClient vms = rulesContext.vms().client(record.vms());
        UserReplacement userReplacement =
                isMemberToo(record.company(), sentRule, wanted) ? wanted : wanted.withoutNewUser();
        RuleDraft draft = wanted.applyTo(sentRule.draft());
        boolean nobodyLeft =
                there.map(userReplacement::leavesNobody).orElse(userReplacement.leavesNobody(sentRule.rule()));
        if (nobodyLeft && draft.people().isEmpty()) {
            there.ifPresent(vms::delete);
            rulesContext.store().clearSent(record.id());
        } else if (nobodyLeft) {
            rulesContext
                    .store()
                    .setSent(record.id(), new SentRule(sentRule.rule(), draft, sentRule.at(), sentRule.override()));
        } else {
            AlertRule expected = userReplacement.applyTo(sentRule.rule());
            AlertRule saved = there.map(rule -> replaceRemotely(vms, rule, userReplacement))
                    .filter(rule -> rule.hasSameContentAs(expected))
                    .orElse(expected);
            rulesContext.store().setSent(record.id(), new SentRule(saved, draft, sentRule.at(), sentRule.override()));
        }
    }

    /// Whether the person who replaces the user is one whom the rule looks for: chosen instead of the user, or
    /// a member of its groups.
    private boolean isMemberToo(CompanyId company, SentRule sentRule, UserReplacement userReplacement) {
        return userReplacement.affects(sentRule.draft())
                || userReplacement
                        .newUserId()
                        .filter(rulesContext
                                .memberResolver()
                                .resolve(
                                        sentRule.draft().people(),
                                        rulesContext.collection().of(company))
                                .userIds()::contains)
                        .isPresent();
    }

    private static AlertRule replaceRemotely(VmsClient vms, AlertRule rule, UserReplacement userReplacement) {
        return userReplacement.affects(rule)
                ? vms.update(rule, userReplacement.applyTo(rule.content())).rule()
                : rule;
    }
}
