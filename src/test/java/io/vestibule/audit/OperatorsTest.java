package io.vestibule.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vestibule.base.OperatorId;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorsTest {

    @TempDir
    Path folder;

    private Database database;
    private Session session;
    private AuditLog log;
    private Operators operators;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("records"), "key".toCharArray(), "db/common");
        session = new Session();
        log = new AuditLog(database, session, Clock.systemUTC());
        operators = new Operators(database, log, session, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstOperatorIsAnAdministratorAndSignedIn() {
        Operator first = operators.addFirst("  Anna Süß ");

        assertThat(first.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(first.name()).isEqualTo("Anna Süß");
        assertThat(session.operator()).contains(first);
        assertThat(operators.list()).containsExactly(first);
        assertRefused(new AuditFailure.NotAllowed(Permission.MANAGE_OPERATORS), () -> operators.addFirst("Ben"));
    }

    @Test
    void withoutASignedInOperatorNothingIsAllowed() {
        assertRefused(new AuditFailure.NotSignedIn(), () -> operators.add("Ben", Role.RECEPTION));
        assertRefused(new AuditFailure.NotSignedIn(), () -> session.require(Permission.ENROL));
        assertThat(session.may(Permission.ENROL)).isFalse();
    }

    @Test
    void eachRoleHasItsPermissions() {
        operators.addFirst("Anna");
        Operator desk = operators.add("Ben", Role.RECEPTION);
        Operator manager = operators.add("Cleo", Role.MANAGER);

        operators.signIn(desk.id());
        assertThat(session.require(Permission.ENROL)).isEqualTo(desk);
        assertRefused(
                new AuditFailure.NotAllowed(Permission.ENROL_WATCH), () -> session.require(Permission.ENROL_WATCH));
        assertRefused(
                new AuditFailure.NotAllowed(Permission.MANAGE_OPERATORS),
                () -> operators.changeRole(desk.id(), Role.ADMINISTRATOR));

        operators.signIn(manager.id());
        assertThat(session.may(Permission.ENROL_WATCH)).isTrue();
        assertThat(session.may(Permission.REMOVE_PEOPLE)).isTrue();
        assertThat(session.may(Permission.MANAGE_SETTINGS)).isFalse();
    }

    @Test
    void theLastAdministratorCanNeitherBeDemotedNorDeactivated() {
        Operator anna = operators.addFirst("Anna");

        assertRefused(new AuditFailure.LastAdministrator(), () -> operators.changeRole(anna.id(), Role.MANAGER));
        assertRefused(new AuditFailure.LastAdministrator(), () -> operators.deactivate(anna.id()));
        assertThat(operators.list()).containsExactly(anna);

        Operator ben = operators.add("Ben", Role.ADMINISTRATOR);
        operators.changeRole(anna.id(), Role.RECEPTION);
        assertThat(session.may(Permission.MANAGE_OPERATORS)).isFalse();
        operators.signIn(ben.id());
        assertRefused(new AuditFailure.LastAdministrator(), () -> operators.deactivate(ben.id()));
    }

    @Test
    void aDeactivatedOperatorIsSignedOutAndCannotSignInUntilActivated() {
        Operator anna = operators.addFirst("Anna");
        Operator ben = operators.add("Ben", Role.ADMINISTRATOR);

        operators.deactivate(anna.id());

        assertThat(session.operator()).isEmpty();
        assertRefused(new AuditFailure.UnknownOperator(), () -> operators.signIn(anna.id()));
        assertRefused(new AuditFailure.UnknownOperator(), () -> operators.signIn(OperatorId.mint()));
        operators.signIn(ben.id());
        operators.activate(anna.id());
        assertThat(operators.signIn(anna.id()).name()).isEqualTo("Anna");
    }

    @Test
    void theLastOperatorIsSignedInAfterARestart() {
        operators.addFirst("Anna");
        Operator ben = operators.add("Ben", Role.RECEPTION);
        operators.signIn(ben.id());

        Session next = new Session();
        AuditLog nextLog = new AuditLog(database, next, Clock.systemUTC());
        assertThat(new Operators(database, nextLog, next, Clock.systemUTC()).signInLast())
                .contains(ben);
        assertThat(next.operator()).contains(ben);
    }

    @Test
    void namesAreRequiredAndUnique() {
        Operator anna = operators.addFirst("Anna");

        assertRefused(new AuditFailure.NameMissing(), () -> operators.add("  ", Role.RECEPTION));
        assertRefused(new AuditFailure.NameMissing(), () -> operators.add("x".repeat(201), Role.RECEPTION));
        assertRefused(new AuditFailure.NameTaken(), () -> operators.add("ANNA", Role.RECEPTION));
        assertThat(operators.rename(anna.id(), "anna").name()).isEqualTo("anna");
    }

    @Test
    void everyChangeIsInTheLogAndARefusedOneIsNot() {
        Operator anna = operators.addFirst("Anna");
        Operator ben = operators.add("Ben", Role.RECEPTION);
        operators.changeRole(ben.id(), Role.MANAGER);
        assertRefused(new AuditFailure.LastAdministrator(), () -> operators.deactivate(anna.id()));

        assertThat(log.recent(10))
                .extracting(AuditEntry::action)
                .containsExactly("operator.role-changed", "operator.added", "operator.signed-in", "operator.added");
        assertThat(log.recent(1).getFirst().operator()).contains(anna.id());
        assertThat(log.recent(1).getFirst().subject()).isEqualTo(ben.id().toString());
    }

    private static void assertRefused(AuditFailure failure, ThrowingCallable call) {
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
