package io.vestibule.setup.ui;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.Problem;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Common to all cards of the Settings screen: who may change them, and the status of the last change.
public abstract class SettingsCardModel {

    private final SetupContext context;
    private final Session session;
    private final Permission permission;
    private final BooleanProperty mayChange = new SimpleBooleanProperty(this, "mayChange");
    private final BooleanProperty saved = new SimpleBooleanProperty(this, "saved");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

    protected SettingsCardModel(SetupContext context, Session session, Permission permission) {
        this.context = context;
        this.session = session;
        this.permission = permission;
        mayChange.set(session.may(permission));
    }

    /// Reloads what may have changed elsewhere.
    public void refresh() {
        mayChange.set(session.may(permission));
    }

    /// Clears the status of the last change, as when the operator leaves the screen.
    public final void clearStatus() {
        saved.set(false);
        problem.set("");
    }

    public final BooleanProperty mayChange() {
        return mayChange;
    }

    public final BooleanProperty saved() {
        return saved;
    }

    /// Message of the last failed change; empty if there is none.
    public final StringProperty problem() {
        return problem;
    }

    public final Strings strings() {
        return context.strings();
    }

    public final TaskRunner work() {
        return context.work();
    }

    /// Saves in the background; a problem is shown in the footer of the card.
    protected final <T> void save(Callable<T> task, Consumer<? super T> done) {
        save(task, done, problem::set);
    }

    protected final <T> void save(Callable<T> task, Consumer<? super T> done, Consumer<String> failed) {
        clearStatus();
        work().runUnlisted(
                        task,
                        outcome -> {
                            saved.set(true);
                            done.accept(outcome);
                        },
                        wrong -> failed.accept(words(wrong)));
    }

    /// Saves a field that is valid and was changed.
    ///
    /// @param failed receives the message of a change that was not saved
    public final void commit(SettingField<?> field, Consumer<String> failed) {
        String typed = field.typed().get();
        if (field.validate(typed).isEmpty() && field.isChanged()) {
            save(
                    () -> {
                        field.save(typed);
                        return true;
                    },
                    _ -> {},
                    failed);
        }
    }

    protected final String words(Problem wrong) {
        return words(strings(), wrong);
    }

    public static String words(Strings strings, Problem wrong) {
        ProblemText words = strings.problem(wrong);
        return words.summary() + " " + words.advice();
    }
}
