package io.vestibule.rules;

import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.VmsId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads rows of `known_people_rule`. A row of which a part cannot be read is returned all the same, marked as
/// such, so that the other rules are listed and its rule on the VMS is not taken for one of others.
final class RuleRowStore {

    static final String COLUMNS = "id, company_id, vms, draft, sent_rule, sent_draft, sent_at, sent_override,"
            + " attempt_before, attempt_body, attempt_draft, attempt_override, changed_at, deleted_at, refusal_code,"
            + " refusal_args";

    static final String BETWEEN_ARGS = "\u001f";

    private final ResultSet rows;
    private final VmsId vms;
    private boolean unreadable;

    private RuleRowStore(ResultSet rows) throws SQLException {
        this.rows = rows;
        this.vms = Optional.ofNullable(rows.getString("vms")).map(VmsId::parse).orElse(VmsId.UNKNOWN);
    }

    static RuleRecord read(ResultSet rows) throws SQLException {
        return new RuleRowStore(rows).record();
    }

    private RuleRecord record() throws SQLException {
        Optional<AlertRule> there =
                part("sent_rule", text -> RawJson.parse(text).flatMap(raw -> AlertRule.read(vms, raw)));
        Optional<RuleDraft> own = part("draft", DraftJson::read);
        Optional<RuleDraft> last = part("sent_draft", DraftJson::read);
        RuleDraft draft = own.or(() -> last).orElseGet(() -> standIn(there));
        Optional<SentRule> sent =
                there.isPresent() ? Optional.of(sent(there.get(), last.orElse(draft))) : Optional.empty();
        Optional<PendingCreation> attempt = attempt();
        return new RuleRecord(
                new RuleId(rows.getObject("id", UUID.class)),
                new CompanyId(rows.getString("company_id")),
                vms,
                draft,
                sent,
                attempt,
                instant("changed_at").orElseThrow(),
                instant("deleted_at"),
                unreadable ? Optional.of(RuleRecord.UNREADABLE) : refusal());
    }

    private SentRule sent(AlertRule rule, RuleDraft draft) throws SQLException {
        return new SentRule(rule, draft, instant("sent_at").orElse(Instant.EPOCH), override("sent_override"));
    }

    private Optional<PendingCreation> attempt() throws SQLException {
        Optional<RuleContent> content =
                part("attempt_body", text -> RawJson.parse(text).map(RuleContent::read));
        Optional<RuleDraft> draft = part("attempt_draft", DraftJson::read);
        if (content.isEmpty() || draft.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PendingCreation(
                vms,
                RuleAttemptStore.numbers(rows.getString("attempt_before")),
                content.get(),
                draft.get(),
                override("attempt_override")));
    }

    private RuleDraft standIn(Optional<AlertRule> there) {
        RuleDraft empty = RuleDraft.empty(new Timetable(Week.NEVER, ZoneOffset.UTC, ZoneReading.AS_TYPED));
        return there.map(rule -> RuleContentMapper.toDraft(rule.content(), empty, Instant.EPOCH))
                .orElse(empty);
    }

    private interface Parse<T> {
        Optional<T> of(String text);
    }

    private <T> Optional<T> part(String column, Parse<T> parse) throws SQLException {
        @Nullable String text = rows.getString(column);
        if (text == null) {
            return Optional.empty();
        }
        Optional<T> value = parse.of(text);
        unreadable |= value.isEmpty();
        return value;
    }

    private Optional<Problem> refusal() throws SQLException {
        @Nullable String args = rows.getString("refusal_args");
        return Optional.ofNullable(rows.getString("refusal_code"))
                .map(code -> new Problem(
                        code, args == null || args.isEmpty() ? List.of() : List.of(args.split(BETWEEN_ARGS, -1))));
    }

    private Optional<DayOverride> override(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column)).flatMap(DayOverride::parse);
    }

    private Optional<Instant> instant(String column) throws SQLException {
        @Nullable OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
