package io.vestibule.app.setup.cloud;

import io.vestibule.app.setup.CardModel;
import io.vestibule.app.setup.SetupContext;
import io.vestibule.app.wiring.House;
import io.vestibule.audit.Permission;
import io.vestibule.enrol.transfer.TransferFlow.Plan;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Whether somebody is not in the collection in use, as after the connection was changed, and what enrolling them
/// there costs.
final class TransferModel extends CardModel {

    private final House house;
    private final ObjectProperty<Optional<Plan>> plan = new SimpleObjectProperty<>(this, "plan", Optional.empty());
    private final BooleanProperty begun = new SimpleBooleanProperty(this, "begun");

    TransferModel(House house, SetupContext context) {
        super(context, house.cellar().session(), Permission.MANAGE_SETTINGS);
        this.house = house;
    }

    @Override
    public void refresh() {
        super.refresh();
        begun.set(false);
        look();
    }

    /// Empty while it is not known, as without a company.
    ObjectProperty<Optional<Plan>> plan() {
        return plan;
    }

    /// Whether it was begun since the screen was opened.
    BooleanProperty begun() {
        return begun;
    }

    void begin() {
        save(() -> house.enrol().transfer().begin(), _ -> {
            begun.set(true);
            look();
        });
    }

    /// Without the service, or a company, there is nothing to offer yet.
    private void look() {
        work().quietly(
                        () -> house.enrol().transfer().plan(),
                        found -> plan.set(Optional.of(found)),
                        _ -> plan.set(Optional.empty()));
    }
}
