package io.vestibule.setup.ui.cloud;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.enrol.transfer.TransferFlow;
import io.vestibule.enrol.transfer.TransferFlow.Plan;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.setup.ui.SetupContext;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which people are missing in the collection in use, as after a change of the connection, and what their enrolment
/// costs.
final class TransferModel extends SettingsCardModel {

    private final Supplier<TransferFlow> flow;
    private final ObjectProperty<Optional<Plan>> plan = new SimpleObjectProperty<>(this, "plan", Optional.empty());
    private final BooleanProperty begun = new SimpleBooleanProperty(this, "begun");

    TransferModel(Supplier<TransferFlow> flow, Session session, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.flow = flow;
    }

    @Override
    public void refresh() {
        super.refresh();
        begun.set(false);
        look();
    }

    /// Empty while it is not known, for example without a company.
    ObjectProperty<Optional<Plan>> plan() {
        return plan;
    }

    /// Whether the transfer was started since the screen was opened.
    BooleanProperty begun() {
        return begun;
    }

    void begin() {
        save(() -> flow.get().begin(), _ -> {
            begun.set(true);
            look();
        });
    }

    /// Without the service, or a company, there is nothing to offer yet.
    private void look() {
        work().runUnlisted(
                        () -> flow.get().plan(),
                        found -> plan.set(Optional.of(found)),
                        _ -> plan.set(Optional.empty()));
    }
}
