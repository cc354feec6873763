package io.vestibule.rules;

import io.vestibule.audit.Permission;
import io.vestibule.people.CollectionRef;
import io.vestibule.rules.who.Members;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.Saved;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells the VMS. One thing at a time, and never the same rule twice: before a new rule goes out it is written down
/// which rules were there, and whatever happens, it is looked for before it is sent again.
///
/// Blocks for the network; throws `VmsException`, [RuleException], and `AuditException` if the operator may not.
public final class SendFlow {

    /// How long a deletion can be taken back.
    public static final Duration UNDO = Duration.ofSeconds(10);

    private final Rules rules;

    public SendFlow(Rules rules) {
        this.rules = rules;
    }

    /// What became of sending.
    public sealed interface Outcome {

        /// The VMS has it.
        ///
        /// @param saved with what the VMS keeps otherwise than it was sent
        record Done(Saved saved) implements Outcome {}

        /// Nothing was sent.
        record Blocked(List<DraftProblem> problems) implements Outcome {}

        /// Somebody changed the rule on the VMS; nothing was sent.
        record Changed(AlertRule now) implements Outcome {}

        /// Somebody deleted the rule on the VMS; nothing was sent.
        record Gone() implements Outcome {}
    }

    /// Creates the rule, or changes what differs.
    public Outcome send(RuleId rule) {
        rules.session().require(Permission.MANAGE_RULES);
        Outcome outcome = sendNow(rule, Optional.empty());
        audit(outcome, "rule.sent", rule);
        return outcome;
    }

    /// Sends over what somebody else made of it.
    ///
    /// @param seen what is to be replaced; if it changed again since, nothing is sent
    public Outcome sendOver(RuleId rule, AlertRule seen) {
        rules.session().require(Permission.MANAGE_RULES);
        Outcome outcome = sendNow(rule, Optional.of(seen));
        audit(outcome, "rule.sent-over", rule);
        return outcome;
    }

    /// Creates a rule anew that was deleted on the VMS; it gets another number and topic.
    public Outcome sendAgain(RuleId rule) {
        rules.session().require(Permission.MANAGE_RULES);
        synchronized (this) {
            rules.store().forgetSent(rule);
        }
        return send(rule);
    }

    /// Takes over what somebody else made of it, in place of the draft.
    public synchronized RuleRecord takeTheirs(RuleId rule, AlertRule theirs) {
        rules.session().require(Permission.MANAGE_RULES);
        RuleRecord record = rules.record(rule);
        Instant now = rules.clock().instant();
        RuleDraft draft = Wanted.draft(theirs.content(), record.draft(), now);
        rules.store().setDraft(rule, draft, now);
        rules.store().setSent(rule, new Sent(theirs, draft, now));
        return rules.record(rule);
    }

    /// What would be sent now, exactly.
    public Preview preview(RuleDraft draft, Members members, Optional<AlertRule> there) {
        CollectionRef collection = rules.collection().get();
        RuleContent wanted =
                Wanted.of(draft, members, collection, there, rules.clock().instant());
        return Preview.of(wanted, there);
    }

    private synchronized Outcome sendNow(RuleId rule, Optional<AlertRule> over) {
        VmsClient vms = rules.vms().get();
        VmsPicture picture = VmsPicture.of(vms, rules.clock().instant());
        settle(rules.record(rule), picture);
        RuleRecord record = rules.record(rule);
        CollectionRef collection = rules.collection().get();
        Members members = rules.roster().members(record.draft().who(), collection);
        List<DraftProblem> problems = DraftCheck.of(record.draft(), members, Optional.of(picture));
        if (DraftCheck.blocked(problems)) {
            return new Outcome.Blocked(problems);
        }
        Optional<AlertRule> known = over.or(() -> record.sent().map(Sent::rule));
        RuleContent wanted = Wanted.of(
                record.draft(), members, collection, known, rules.clock().instant());
        return known.isPresent()
                ? change(record, known.get(), wanted, record.draft())
                : create(record, wanted, picture);
    }

    private Outcome create(RuleRecord record, RuleContent wanted, VmsPicture picture) {
        Set<Long> before = record.attempt()
                .map(Attempt::before)
                .orElseGet(() -> picture.rules().stream().map(AlertRule::id).collect(Collectors.toSet()));
        rules.store().setAttempt(record.id(), new Attempt(before, wanted, record.draft()));
        try {
            return done(record.id(), rules.vms().get().create(wanted, before), record.draft());
        } catch (VmsException e) {
            return lost(record.id(), e);
        }
    }

    /// Even a plain refusal is not believed before the rules were read again: the rule may be there all the same.
    private Outcome lost(RuleId rule, VmsException failed) {
        VmsPicture now;
        try {
            now = VmsPicture.of(rules.vms().get(), rules.clock().instant());
        } catch (VmsException e) {
            failed.addSuppressed(e);
            throw failed;
        }
        settle(rules.record(rule), now);
        Optional<Sent> sent = rules.record(rule).sent();
        if (sent.isPresent()) {
            return new Outcome.Done(new Saved(sent.get().rule(), Saved.How.FOUND_AFTERWARDS, List.of()));
        }
        if (!failed.failure().leavesDoubt()) {
            rules.store().forgetAttempt(rule);
        }
        throw failed;
    }

    private Outcome change(RuleRecord record, AlertRule known, RuleContent wanted, RuleDraft draft) {
        try {
            Saved saved = rules.vms().get().update(known, wanted);
            boolean untouched = saved.how() == Saved.How.NOTHING_TO_DO;
            return untouched && !saved.differences().isEmpty()
                    ? new Outcome.Changed(saved.rule())
                    : done(record.id(), saved, draft);
        } catch (VmsException e) {
            return switch (e.failure()) {
                case VmsFailure.ChangedMeanwhile changed -> new Outcome.Changed(changed.now());
                case VmsFailure.NotFound _ -> new Outcome.Gone();
                default -> throw e;
            };
        }
    }

    private Outcome done(RuleId rule, Saved saved, RuleDraft draft) {
        rules.store().setSent(rule, new Sent(saved.rule(), draft, rules.clock().instant()));
        return new Outcome.Done(saved);
    }

    /// Finds out what became of sendings whose answer was lost.
    public synchronized void settle(RuleRecord record, VmsPicture picture) {
        record.attempt()
                .flatMap(attempt -> picture.rules().stream()
                        .filter(rule -> !attempt.before().contains(rule.id())
                                && rule.content().answers(attempt.content()))
                        .findFirst()
                        .map(rule ->
                                new Sent(rule, attempt.draft(), rules.clock().instant())))
                .ifPresent(sent -> rules.store().setSent(record.id(), sent));
        record.sent()
                .filter(sent -> record.attempt().isEmpty())
                .flatMap(sent -> picture.rule(sent.rule().id())
                        .filter(there -> !there.saysTheSameAs(sent.rule()))
                        .filter(there -> isOurs(record, sent, there)))
                .ifPresent(there -> rules.store()
                        .setSent(
                                record.id(),
                                new Sent(there, record.draft(), rules.clock().instant())));
    }

    /// A change that was sent, done, and not written down here because the program ended.
    private boolean isOurs(RuleRecord record, Sent sent, AlertRule there) {
        CollectionRef collection = rules.collection().get();
        Members members = rules.roster().members(record.draft().who(), collection);
        RuleContent wanted = Wanted.of(
                record.draft(),
                members,
                collection,
                Optional.of(sent.rule()),
                rules.clock().instant());
        return there.differencesFrom(sent.rule(), wanted).isEmpty();
    }

    /// Sends the last sent draft again for the people and clocks of now. Edits that nobody sent stay here.
    synchronized Outcome keepUp(RuleId rule) {
        RuleRecord record = rules.record(rule);
        Sent sent = record.sent().orElseThrow();
        CollectionRef collection = rules.collection().get();
        Members members = rules.roster().members(sent.draft().who(), collection);
        if (members.userIds().isEmpty() || !members.notActive().isEmpty()) {
            return new Outcome.Blocked(DraftCheck.of(sent.draft(), members, Optional.empty()));
        }
        RuleContent wanted = Wanted.of(
                sent.draft(),
                members,
                collection,
                Optional.of(sent.rule()),
                rules.clock().instant());
        Outcome outcome = change(record, sent.rule(), wanted, sent.draft());
        audit(outcome, "rule.kept-up", rule);
        return outcome;
    }

    /// Deletes on the VMS what was deleted here and cannot be taken back any more.
    synchronized void sweep(RuleRecord record, VmsPicture picture) {
        boolean due = record.deleted()
                .filter(at -> !at.plus(UNDO).isAfter(rules.clock().instant()))
                .isPresent();
        if (due) {
            settle(record, picture);
            rules.store()
                    .find(record.id())
                    .flatMap(RuleRecord::sent)
                    .ifPresent(sent -> rules.vms().get().delete(sent.rule().id()));
            rules.store().delete(record.id());
            rules.log().append("rule.deleted", record.id().toString());
        }
    }

    private void audit(Outcome outcome, String action, RuleId rule) {
        if (outcome instanceof Outcome.Done) {
            rules.log().append(action, rule.toString());
        }
    }
}
