package io.vestibule.setup.ui.company;

import io.vestibule.base.Problem;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.Validator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The first start: a company, its sites, an administrator, and then the company's collection. Can be retried at any
/// point: rows that were stored are not stored twice.
public final class FirstRunModel {

    private final CompanyFlow flow;
    private final Strings strings;
    private final TaskRunner taskRunner;
    private final Runnable ensureCollection;
    private final Runnable done;
    private final CompanyForm form;
    private final StringProperty administrator = new SimpleStringProperty(this, "administrator", "");
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
    private final BooleanProperty stored = new SimpleBooleanProperty(this, "stored");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

    /// @param systemUser the default for the administrator's name
    /// @param ensureCollection creates the collection; blocks, is called off the FX thread, throws where it cannot
    /// @param done continues to the main window; FX thread
    public FirstRunModel(
            CompanyFlow flow,
            Strings strings,
            TaskRunner taskRunner,
            String systemUser,
            Runnable ensureCollection,
            Runnable done) {
        this.flow = flow;
        this.strings = strings;
        this.taskRunner = taskRunner;
        this.ensureCollection = ensureCollection;
        this.done = done;
        this.form = new CompanyForm(strings, strings.text("setup.first-run.company-usual"));
        administrator.set(
                systemUser.isBlank() ? strings.text("setup.first-run.administrator-usual") : systemUser.strip());
    }

    CompanyForm form() {
        return form;
    }

    StringProperty administrator() {
        return administrator;
    }

    Validator<String> administratorCheck() {
        return CompanyForm.nameCheck(strings);
    }

    /// Whether a task is running.
    BooleanProperty busy() {
        return busy;
    }

    /// Whether the typed values are stored already, so that only the collection is still to be created.
    BooleanProperty stored() {
        return stored;
    }

    StringProperty problem() {
        return problem;
    }

    /// Starts, or retries. Does nothing while a field is invalid.
    void start() {
        if (busy.get()
                || !form.isValid()
                || administratorCheck().validate(administrator.get()).isPresent()) {
            return;
        }
        busy.set(true);
        problem.set("");
        CompanyFlow.NewCompany company = form.company();
        String name = administrator.get().strip();
        taskRunner.run(
                strings.text("setup.first-run.working"), () -> store(company, name), _ -> collection(), this::failed);
    }

    private boolean store(CompanyFlow.NewCompany company, String name) {
        flow.createFirst(company, name);
        return true;
    }

    private void collection() {
        stored.set(true);
        taskRunner.run(
                strings.text("setup.first-run.collection"),
                () -> {
                    ensureCollection.run();
                    return true;
                },
                _ -> {
                    busy.set(false);
                    done.run();
                },
                this::failed);
    }

    private void failed(Problem wrong) {
        busy.set(false);
        problem.set(SettingsCardModel.words(strings, wrong));
    }
}
