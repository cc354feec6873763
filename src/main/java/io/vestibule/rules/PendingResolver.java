package io.vestibule.rules;

import io.vestibule.base.CompanyId;
import io.vestibule.rules.holiday.HolidayCalendar;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.rules.who.Members;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds out what became of requests whose answer was lost, by what the VMS has. Changes the local data only.
final class PendingResolver {

    /// After this time the VMS does not store a creation any more.
    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(1);

    private final RulesContext rulesContext;
    private final HolidayCalendar calendar;

    PendingResolver(RulesContext rulesContext, HolidayCalendar calendar) {
        this.rulesContext = rulesContext;
        this.calendar = calendar;
    }

    /// @param record is left as it is if it belongs to another VMS than the snapshot
    void resolve(RuleRecord record, VmsSnapshot snapshot) {
        RuleRecord known = record.isUnclaimed() ? claimed(record, snapshot) : record;
        if (known.isUnreadable()) {
            return;
        }
        known.pendingCreation()
                .flatMap(creation -> snapshot.rules().stream()
                        .filter(creation::created)
                        .findFirst()
                        .map(rule -> sent(rule, creation)))
                .ifPresent(sentRule -> rulesContext.store().setSent(known.id(), sentRule));
        known.sent()
                .filter(_ -> known.pendingCreation().isEmpty())
                .ifPresent(sent -> snapshot.now(sent.rule())
                        .filter(remote -> !remote.hasSameContentAs(sent.rule()))
                        .flatMap(remote -> recognizeOwnChange(known, sent, remote))
                        .ifPresent(now -> rulesContext.store().setSent(known.id(), now)));
    }

    /// A rule that an older version stored without its VMS is of this one if this one has it, recognised by
    /// more than its number.
    private RuleRecord claimed(RuleRecord record, VmsSnapshot snapshot) {
        boolean here = record.sent().isPresent()
                ? record.sent().flatMap(sent -> snapshot.recognize(sent.rule())).isPresent()
                : record.pendingCreation()
                        .map(creation -> new PendingCreation(
                                snapshot.vms(),
                                creation.existing(),
                                creation.content(),
                                creation.draft(),
                                creation.override()))
                        .filter(creation -> snapshot.rules().stream().anyMatch(creation::created))
                        .isPresent();
        if (!here) {
            return record;
        }
        rulesContext.store().setVms(record.id(), snapshot.vms());
        return rulesContext.store().find(record.id()).orElse(record);
    }

    /// A creation without an answer, after which the rule is sent once more or deleted, is kept: the VMS may
    /// store it late.
    void keepAttempt(RuleRecord record) {
        record.pendingCreation()
                .filter(creation -> creation.vms().isKnown())
                .ifPresent(creation -> rulesContext
                        .store()
                        .attempts()
                        .insert(new RuleAttempt(
                                UUID.randomUUID(),
                                record.company(),
                                record.id(),
                                creation,
                                rulesContext.clock().instant())));
    }

    /// Forgets attempts that the VMS did not store within a day.
    void forgetOldAttempts(CompanyId company, VmsSnapshot snapshot) {
        Instant kept = rulesContext.clock().instant().minus(ATTEMPTS_KEPT);
        List<RuleAttempt> old = rulesContext.store().attempts().all(company).stream()
                .filter(attempt -> attempt.creation().vms().equals(snapshot.vms())
                        && attempt.at().isBefore(kept))
                .toList();
        if (old.isEmpty() || snapshot.unreadable() > 0) {
            return; // at nearly every poll; and a row that cannot be read may be the rule of an attempt
        }
        Set<RemoteRuleId> ours = rulesContext.store().all(company).stream()
                .flatMap(record -> record.sent().stream())
                .map(sent -> sent.rule().id())
                .collect(Collectors.toSet());
        old.stream()
                .filter(attempt -> snapshot.rules().stream()
                        .filter(rule -> !ours.contains(rule.id()))
                        .noneMatch(attempt.creation()::resembles))
                .forEach(attempt -> rulesContext.store().attempts().delete(attempt.id()));
    }

    /// Takes the rule of the VMS for the one that was sent without an answer.
    RuleId adopt(CompanyId company, AlertRule rule) {
        RuleStore store = rulesContext.store();
        for (RuleRecord record : store.all(company)) {
            Optional<PendingCreation> creation =
                    record.pendingCreation().filter(open -> record.deletedAt().isEmpty() && open.resembles(rule));
            if (creation.isPresent()) {
                store.setSent(record.id(), sent(rule, creation.get()));
                return record.id();
            }
        }
        RuleAttempt attempt = store.attempts().all(company).stream()
                .filter(known -> known.creation().resembles(rule))
                .findFirst()
                .orElseThrow(() -> new RuleException(new RuleFailure.Gone()));
        SentRule sent = sent(rule, attempt.creation());
        RuleRecord adopted = new RuleRecord(
                RuleId.mint(),
                company,
                rule.id().vms(),
                sent.draft(),
                Optional.of(sent),
                Optional.empty(),
                rulesContext.clock().instant(),
                Optional.empty(),
                Optional.empty());
        store.insert(adopted);
        store.attempts().delete(attempt.id());
        return adopted.id();
    }

    /// The rule is not the one that was sent without an answer.
    void decline(CompanyId company, AlertRule rule) {
        RuleStore store = rulesContext.store();
        store.all(company)
                .forEach(record -> record.pendingCreation()
                        .filter(creation -> creation.resembles(rule))
                        .ifPresent(creation -> store.setPendingCreation(record.id(), without(creation, rule))));
        store.attempts().all(company).stream()
                .filter(attempt -> attempt.creation().resembles(rule))
                .forEach(attempt -> store.attempts()
                        .setExisting(
                                attempt.id(), without(attempt.creation(), rule).existing()));
    }

    private static PendingCreation without(PendingCreation creation, AlertRule rule) {
        return new PendingCreation(
                creation.vms(),
                Stream.concat(creation.existing().stream(), Stream.of(rule.id().number()))
                        .collect(Collectors.toSet()),
                creation.content(),
                creation.draft(),
                creation.override());
    }

    private SentRule sent(AlertRule rule, PendingCreation creation) {
        RuleDraft draft = creation.created(rule)
                ? creation.draft()
                : RuleContentMapper.toDraft(
                        rule.content(), creation.draft(), rulesContext.clock().instant());
        return new SentRule(rule, draft, rulesContext.clock().instant(), creation.override());
    }

    /// Recognises a change that was sent and applied but not recorded here because the program ended: a holiday
    /// override that began or ended, a pause that began or ended, or an edit. Any other change was made by another
    /// user.
    private Optional<SentRule> recognizeOwnChange(RuleRecord record, SentRule sentRule, AlertRule remote) {
        List<Optional<DayOverride>> holidays = Stream.of(
                        calendar.overrideAt(record, rulesContext.clock().instant()),
                        sentRule.override(),
                        Optional.<DayOverride>empty())
                .distinct()
                .toList();
        boolean paused = record.draft().timetable().paused();
        for (SentRule variant : List.of(
                sentRule, sentRule.withPaused(paused, rulesContext.clock().instant()))) {
            for (Optional<DayOverride> holiday : holidays) {
                RuleContent other = sentRule.rule().content().withSchedule(variant.schedule(holiday));
                if (AlertRule.read(sentRule.rule().id().vms(), sentRule.rule().withChange(other))
                        .filter(remote::hasSameContentAs)
                        .isPresent()) {
                    return Optional.of(variant.with(remote, holiday));
                }
            }
        }
        Members members = rulesContext
                .memberResolver()
                .resolve(record.draft().people(), rulesContext.collection().of(record.company()));
        for (Optional<DayOverride> holiday : holidays) {
            RuleContent wanted =
                    content(record.company(), record.draft(), members, Optional.of(sentRule.rule()), holiday);
            if (remote.differencesFrom(sentRule.rule(), wanted).isEmpty()) {
                return Optional.of(new SentRule(
                        remote, record.draft(), rulesContext.clock().instant(), holiday));
            }
        }
        return Optional.empty();
    }

    /// What the VMS is to have.
    RuleContent content(
            CompanyId company,
            RuleDraft draft,
            Members members,
            Optional<AlertRule> known,
            Optional<DayOverride> override) {
        return RuleContentMapper.toContent(
                override.map(day -> draft.withTimetable(day.applyTo(draft.timetable())))
                        .orElse(draft),
                members,
                rulesContext.collection().of(company),
                known,
                rulesContext.clock().instant());
    }
}
