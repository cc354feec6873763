package io.vestibule.rules;

import io.vestibule.base.ClockStep;
import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.store.Database;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.RuleContent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Store of the local rules. The draft and what was sent are updated separately, so that an edit and a concurrent
/// send do not overwrite each other.
public final class RuleStore {

    private static final String SELECT = "select id, company_id, draft, sent_rule, sent_draft, sent_at, sent_override,"
            + " attempt_before, attempt_body, attempt_draft, attempt_override, changed_at, deleted_at, refusal_code,"
            + " refusal_args from known_people_rule ";

    private static final String BETWEEN_ARGS = "\u001f";
    private static final int LONGEST_ARGS = 1_000;

    private final Database database;

    public RuleStore(Database database) {
        this.database = database;
    }

    /// All rules of a company, deleted ones included, least recently changed first.
    public List<RuleRecord> all(CompanyId company) {
        return database.with(
                handle -> handle.createQuery(SELECT + "where company_id = :company order by changed_at, id")
                        .bind("company", company.value())
                        .map((rows, _) -> record(rows))
                        .list());
    }

    public Optional<RuleRecord> find(RuleId rule) {
        return database.with(handle -> handle.createQuery(SELECT + "where id = :id")
                .bind("id", rule.value())
                .map((rows, _) -> record(rows))
                .findOne());
    }

    public void insert(RuleRecord rule) {
        database.transaction(() -> {
            database.with(handle -> handle.execute(
                    "insert into known_people_rule (id, company_id, draft, changed_at) values (?, ?, ?, ?)",
                    rule.id().value(),
                    rule.company().value(),
                    DraftJson.write(rule.draft()),
                    utc(rule.changedAt())));
            rule.sent().ifPresent(sentRule -> setSent(rule.id(), sentRule));
        });
    }

    public void setDraft(RuleId rule, RuleDraft draft, Instant now) {
        database.with(handle -> handle.execute(
                "update known_people_rule set draft = ?, changed_at = ? where id = ?",
                DraftJson.write(draft),
                utc(now),
                rule.value()));
    }

    /// Records that the VMS has the rule, and clears the pending creation.
    public void setSent(RuleId rule, SentRule sentRule) {
        database.with(handle -> handle.execute(
                "update known_people_rule set sent_rule = ?, sent_draft = ?, sent_at = ?, sent_override = ?, attempt_before = null,"
                        + " attempt_body = null, attempt_draft = null, attempt_override = null where id = ?",
                sentRule.rule().raw().compact(),
                DraftJson.write(sentRule.draft()),
                utc(sentRule.at()),
                sentRule.override().map(DayOverride::text).orElse(null),
                rule.value()));
    }

    /// Records that the VMS no longer has the rule.
    public void clearSent(RuleId rule) {
        database.with(handle -> handle.execute(
                "update known_people_rule set sent_rule = null, sent_draft = null, sent_at = null, sent_override = null where id = ?",
                rule.value()));
    }

    void setPendingCreation(RuleId rule, PendingCreation pendingCreation) {
        database.with(handle -> handle.execute(
                "update known_people_rule set attempt_before = ?, attempt_body = ?, attempt_draft = ?, attempt_override = ? where id = ?",
                pendingCreation.existingIds().stream().map(String::valueOf).collect(Collectors.joining(",")),
                pendingCreation.content().body().compact(),
                DraftJson.write(pendingCreation.draft()),
                pendingCreation.override().map(DayOverride::text).orElse(null),
                rule.value()));
    }

    void clearPendingCreation(RuleId rule) {
        database.with(handle -> handle.execute(
                "update known_people_rule set attempt_before = null, attempt_body = null, attempt_draft = null,"
                        + " attempt_override = null where id = ?",
                rule.value()));
    }

    /// Runs `work` in one transaction with everything that it changes here.
    <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }

    void setDeleted(RuleId rule, Optional<Instant> at) {
        database.with(handle -> handle.execute(
                "update known_people_rule set deleted_at = ?, refusal_code = null, refusal_args = null where id = ?",
                at.map(RuleStore::utc).orElse(null),
                rule.value()));
    }

    /// Shows a deleted rule again, because the VMS refused to delete it.
    void setDeletionRefused(RuleId rule, Problem refusal) {
        String args = String.join(BETWEEN_ARGS, refusal.args());
        database.with(handle -> handle.execute(
                "update known_people_rule set deleted_at = null, refusal_code = ?, refusal_args = ? where id = ?",
                refusal.code(),
                args.substring(0, Math.min(LONGEST_ARGS, args.length())),
                rule.value()));
    }

    /// Deletions that can be undone keep the time they have left when the clock is corrected.
    public void stepped(ClockStep step) {
        record Deleted(UUID rule, Instant at) {}
        database.with(handle -> handle.createQuery(
                                "select id, deleted_at from known_people_rule where deleted_at is not null")
                        .map((rows, _) -> new Deleted(
                                rows.getObject("id", UUID.class),
                                instant(rows, "deleted_at").orElseThrow()))
                        .list())
                .forEach(deleted -> {
                    var due = step.reschedule(deleted.at().plus(SendFlow.UNDO_WINDOW));
                    setDeleted(new RuleId(deleted.rule()), Optional.of(due.minus(SendFlow.UNDO_WINDOW)));
                });
    }

    void delete(RuleId rule) {
        database.with(handle -> handle.execute("delete from known_people_rule where id = ?", rule.value()));
    }

    private static RuleRecord record(ResultSet rows) throws SQLException {
        return new RuleRecord(
                new RuleId(rows.getObject("id", UUID.class)),
                new CompanyId(rows.getString("company_id")),
                draft(rows.getString("draft")),
                sent(rows),
                attempt(rows),
                instant(rows, "changed_at").orElseThrow(),
                instant(rows, "deleted_at"),
                refusal(rows));
    }

    private static Optional<Problem> refusal(ResultSet rows) throws SQLException {
        @Nullable String args = rows.getString("refusal_args");
        return Optional.ofNullable(rows.getString("refusal_code"))
                .map(code -> new Problem(
                        code, args == null || args.isEmpty() ? List.of() : List.of(args.split(BETWEEN_ARGS, -1))));
    }

    private static Optional<SentRule> sent(ResultSet rows) throws SQLException {
        String raw = rows.getString("sent_rule");
        if (raw == null) {
            return Optional.empty();
        }
        AlertRule rule = RawJson.parse(raw).flatMap(AlertRule::read).orElseThrow();
        return Optional.of(new SentRule(
                rule,
                draft(rows.getString("sent_draft")),
                instant(rows, "sent_at").orElseThrow(),
                override(rows, "sent_override")));
    }

    private static Optional<PendingCreation> attempt(ResultSet rows) throws SQLException {
        String body = rows.getString("attempt_body");
        if (body == null) {
            return Optional.empty();
        }
        String before = rows.getString("attempt_before");
        Set<Long> ids = before.isEmpty()
                ? Set.of()
                : Arrays.stream(before.split(",", -1)).map(Long::valueOf).collect(Collectors.toSet());
        return Optional.of(new PendingCreation(
                ids,
                RuleContent.read(RawJson.parse(body).orElseThrow()),
                draft(rows.getString("attempt_draft")),
                override(rows, "attempt_override")));
    }

    private static Optional<DayOverride> override(ResultSet rows, String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column)).flatMap(DayOverride::parse);
    }

    private static RuleDraft draft(String text) {
        return DraftJson.read(text).orElseThrow();
    }

    private static Optional<Instant> instant(ResultSet rows, String column) throws SQLException {
        @Nullable OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
