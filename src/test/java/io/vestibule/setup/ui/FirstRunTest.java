package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Operator;
import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.people.Company;
import io.vestibule.people.Site;
import io.vestibule.setup.ui.company.FirstRunModel;
import io.vestibule.setup.ui.company.FirstRunView;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.control.LabelledField;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRunTest extends FxTest {

    @TempDir
    private Path folder;

    private final AtomicInteger collections = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private SetupFixture fixture;
    private boolean broken;

    @BeforeEach
    void open() {
        fixture = new SetupFixture(folder);
        show(1000, 700, () -> {
            FirstRunView view = new FirstRunView(model(), fixture.strings);
            view.shown();
            return new StackPane(view.node());
        });
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void enterIsEnough() {
        press(KeyCode.ENTER).release(KeyCode.ENTER);

        Company company = fixture.companies.active().orElseThrow();
        assertThat(company.name()).isEqualTo("My company");
        assertThat(fixture.companies.sites(company.id())).extracting(Site::name).containsExactly("Main entrance");
        assertThat(fixture.operators.list())
                .containsExactly(fixture.session.operator().orElseThrow());
        assertThat(collections).hasValue(1);
        assertThat(done).hasValue(1);
        assertThat(fixture.flow.isFirstRun()).isFalse();
    }

    @Test
    void everythingCanBeTypedByKeyboardAlone() {
        retype("Acme Ltd");
        tab();
        retype("acme-1");
        tab();
        retype("North gate, South gate");
        tab();
        retype("Anna");
        press(KeyCode.ENTER).release(KeyCode.ENTER);

        Company company = fixture.companies.active().orElseThrow();
        assertThat(company.id()).isEqualTo(new CompanyId("acme-1"));
        assertThat(company.name()).isEqualTo("Acme Ltd");
        assertThat(fixture.companies.sites(company.id()))
                .extracting(Site::name)
                .containsExactly("North gate", "South gate");
        Operator first = fixture.session.operator().orElseThrow();
        assertThat(first.name()).isEqualTo("Anna");
        assertThat(first.role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void aBadCompanyIdIsRefusedAtItsField() {
        tab();
        retype("acme_1");
        press(KeyCode.ENTER).release(KeyCode.ENTER);

        TextField id = lookup("#company-id").query();
        assertThat(((LabelledField<?>) id.getParent()).isWrong()).isTrue();
        assertThat(focused()).isSameAs(id);
        assertThat(fixture.companies.all()).isEmpty();
        assertThat(collections).hasValue(0);
    }

    @Test
    void whenTheCollectionFailsNothingIsStoredTwiceOnTheNextTry() {
        broken = true;
        press(KeyCode.ENTER).release(KeyCode.ENTER);

        Label problem = lookup("#problem").query();
        assertThat(problem.isVisible()).isTrue();
        assertThat(problem.getText()).isNotBlank();
        assertThat(done).hasValue(0);
        Button again = lookup("#start").query();
        assertThat(again.getText()).isEqualTo("Try again");
        broken = false;
        doOnFx(again::fire);

        assertThat(done).hasValue(1);
        assertThat(fixture.companies.all()).hasSize(1);
        assertThat(fixture.operators.list()).hasSize(1);
    }

    private FirstRunModel model() {
        return new FirstRunModel(
                fixture.flow,
                fixture.strings,
                fixture.taskRunner,
                "sam",
                () -> {
                    if (broken) {
                        throw new IllegalStateException("no collection today");
                    }
                    collections.incrementAndGet();
                },
                done::incrementAndGet);
    }

    private void retype(String words) {
        TextField field = (TextField) focused();
        doOnFx(field::selectAll);
        write(words, 0);
    }

    private void tab() {
        press(KeyCode.TAB).release(KeyCode.TAB);
    }
}
