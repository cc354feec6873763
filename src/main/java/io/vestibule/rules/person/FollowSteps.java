package io.vestibule.rules.person;

import io.vestibule.base.Problem;
import io.vestibule.journal.Journal;
import io.vestibule.journal.run.Backoff;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.People;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.Rules;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.Sent;
import io.vestibule.rules.VmsPicture;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Makes all rules follow somebody who went, in the VMS first and then here. Each rule is compared before it is
/// changed, and changed only where it names them; so the step can be performed any number of times, and a crash leaves
/// nothing that the next time does not mend.
public final class FollowSteps implements StepHandler {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Rules rules;
    private final SendFlow send;
    private final People people;
    private final Journal journal;
    private final FollowStore store;

    public FollowSteps(Rules rules, SendFlow send, People people, Journal journal, FollowStore store) {
        this.rules = rules;
        this.send = send;
        this.people = people;
        this.journal = journal;
        this.store = store;
    }

    @Override
    public Outcome perform(Step step) {
        Optional<Follow> found = store.find(UUID.fromString(step.subject()));
        if (found.isEmpty()) {
            return Outcome.DONE;
        }
        Follow follow = found.get();
        if (isBack(follow)) {
            store.delete(follow.id());
            return new Outcome.End();
        }
        if (mayComeBack(follow)) {
            return new Outcome.Later(Problem.of("rules.may-come-back"), A_MOMENT, false);
        }
        return follow(step, follow);
    }

    private Outcome follow(Step step, Follow follow) {
        try {
            // Nothing else is sent meanwhile, so that what is compared is what is changed.
            synchronized (send) {
                everywhere(follow);
            }
        } catch (VmsException e) {
            // Somebody else was quicker: read again, and decide anew.
            boolean moved =
                    e.failure() instanceof VmsFailure.ChangedMeanwhile || e.failure() instanceof VmsFailure.NotFound;
            return moved || e.failure().passes()
                    ? new Outcome.Later(e.problem(), Backoff.pause(step.attempts()), true)
                    : new Outcome.Park(e.problem());
        }
        store.delete(follow.id());
        return Outcome.DONE;
    }

    private boolean isBack(Follow follow) {
        return follow.person()
                .flatMap(people.persons()::find)
                .filter(person -> person.removed().isEmpty())
                .isPresent();
    }

    /// As long as the removal has not begun, it may be taken back.
    private boolean mayComeBack(Follow follow) {
        List<Step> removal = follow.after().map(journal::steps).orElse(List.of());
        return !removal.isEmpty()
                && removal.stream().allMatch(step -> step.state() == StepState.WAITING && step.attempts() == 0);
    }

    private void everywhere(Follow follow) {
        CollectionRef collection = rules.collection().get();
        VmsClient vms = rules.vms().get();
        VmsPicture picture = VmsPicture.of(vms, rules.clock().instant());
        List<RuleRecord> ours = rules.store().all(follow.company());
        for (RuleRecord record : ours) {
            send.settle(record, picture);
            rules.store()
                    .find(record.id())
                    .filter(known -> known.deleted().isEmpty())
                    .ifPresent(known -> ours(known, picture, follow.swap()));
        }
        List<Long> numbers = ours.stream()
                .flatMap(record -> rules.store().find(record.id()).stream())
                .flatMap(record -> record.sent().stream())
                .map(sent -> sent.rule().id())
                .toList();
        picture.rules().stream()
                .filter(rule -> !numbers.contains(rule.id()) && FollowFlow.isHere(rule, collection))
                .filter(rule -> follow.swap().concerns(rule) && !follow.swap().empties(rule))
                .forEach(rule -> {
                    vms.update(rule, follow.swap().of(rule.content()));
                    rules.log().append("rule.of-others-followed", String.valueOf(rule.id()));
                });
    }

    private void ours(RuleRecord record, VmsPicture picture, Swap swap) {
        boolean named = swap.concerns(record.draft());
        Optional<Sent> last = record.sent().filter(sent -> swap.concerns(sent.draft()));
        last.ifPresent(sent -> sent(record, sent, picture.rule(sent.rule().id()), swap));
        Instant now = rules.clock().instant();
        if (named) {
            rules.store().setDraft(record.id(), swap.of(record.draft()), now);
        }
        if (named || last.isPresent()) {
            rules.log().append("rule.followed", record.id().toString());
        }
    }

    /// What somebody else changed on the VMS meanwhile stays, and stays told as changed there. A rule for nobody is
    /// taken off the VMS and stays here; one for a group that is empty now is left to be told as such.
    private void sent(RuleRecord record, Sent sent, Optional<AlertRule> there, Swap swap) {
        VmsClient vms = rules.vms().get();
        RuleDraft draft = swap.of(sent.draft());
        boolean nobodyLeft = there.map(swap::empties).orElse(swap.empties(sent.rule()));
        if (nobodyLeft && draft.who().isEmpty()) {
            there.ifPresent(rule -> vms.delete(rule.id()));
            rules.store().forgetSent(record.id());
        } else if (nobodyLeft) {
            rules.store().setSent(record.id(), new Sent(sent.rule(), draft, sent.at(), sent.override()));
        } else {
            AlertRule meant = swap.of(sent.rule());
            AlertRule kept = there.map(rule -> followed(vms, rule, swap))
                    .filter(rule -> rule.saysTheSameAs(meant))
                    .orElse(meant);
            rules.store().setSent(record.id(), new Sent(kept, draft, sent.at(), sent.override()));
        }
    }

    private static AlertRule followed(VmsClient vms, AlertRule rule, Swap swap) {
        return swap.concerns(rule) ? vms.update(rule, swap.of(rule.content())).rule() : rule;
    }
}
