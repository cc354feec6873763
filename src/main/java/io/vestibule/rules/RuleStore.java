package io.vestibule.rules;

import io.vestibule.base.ClockStep;
import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.base.SiteId;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.store.CompanyScope;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.VmsId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Store of the local rules. The draft and what was sent are updated separately, so that an edit and a concurrent
/// send do not overwrite each other.
public final class RuleStore {

    private static final String SELECT = "select " + RuleRowStore.COLUMNS + " from known_people_rule ";

    private static final int LONGEST_ARGS = 1_000;

    private final CompanyScope scope;
    private final RuleAttemptStore attempts;

    public RuleStore(CompanyScope scope) {
        this.scope = scope;
        this.attempts = new RuleAttemptStore(scope);
    }

    /// All rules of a company, deleted ones included, least recently changed first.
    public List<RuleRecord> all(CompanyId company) {
        return scope.with(handle -> handle.createQuery(SELECT + "where company_id = :company and "
                        + scope.owns("company_id") + " order by changed_at, id")
                .bind("company", company.value())
                .map((rows, _) -> RuleRowStore.read(rows))
                .list());
    }

    /// Names of the rules that look for a group of people of the site, as they are edited or as they were sent.
    public List<String> namesUsing(CompanyId company, SiteId site) {
        return all(company).stream()
                .filter(rule -> rule.deletedAt().isEmpty())
                .filter(rule -> Stream.concat(Stream.of(rule.draft()), rule.sent().map(SentRule::draft).stream())
                        .flatMap(draft -> draft.people().queries().stream())
                        .anyMatch(query -> query.site().equals(Optional.of(site))))
                .map(rule -> rule.draft().name())
                .toList();
    }

    /// What was sent to the accounts of one server, by the companies of the scope.
    ///
    /// @param server as in [VmsId#server]
    public List<AlertRule> sentTo(String server) {
        return scope.with(handle -> handle
                .createQuery(
                        SELECT + "where sent_rule is not null and (vms = :server or vms like :accounts escape '!') and "
                                + scope.owns("company_id"))
                .bind("server", server)
                .bind("accounts", server.replace("!", "!!").replace("%", "!%").replace("_", "!_") + " %")
                .map((rows, _) -> RuleRowStore.read(rows))
                .list()
                .stream()
                .flatMap(rule -> rule.sent().stream())
                .map(SentRule::rule)
                .toList());
    }

    public Optional<RuleRecord> find(RuleId rule) {
        return scope.with(handle -> handle.createQuery(SELECT + "where id = :id and " + scope.owns("company_id"))
                .bind("id", rule.value())
                .map((rows, _) -> RuleRowStore.read(rows))
                .findOne());
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if it is not of this scope
    public void insert(RuleRecord rule) {
        scope.requireOwned(rule.company().value());
        scope.transaction(() -> {
            scope.with(handle -> handle.execute(
                    "insert into known_people_rule (id, company_id, vms, draft, changed_at) values (?, ?, ?, ?, ?)",
                    rule.id().value(),
                    rule.company().value(),
                    text(rule.vms()),
                    DraftJson.write(rule.draft()),
                    utc(rule.changedAt())));
            rule.sent().ifPresent(sentRule -> setSent(rule.id(), sentRule));
            rule.pendingCreation().ifPresent(creation -> setPendingCreation(rule.id(), creation));
            rule.deletedAt().ifPresent(at -> setDeleted(rule.id(), Optional.of(at)));
        });
    }

    /// Records to which VMS everything of the rule belongs.
    void setVms(RuleId rule, VmsId vms) {
        scope.with(handle -> handle.execute(
                "update known_people_rule set vms = ? where id = ? and " + scope.owns("company_id"),
                text(vms),
                rule.value()));
    }

    /// Creations without an answer after which the rule was sent once more.
    RuleAttemptStore attempts() {
        return attempts;
    }

    public void setDraft(RuleId rule, RuleDraft draft, Instant now) {
        scope.with(handle -> handle.execute(
                "update known_people_rule set draft = ?, changed_at = ? where id = ? and " + scope.owns("company_id"),
                DraftJson.write(draft),
                utc(now),
                rule.value()));
    }

    /// Records that the VMS has the rule, and clears the pending creation.
    public void setSent(RuleId rule, SentRule sentRule) {
        scope.with(handle -> handle.execute(
                "update known_people_rule set vms = ?, sent_rule = ?, sent_draft = ?, sent_at = ?, sent_override = ?, attempt_before = null,"
                        + " attempt_body = null, attempt_draft = null, attempt_override = null where id = ? and "
                        + scope.owns("company_id"),
                text(sentRule.rule().id().vms()),
                sentRule.rule().raw().compact(),
                DraftJson.write(sentRule.draft()),
                utc(sentRule.at()),
                sentRule.override().map(DayOverride::text).orElse(null),
                rule.value()));
    }

    /// Records that the VMS no longer has the rule.
    public void clearSent(RuleId rule) {
        scope.with(handle -> handle.execute(
                "update known_people_rule set sent_rule = null, sent_draft = null, sent_at = null, sent_override = null where id = ? and "
                        + scope.owns("company_id"),
                rule.value()));
    }

    void setPendingCreation(RuleId rule, PendingCreation pendingCreation) {
        scope.with(handle -> handle.execute(
                "update known_people_rule set vms = ?, attempt_before = ?, attempt_body = ?, attempt_draft = ?, attempt_override = ? where id = ? and "
                        + scope.owns("company_id"),
                text(pendingCreation.vms()),
                RuleAttemptStore.numbers(pendingCreation.existing()),
                pendingCreation.content().body().compact(),
                DraftJson.write(pendingCreation.draft()),
                pendingCreation.override().map(DayOverride::text).orElse(null),
                rule.value()));
    }

    void clearPendingCreation(RuleId rule) {
        scope.with(handle -> handle.execute(
                "update known_people_rule set attempt_before = null, attempt_body = null, attempt_draft = null,"
                        + " attempt_override = null where id = ? and " + scope.owns("company_id"),
                rule.value()));
    }

    /// Runs `work` in one transaction with everything that it changes here.
    void transaction(Runnable work) {
        scope.transaction(work);
    }

    /// The same with a result.
    <T> T inTransaction(Supplier<T> work) {
        return scope.inTransaction(work);
    }

    void setDeleted(RuleId rule, Optional<Instant> at) {
        scope.with(handle -> handle.execute(
                "update known_people_rule set deleted_at = ?, refusal_code = null, refusal_args = null where id = ? and "
                        + scope.owns("company_id"),
                at.map(RuleStore::utc).orElse(null),
                rule.value()));
    }

    /// Shows a deleted rule again, because the VMS refused to delete it.
    void setDeletionRefused(RuleId rule, Problem refusal) {
        String args = String.join(RuleRowStore.BETWEEN_ARGS, refusal.args());
        scope.with(handle -> handle.execute(
                "update known_people_rule set deleted_at = null, refusal_code = ?, refusal_args = ? where id = ? and "
                        + scope.owns("company_id"),
                refusal.code(),
                args.substring(0, Math.min(LONGEST_ARGS, args.length())),
                rule.value()));
    }

    /// Deletions that can be undone keep the time they have left when the clock is corrected.
    public void stepped(ClockStep step) {
        record Deleted(UUID rule, Instant at) {}
        scope.with(handle -> handle.createQuery(
                                "select id, deleted_at from known_people_rule where deleted_at is not null and "
                                        + scope.owns("company_id"))
                        .map((rows, _) -> new Deleted(
                                rows.getObject("id", UUID.class),
                                rows.getObject("deleted_at", OffsetDateTime.class)
                                        .toInstant()))
                        .list())
                .forEach(deleted -> {
                    var due = step.reschedule(deleted.at().plus(SendFlow.UNDO_WINDOW));
                    setDeleted(new RuleId(deleted.rule()), Optional.of(due.minus(SendFlow.UNDO_WINDOW)));
                });
    }

    void delete(RuleId rule) {
        scope.with(handle -> handle.execute(
                "delete from known_people_rule where id = ? and " + scope.owns("company_id"), rule.value()));
    }

    private static @Nullable String text(VmsId vms) {
        return vms.isKnown() ? vms.text() : null;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
