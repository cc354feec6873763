package io.vestibule.app.desktop;

import io.vestibule.app.setup.CompanyFlow;
import io.vestibule.app.setup.DataFacts;
import io.vestibule.app.setup.FirstRunModel;
import io.vestibule.app.setup.FirstRunView;
import io.vestibule.app.setup.SettingsModel;
import io.vestibule.app.setup.SettingsView;
import io.vestibule.app.setup.SetupContext;
import io.vestibule.app.window.Mode;
import io.vestibule.app.window.Screen;
import io.vestibule.app.wiring.CellarWiring;
import io.vestibule.app.wiring.House;
import io.vestibule.audit.Operator;
import io.vestibule.people.Company;
import io.vestibule.ui.ScreenView;
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
    private final ReadOnlyObjectWrapper<Mode> mode;
    private final ReadOnlyStringWrapper operatorName = new ReadOnlyStringWrapper("");
    private final ObservableList<MenuItem> operatorMenu = FXCollections.observableArrayList();
    private Consumer<String> open = _ -> {};

    DeskScreens(House house, Furniture furniture) {
        this.house = house;
        this.furniture = furniture;
        this.mode = new ReadOnlyObjectWrapper<>(Desktop.embedded(furniture, ""));
        refresh();
    }

    /// @param opener shows the screen of that id
    void goTo(Consumer<String> opener) {
        open = opener;
    }

    void newPerson() {
        open.accept("enrol");
    }

    ReadOnlyObjectProperty<Mode> mode() {
        return mode.getReadOnlyProperty();
    }

    ReadOnlyStringProperty operatorName() {
        return operatorName.getReadOnlyProperty();
    }

    ObservableList<MenuItem> operatorMenu() {
        return operatorMenu;
    }

    public List<Screen> screens() {
        return List.of(screen("settings", "mdi2c-cog-outline", Screen.Place.FOOT, this::settings));
    }

    private Screen screen(String id, String icon, Screen.Place place, java.util.function.Supplier<ScreenView> view) {
        var title = switch (id) {
            case "enrol" -> furniture.strings().text("app.screen.enrol");
            case "people" -> furniture.strings().text("app.screen.people");
            default -> furniture.strings().text("app.screen.settings");
        };
        return new Screen(id, title, icon, place, view);
    }

    /// The first run, which calls `done` when there is a company and somebody at the desk.
    Node firstRun(Runnable done) {
        var model = new FirstRunModel(
                companyFlow(),
                furniture.strings(),
                furniture.work(),
                System.getProperty("user.name", ""),
                house.enrol().collections()::ensureAll,
                done);
        var view = new FirstRunView(model, furniture.strings());
        view.initialFocus().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                furniture.work().onScreen(view.initialFocus()::requestFocus);
            }
        });
        return view.node();
    }

    private ScreenView settings() {
        var cellar = house.cellar();
        return new SettingsView(new SettingsModel(
                companyFlow(),
                cellar.operators(),
                cellar.session(),
                cellar.settings(),
                furniture.theme(),
                new DataFacts(
                        cellar.folder().path(),
                        cellar.vault().kind(),
                        house.engine().vision().engine()),
                new SetupContext(
                        furniture.strings(),
                        furniture.work(),
                        house.enrol().collections()::ensureAll,
                        this::refresh,
                        this::refresh)));
    }

    private CompanyFlow companyFlow() {
        CellarWiring cellar = house.cellar();
        return new CompanyFlow(
                cellar.database(),
                cellar.people().companies(),
                cellar.operators(),
                cellar.session(),
                cellar.log(),
                cellar.clock());
    }

    private record Desk(String company, String operator, List<Operator> operators) {}

    /// Reads again what the status bar tells.
    void refresh() {
        furniture
                .work()
                .quietly(
                        () -> {
                            var cellar = house.cellar();
                            return new Desk(
                                    cellar.people()
                                            .companies()
                                            .active()
                                            .map(Company::name)
                                            .orElse(""),
                                    cellar.session()
                                            .operator()
                                            .map(Operator::name)
                                            .orElse(""),
                                    cellar.operators().list().stream()
                                            .filter(Operator::active)
                                            .toList());
                        },
                        this::show,
                        _ -> {});
    }

    private void show(Desk desk) {
        mode.set(Desktop.embedded(furniture, desk.company()));
        operatorName.set(desk.operator());
        operatorMenu.setAll(desk.operators().stream().map(this::item).toList());
    }

    private MenuItem item(Operator operator) {
        var item = new MenuItem(operator.name());
        item.setOnAction(_ -> furniture
                .work()
                .quietly(() -> house.cellar().operators().signIn(operator.id()), _ -> refresh(), _ -> {}));
        return item;
    }
}
