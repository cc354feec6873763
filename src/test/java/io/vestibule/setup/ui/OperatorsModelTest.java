package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Operator;
import io.vestibule.audit.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rows of operators, and where the words of a refusal go.
class OperatorsModelTest {

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private SetupFixture fixture;
    private OperatorsModel model;
    private Operator anna;
    private Operator ben;

    @BeforeEach
    void open() {
        fixture = new SetupFixture(folder);
        ben = fixture.signIn(Role.RECEPTION);
        anna = fixture.operators.list().getFirst();
        fixture.operators.signIn(anna.id());
        model = new OperatorsModel(fixture.operators, fixture.session, fixture.context(), () -> told.add("changed"));
        model.refresh();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private OperatorsModel.Row row(Operator operator) {
        return model.rows().stream()
                .filter(row -> row.operator().id().equals(operator.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRowOfWhoeverIsAtTheDeskSaysSo() {
        assertThat(row(anna).signedIn()).isTrue();
        assertThat(row(ben).signedIn()).isFalse();
        model.signIn(ben.id());
        assertThat(row(anna).signedIn()).isFalse();
        assertThat(row(ben).signedIn()).isTrue();
        assertThat(model.mayChange().get()).as("reception").isFalse();
        assertThat(told).containsExactly("changed");
    }

    @Test
    void somebodyWhoIsAddedIsInTheListAndTheFieldIsCleared() {
        model.add("Cleo", Role.MANAGER, () -> told.add("done"), failures::add);
        assertThat(model.rows()).extracting(row -> row.operator().name()).containsExactly("Anna", "Ben", "Cleo");
        assertThat(told).containsExactly("changed", "done");
        assertThat(failures).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsToldAtItsFieldAndClearsNothing() {
        model.add("BEN", Role.MANAGER, () -> told.add("done"), failures::add);
        assertThat(failures).singleElement().asString().isNotBlank();
        assertThat(told).isEmpty();
        assertThat(model.rows()).hasSize(2);
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void aRefusedChangeIsToldInTheRowOfThatOneAlone() {
        model.deactivate(anna.id());
        assertThat(row(anna).problem()).isNotBlank();
        assertThat(row(ben).problem()).isEmpty();
        assertThat(row(anna).operator().active()).isTrue();
        model.changeRole(ben.id(), Role.MANAGER);
        assertThat(row(anna).problem()).as("after the next change").isEmpty();
        assertThat(row(ben).operator().role()).isEqualTo(Role.MANAGER);
    }

    @Test
    void somebodyIsSignedOffAndBackOn() {
        model.deactivate(ben.id());
        assertThat(row(ben).operator().active()).isFalse();
        model.signIn(ben.id());
        assertThat(row(ben).problem()).as("who may not sign in").isNotBlank();
        assertThat(fixture.session.operator()).contains(anna);
        model.activate(ben.id());
        assertThat(row(ben).operator().active()).isTrue();
    }

    @Test
    void whoeverMayNotChangeOperatorsIsToldInTheRow() {
        model.signIn(ben.id());
        model.changeRole(ben.id(), Role.ADMINISTRATOR);
        assertThat(row(ben).problem()).isNotBlank();
        assertThat(row(ben).operator().role()).isEqualTo(Role.RECEPTION);
    }
}
