package io.vestibule.app.desktop;

import io.vestibule.app.window.Mode;
import io.vestibule.app.window.Screen;
import io.vestibule.app.wiring.House;
import io.vestibule.audit.Operator;
import io.vestibule.people.Company;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/// The screens that exist, and what they are given of the house.
public final class DeskScreens {

    private final House house;
    private final Furniture furniture;
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper operatorName = new ReadOnlyStringWrapper("");
    private final ObservableList<MenuItem> operatorMenu = FXCollections.observableArrayList();
    private Consumer<String> open = _ -> {};

    DeskScreens(House house, Furniture furniture) {
        this.house = house;
        this.furniture = furniture;
    }

    void goTo(Consumer<String> opener) {
        open = opener;
    }

    void newPerson() {
        open.accept("enrol");
    }
}
