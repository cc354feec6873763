package io.vestibule.rules;

import io.vestibule.base.CompanyId;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.store.CompanyScope;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.VmsId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The table `rule_attempt`.
final class RuleAttemptStore {

    private final CompanyScope scope;

    RuleAttemptStore(CompanyScope scope) {
        this.scope = scope;
    }

    List<RuleAttempt> all(CompanyId company) {
        return scope.with(handle -> handle
                .createQuery("select id, company_id, rule_id, vms, existing, body, draft,"
                        + " day_override, written_at from rule_attempt where company_id = :company and "
                        + scope.owns("company_id") + " order by written_at, id")
                .bind("company", company.value())
                .map((rows, _) -> attempt(rows))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    void insert(RuleAttempt attempt) {
        scope.requireOwned(attempt.company().value());
        PendingCreation creation = attempt.creation();
        scope.with(handle -> handle.execute(
                "insert into rule_attempt (id, company_id, rule_id, vms, existing, body, draft, day_override,"
                        + " written_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                attempt.id(),
                attempt.company().value(),
                attempt.rule().value(),
                creation.vms().text(),
                numbers(creation.existing()),
                creation.content().body().compact(),
                DraftJson.write(creation.draft()),
                creation.override().map(DayOverride::text).orElse(null),
                attempt.at().atOffset(ZoneOffset.UTC)));
    }

    void setExisting(UUID attempt, Set<Long> existing) {
        scope.with(handle -> handle.execute(
                "update rule_attempt set existing = ? where id = ? and " + scope.owns("company_id"),
                numbers(existing),
                attempt));
    }

    void delete(UUID attempt) {
        scope.with(handle ->
                handle.execute("delete from rule_attempt where id = ? and " + scope.owns("company_id"), attempt));
    }

    static String numbers(Set<Long> numbers) {
        return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    static Set<Long> numbers(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",", -1)).map(Long::valueOf).collect(Collectors.toSet());
    }

    private static Optional<RuleAttempt> attempt(ResultSet rows) throws SQLException {
        Optional<RawJson> body = RawJson.parse(rows.getString("body"));
        Optional<RuleDraft> draft = DraftJson.read(rows.getString("draft"));
        if (body.isEmpty() || draft.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RuleAttempt(
                rows.getObject("id", UUID.class),
                new CompanyId(rows.getString("company_id")),
                new RuleId(rows.getObject("rule_id", UUID.class)),
                new PendingCreation(
                        VmsId.parse(rows.getString("vms")),
                        numbers(rows.getString("existing")),
                        RuleContent.read(body.get()),
                        draft.get(),
                        Optional.ofNullable(rows.getString("day_override")).flatMap(DayOverride::parse)),
                rows.getObject("written_at", OffsetDateTime.class).toInstant()));
    }
}
