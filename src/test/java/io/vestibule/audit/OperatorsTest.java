package io.vestibule.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vestibule.base.OperatorId;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorsTest {

    @TempDir
    Path folder;

    private Database database;
    private Session session;
    private AuditLog log;
    private Operators operators;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        session = new Session();
        log = new AuditLog(database, session, Clock.systemUTC(), new byte[32]);
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
        AuditLog nextLog = new AuditLog(database, next, Clock.systemUTC(), new byte[32]);
        assertThat(new Operators(database, nextLog, next, Clock.systemUTC()).signInLast())
                .contains(ben);
        assertThat(next.operator()).contains(ben);
    }

    @Test
    void theLastSignInCountsAlsoIfTheClockWentBack() {
        operators.addFirst("Anna");
        Operator ben = operators.add("Ben", Role.RECEPTION);
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        Operators later = new Operators(database, log, session, behind);

        later.signIn(ben.id());

        assertThat(later.signInLast().map(Operator::id)).contains(ben.id());
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

    @Test
    void aNameMayHaveTwoHundredCharacters() {
        operators.addFirst("x".repeat(200));
        assertThat(operators.list().getFirst().name()).hasSize(200);
    }

    @Test
    void nobodyTakesTheNameOfAnother() {
        operators.addFirst("Anna");
        Operator ben = operators.add("Ben", Role.RECEPTION);
        assertRefused(new AuditFailure.NameTaken(), () -> operators.rename(ben.id(), " anna "));
        assertRefused(new AuditFailure.NameMissing(), () -> operators.rename(ben.id(), " "));
        assertThat(operators.rename(ben.id(), " Benno ").name()).isEqualTo("Benno");
        assertThat(log.recent(1).getFirst().action()).isEqualTo("operator.renamed");
    }

    @Test
    void whoeverIsAtTheDeskGetsTheirNewNameAndRoleAtOnce() {
        Operator anna = operators.addFirst("Anna");
        Operator ben = operators.add("Ben", Role.ADMINISTRATOR);
        operators.rename(anna.id(), "Hanna");
        assertThat(session.operator().map(Operator::name)).contains("Hanna");
        operators.changeRole(anna.id(), Role.MANAGER);
        assertThat(session.may(Permission.MANAGE_OPERATORS)).isFalse();
        operators.signIn(ben.id());
        operators.deactivate(anna.id());
        assertThat(session.operator().map(Operator::id))
                .as("who is not concerned")
                .contains(ben.id());
    }

    @Test
    void anAdministratorWhoIsDeactivatedDoesNotCountAsOne() {
        Operator anna = operators.addFirst("Anna");
        Operator ben = operators.add("Ben", Role.ADMINISTRATOR);
        operators.deactivate(ben.id());
        assertRefused(new AuditFailure.LastAdministrator(), () -> operators.changeRole(anna.id(), Role.MANAGER));
        operators.activate(ben.id());
        assertThat(operators.changeRole(anna.id(), Role.MANAGER).role()).isEqualTo(Role.MANAGER);
    }

    @Test
    void theLastAdministratorMayBeRenamedAndConfirmed() {
        Operator anna = operators.addFirst("Anna");
        assertThat(operators.rename(anna.id(), "Hanna").role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(operators.changeRole(anna.id(), Role.ADMINISTRATOR).active()).isTrue();
        assertThat(operators.activate(anna.id()).active()).isTrue();
    }

    @Test
    void nobodyUnknownIsChanged() {
        operators.addFirst("Anna");
        OperatorId unknown = OperatorId.mint();
        assertRefused(new AuditFailure.UnknownOperator(), () -> operators.rename(unknown, "Ben"));
        assertRefused(new AuditFailure.UnknownOperator(), () -> operators.changeRole(unknown, Role.MANAGER));
        assertRefused(new AuditFailure.UnknownOperator(), () -> operators.deactivate(unknown));
        assertRefused(new AuditFailure.UnknownOperator(), () -> operators.activate(unknown));
        assertThat(operators.list()).hasSize(1);
    }

    @Test
    void aManagerChangesNoOperator() {
        Operator anna = operators.addFirst("Anna");
        Operator ben = operators.add("Ben", Role.MANAGER);
        operators.signIn(ben.id());
        AuditFailure refused = new AuditFailure.NotAllowed(Permission.MANAGE_OPERATORS);
        assertRefused(refused, () -> operators.add("Cleo", Role.RECEPTION));
        assertRefused(refused, () -> operators.rename(ben.id(), "Benno"));
        assertRefused(refused, () -> operators.changeRole(ben.id(), Role.ADMINISTRATOR));
        assertRefused(refused, () -> operators.deactivate(anna.id()));
        assertRefused(refused, () -> operators.activate(anna.id()));
        assertThat(operators.list()).containsExactly(anna, ben);
    }

    @Test
    void signingOffAndOnIsInTheLog() {
        operators.addFirst("Anna");
        Operator ben = operators.add("Ben", Role.RECEPTION);
        operators.deactivate(ben.id());
        operators.activate(ben.id());
        assertThat(log.recent(2))
                .extracting(AuditEntry::action)
                .containsExactly("operator.activated", "operator.deactivated");
    }

    @Test
    void nobodyIsResumedWhoNeverWasThereOrMayNotBeAnyMore() {
        assertThat(operators.signInLast()).isEmpty();
        Operator anna = operators.addFirst("Anna");
        Operator ben = operators.add("Ben", Role.ADMINISTRATOR);
        operators.add("Cleo", Role.ADMINISTRATOR);
        operators.signIn(ben.id());
        operators.deactivate(ben.id());
        assertThat(operators.signInLast().map(Operator::id)).contains(anna.id());
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void aPermissionBeginsWithItsLeastRoleAndNeedsSomebodyActive(Permission permission) {
        for (Role role : Role.values()) {
            boolean may = role.compareTo(permission.minimumRole()) >= 0;
            assertThat(new Operator(OperatorId.mint(), "Anna", role, true).may(permission))
                    .as(role.name())
                    .isEqualTo(may);
            assertThat(new Operator(OperatorId.mint(), "Anna", role, false).may(permission))
                    .isFalse();
        }
    }

    @Test
    void watchListPeopleRulesAndFiguresAreForManagersAndSettingsForAdministrators() {
        assertThat(Permission.ENROL.minimumRole()).isEqualTo(Role.RECEPTION);
        assertThat(Stream.of(Permission.values()).filter(one -> one.minimumRole() == Role.MANAGER))
                .containsExactly(
                        Permission.ENROL_WATCH,
                        Permission.MANAGE_PEOPLE,
                        Permission.REMOVE_PEOPLE,
                        Permission.MANAGE_RETENTION,
                        Permission.IMPORT_PEOPLE,
                        Permission.CONFIRM_CLOCK,
                        Permission.ACCEPT_LOWER,
                        Permission.MANAGE_RULES,
                        Permission.SEE_FIGURES,
                        Permission.READ_AUDIT,
                        Permission.WRITE_CONSENT_TEXTS,
                        Permission.HAND_OVER_DATA);
        assertThat(Stream.of(Permission.values()).filter(one -> one.minimumRole() == Role.ADMINISTRATOR))
                .containsExactly(Permission.MANAGE_SETTINGS, Permission.MANAGE_OPERATORS);
    }

    private static void assertRefused(AuditFailure failure, ThrowingCallable call) {
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
