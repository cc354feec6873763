package io.vestibule.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedParametersTest {

    private static final List<String> PIECES = List.of(
            "select ",
            "a.b",
            " ",
            "\n",
            ":name",
            ":name_2",
            "?",
            " = ",
            "'it''s :no'",
            "'?'",
            "\"Na:me\"",
            "::uuid",
            "(",
            ")",
            ",",
            " - 1",
            " / 2",
            "-- note :no\n",
            "/* :no ? */",
            "<list>");

    private static String parsed(SqlParser parser, String sql) {
        try (var handle = Jdbi.create("jdbc:h2:mem:").open();
                var query = handle.createQuery("select 1")) {
            var parsed = parser.parse(sql, query.getContext());
            return parsed.getSql() + " " + parsed.getParameters().isPositional() + " "
                    + parsed.getParameters().getParameterNames();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from job where state = 'WAITING' and due_at <= :now order by due_at",
                "update t set a = :a, b = ':b' where c in (:c_1,:c_2)",
                "select '12:30'::time, \"a:b\" from t where x = ? and y = ?"
            })
    void readsAStatementAsJdbiDoes(String sql) {
        assertThat(parsed(new NamedParameters(), sql)).isEqualTo(parsed(new ColonPrefixSqlParser(), sql));
    }

    @Test
    void parsesRandomStatementsAsJdbiDoes() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            // Both parsers refuse named and positional parameters in one statement.
            var pieces = PIECES.stream()
                    .filter(piece -> !piece.equals("?") && !piece.startsWith(":n"))
                    .collect(Collectors.toList());
            pieces.add(random.nextBoolean() ? "?" : ":name");
            var sql = random.ints(12, 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining());
            assertThat(parsed(new NamedParameters(), sql)).as(sql).isEqualTo(parsed(new ColonPrefixSqlParser(), sql));
        }
    }

    @Test
    void anUnclosedTokenIsPassedToTheDatabaseUnchanged() {
        assertThat(parsed(new NamedParameters(), "select 'open :a")).startsWith("select 'open :a ");
    }
}
