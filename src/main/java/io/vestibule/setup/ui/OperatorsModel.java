package io.vestibule.setup.ui;

import io.vestibule.audit.Operator;
import io.vestibule.audit.Operators;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.audit.Session;
import io.vestibule.base.OperatorId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Who may work at the console, and in which role.
final class OperatorsModel extends SettingsCardModel {

    private final Operators operators;
    private final Session session;
    private final Runnable changed;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    /// @param signedIn whether this operator is signed in now
    /// @param problem message of the last failed change of this operator; empty if there is none
    record Row(Operator operator, boolean signedIn, String problem) {}

    OperatorsModel(Operators operators, Session session, SetupContext context, Runnable changed) {
        super(context, session, Permission.MANAGE_OPERATORS);
        this.operators = operators;
        this.session = session;
        this.changed = changed;
    }

    @Override
    public void refresh() {
        super.refresh();
        work().runUnlisted(operators::list, this::show, wrong -> problem().set(words(wrong)));
    }

    ObservableList<Row> rows() {
        return rows;
    }

    void add(String name, Role role, Runnable done, Consumer<String> failed) {
        save(
                () -> {
                    operators.add(name, role);
                    return operators.list();
                },
                all -> {
                    show(all);
                    changed.run();
                    done.run();
                },
                failed);
    }

    void changeRole(OperatorId id, Role role) {
        change(id, () -> operators.changeRole(id, role));
    }

    void deactivate(OperatorId id) {
        change(id, () -> operators.deactivate(id));
    }

    void activate(OperatorId id) {
        change(id, () -> operators.activate(id));
    }

    void signIn(OperatorId id) {
        change(id, () -> operators.signIn(id));
    }

    private void change(OperatorId id, Callable<Operator> task) {
        save(
                () -> {
                    task.call();
                    return operators.list();
                },
                all -> {
                    super.refresh();
                    show(all);
                    changed.run();
                },
                // The rows are rebuilt even so, which resets the role in the combo box.
                words -> rows.setAll(rows.stream()
                        .map(row -> new Row(
                                row.operator(),
                                row.signedIn(),
                                row.operator().id().equals(id) ? words : ""))
                        .toList()));
    }

    private void show(List<Operator> all) {
        rows.setAll(all.stream()
                .map(operator -> new Row(
                        operator,
                        session.operator()
                                .filter(someone -> someone.id().equals(operator.id()))
                                .isPresent(),
                        ""))
                .toList());
    }
}
