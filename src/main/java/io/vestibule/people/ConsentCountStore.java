package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.store.CompanyScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// How many people agreed, refused and withdrew, by month. Nobody is named: the figures stay when people are erased.
public final class ConsentCountStore {

    /// What is counted. Stored by name; a constant that was released is never renamed.
    public enum Answer {
        AGREED,
        REFUSED,
        WITHDREW
    }

    /// @param month its first day
    public record Count(LocalDate month, PersonKind kind, Answer answer, int total) {}

    private final CompanyScope scope;

    public ConsentCountStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// Counts an answer of this person, in the caller's transaction. Sample people are not counted.
    ///
    /// @param change 1, or -1 for an answer that is undone
    public void add(PersonId person, Answer answer, Instant at, int change) {
        scope.with(handle -> handle.createQuery("select company_id, kind from person where id = :id and not sample and "
                                + scope.owns("company_id"))
                        .bind("id", person.value())
                        .map((rows, _) -> new Group(rows.getString("company_id"), rows.getString("kind")))
                        .findOne())
                .ifPresent(group -> add(group, answer, Sql.utc(at).toLocalDate().withDayOfMonth(1), change));
    }

    private record Group(String company, String kind) {}

    private void add(Group group, Answer answer, LocalDate month, int change) {
        if (change > 0) {
            // Two transactions may count the first answer of a month at the same time: the second one waits here.
            scope.with(handle -> handle.execute(
                    "insert into consent_count (company_id, first_of_month, kind, answer, total) values (?, ?, ?, ?, 0)"
                            + " on conflict do nothing",
                    group.company(),
                    month,
                    group.kind(),
                    answer.name()));
        }
        scope.with(handle -> handle.execute(
                "update consent_count set total = total + ? where company_id = ? and first_of_month = ? and kind = ?"
                        + " and answer = ? and " + scope.owns("company_id"),
                change,
                group.company(),
                month,
                group.kind(),
                answer.name()));
    }

    /// The latest months first.
    public List<Count> since(LocalDate month) {
        return scope.with(handle -> handle.createQuery("select first_of_month, kind, answer, total from consent_count"
                        + " where first_of_month >= :month and " + scope.owns("company_id")
                        + " order by first_of_month desc, kind, answer")
                .bind("month", month)
                .map((rows, _) -> new Count(
                        rows.getObject("first_of_month", LocalDate.class),
                        PersonKind.valueOf(rows.getString("kind")),
                        Answer.valueOf(rows.getString("answer")),
                        rows.getInt("total")))
                .list());
    }
}
