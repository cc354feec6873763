package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.audit.Operator;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.enrol.ui.EnrolParts;
import io.vestibule.enrol.ui.EnrolView;
import io.vestibule.enrol.ui.MorePhotos;
import io.vestibule.enrol.ui.Result;
import io.vestibule.journal.ui.ActivityModel;
import io.vestibule.journal.ui.ActivityView;
import io.vestibule.journal.ui.Attention;
import io.vestibule.people.Company;
import io.vestibule.people.ui.PeopleModel;
import io.vestibule.people.ui.PeopleParts;
import io.vestibule.people.ui.PeopleView;
import io.vestibule.rules.ui.RulesModel;
import io.vestibule.rules.ui.RulesParts;
import io.vestibule.rules.ui.RulesView;
import io.vestibule.setup.ui.cloud.Browser;
import io.vestibule.setup.ui.collection.CollectionModel;
import io.vestibule.setup.ui.collection.CollectionView;
import io.vestibule.setup.ui.company.FirstRunModel;
import io.vestibule.setup.ui.company.FirstRunView;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.shell.Mode;
import io.vestibule.ui.shell.Notice;
import io.vestibule.ui.shell.Screen;
import io.vestibule.ui.shell.StatusBar;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// The screens that exist, and what they are given of the house.
public final class DeskScreens implements Desk.Ways {

    private final House house;
    private final Furniture furniture;
    private final ReadOnlyObjectWrapper<Mode> mode;
    private final ReadOnlyStringWrapper operatorName = new ReadOnlyStringWrapper("");
    private final ObservableList<MenuItem> operatorMenu = FXCollections.observableArrayList();
    private final SamplePeople samples;
    private final Desk desk;
    private final RulesModel rules;
    private final ConnectionWatch connection;
    private @Nullable EnrolModel enrolMade;
    private @Nullable PeopleModel peopleMade;
    private Consumer<String> open = _ -> {};
    private Runnable again = () -> {};

    DeskScreens(House house, Furniture furniture) {
        this.house = house;
        this.furniture = furniture;
        this.desk = new Desk(house, furniture, this);
        this.rules = new RulesModel(this::rulesParts, desk, furniture.work(), furniture.strings());
        this.mode = new ReadOnlyObjectWrapper<>(
                Desktop.mode(furniture, house.cloud().region(), ""));
        this.samples = new SamplePeople(house.enrol()::samples, furniture, this::refresh, () -> open.accept("people"));
        this.connection = new ConnectionWatch(house, furniture, house.setup().cloud(), Browser::open, this::tell);
        refresh();
    }

    /// @param opener shows the screen of that id
    /// @param refresher shows the open screen again, as somebody else may see it
    void connect(Consumer<String> opener, Runnable refresher) {
        open = opener;
        again = refresher;
    }

    /// Looks after the rules and the connection from now on.
    void watchRules() {
        rules.check();
        connection.start();
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return connection.notice();
    }

    private RulesParts rulesParts() {
        var parts = house.rules();
        return new RulesParts(
                parts.rules(),
                parts.flow(),
                parts.send(),
                parts.drift(),
                parts.rehearse(),
                house.cellar().people(),
                new RulesParts.Truth(parts.follow(), parts.holidays()));
    }

    @Override
    public void newPerson() {
        enrolOnce().enrolNew();
        open.accept("enrol");
    }

    @Override
    public void takePhotos(MorePhotos more) {
        enrolOnce().takePhotos(more);
        open.accept("enrol");
    }

    @Override
    public void mend(PersonId person, String name) {
        open.accept("people");
        peopleOnce().mend(person, name);
    }

    /// What the console works on, what is under way, who is at the desk.
    StatusBar statusBar() {
        return new StatusBar(
                furniture.strings(),
                mode.getReadOnlyProperty(),
                furniture.work().running(),
                operatorName.getReadOnlyProperty(),
                operatorMenu);
    }

    public List<Screen> screens() {
        return List.of(
                screen("enrol", "mdi2a-account-plus-outline", Screen.Place.TOP, this::enrol),
                screen("people", "mdi2a-account-group-outline", Screen.Place.TOP, this::people),
                new Screen(
                        "rules",
                        furniture.strings().text("app.screen.rules"),
                        "mdi2b-bell-outline",
                        Screen.Place.TOP,
                        () -> new RulesView(rules, furniture.files(), furniture.overlay()),
                        rules.needLook()),
                activity(),
                new Screen(
                        "collection",
                        furniture.strings().text("app.screen.collection"),
                        "mdi2d-database-outline",
                        Screen.Place.TOP,
                        this::collection),
                screen("settings", "mdi2c-cog-outline", Screen.Place.FOOT, this::settings));
    }

    private ScreenView collection() {
        return new CollectionView(
                new CollectionModel(house.setup().collection(), furniture.work()), furniture.strings());
    }

    private Screen activity() {
        var words = furniture.strings();
        var journal = house.cellar().journal();
        return new Screen(
                "activity",
                words.text("app.screen.activity"),
                "mdi2p-pulse",
                Screen.Place.TOP,
                () -> new ActivityView(
                        new ActivityModel(
                                new ActivityHouse(house, desk, words),
                                journal,
                                house.cellar().calls(),
                                house.enrol().jobs(),
                                furniture.work(),
                                words),
                        words),
                new Attention(journal, furniture.work()).number());
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
                house.setup().companies(),
                furniture.strings(),
                furniture.work(),
                System.getProperty("user.name", ""),
                house.enrol().collections()::ensureAll,
                done);
        var view = new FirstRunView(model, furniture.strings());
        view.node().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                view.shown();
                Platform.runLater(view.initialFocus()::requestFocus);
            }
        });
        return view.node();
    }

    /// The model behind the Enrol screen.
    public EnrolModel enrolModel() {
        return enrolOnce();
    }

    private EnrolModel enrolOnce() {
        var known = enrolMade;
        if (known == null) {
            known = new EnrolModel(
                    new EnrolParts(
                            () -> house.enrol().enrol(),
                            () -> house.enrol().retake(),
                            house.enrol().intake(),
                            () -> house.enrol().standings()),
                    desk,
                    furniture.work(),
                    furniture.strings());
            known.results().people().addListener((ListChangeListener<Result>) _ -> refresh());
            enrolMade = known;
        }
        return known;
    }

    private ScreenView enrol() {
        return new EnrolView(
                enrolModel(),
                furniture.strings(),
                furniture.files(),
                furniture.banners(),
                furniture.overlay(),
                samples.offer(),
                new LiveCapture(house, enrolModel(), furniture.strings(), furniture.work(), this::tell).pane());
    }

    private PeopleModel peopleOnce() {
        var known = peopleMade;
        if (known == null) {
            var parts = new PeopleParts(
                    house.cellar().people(),
                    house.enrol().standings(),
                    house.enrol().commands(),
                    house.enrol().repairs(),
                    house.rules().follow(),
                    new PhotoQuestion(house, furniture.strings()));
            known = new PeopleModel(desk, parts, furniture.work(), furniture.strings());
            peopleMade = known;
        }
        return known;
    }

    private ScreenView people() {
        return new PeopleView(peopleOnce(), furniture.strings(), furniture.files(), furniture.overlay());
    }

    private void tell(Problem problem) {
        desk.tell(problem);
    }

    private ScreenView settings() {
        return new SettingsScreen(house, furniture, this::refresh, this::operatorChanged).view();
    }

    private record Facts(String company, String operator, List<Operator> operators, boolean empty, boolean samples) {}

    /// Reads again what the status bar tells.
    void refresh() {
        furniture
                .work()
                .quietly(
                        () -> {
                            var cellar = house.cellar();
                            return new Facts(
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
                                            .toList(),
                                    cellar.people()
                                            .companies()
                                            .active()
                                            .filter(company ->
                                                    cellar.people().persons().count(company.id()) == 0)
                                            .isPresent(),
                                    cellar.people()
                                            .companies()
                                            .active()
                                            .filter(company -> !cellar.people()
                                                    .persons()
                                                    .samples(company.id())
                                                    .isEmpty())
                                            .isPresent());
                        },
                        this::show,
                        _ -> {});
    }

    private void show(Facts desk) {
        samples.show(desk.empty(), desk.samples());
        mode.set(Desktop.mode(furniture, house.cloud().region(), desk.company()));
        operatorName.set(desk.operator());
        operatorMenu.setAll(desk.operators().stream().map(this::item).toList());
    }

    private MenuItem item(Operator operator) {
        var item = new MenuItem(operator.name());
        item.setOnAction(_ -> furniture
                .work()
                .quietly(() -> house.cellar().operators().signIn(operator.id()), _ -> operatorChanged(), this::tell));
        return item;
    }

    /// Somebody else may see and do other things.
    private void operatorChanged() {
        refresh();
        again.run();
    }
}
