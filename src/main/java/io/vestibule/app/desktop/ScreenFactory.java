package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Operator;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.bulk.ui.ImportModel;
import io.vestibule.bulk.ui.ImportView;
import io.vestibule.doctor.ui.DoctorModel;
import io.vestibule.enrol.ui.AddPhotosRequest;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.enrol.ui.EnrolView;
import io.vestibule.journal.ui.ActivityModel;
import io.vestibule.journal.ui.ActivityView;
import io.vestibule.people.Company;
import io.vestibule.people.ui.PeopleView;
import io.vestibule.rules.ui.RulesView;
import io.vestibule.setup.ui.cloud.Browser;
import io.vestibule.setup.ui.collection.CollectionModel;
import io.vestibule.setup.ui.collection.CollectionView;
import io.vestibule.setup.ui.company.FirstRunModel;
import io.vestibule.setup.ui.company.FirstRunView;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.shell.ConnectionMode;
import io.vestibule.ui.shell.Notice;
import io.vestibule.ui.shell.ScreenEntry;
import io.vestibule.ui.shell.StatusBar;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/// Creates the screens, and passes them what they need of the application.
public final class ScreenFactory implements ScreenAdapter.Navigator {

    private final Application application;
    private final ScreenContext screenContext;
    private final ReadOnlyObjectWrapper<ConnectionMode> mode;
    private final ReadOnlyStringWrapper operatorName = new ReadOnlyStringWrapper("");
    private final ObservableList<MenuItem> operatorMenu = FXCollections.observableArrayList();
    private final SamplePeople samples;
    private final ScreenAdapter screenAdapter;
    private final CompanyModels models;
    private final ConnectionMonitor connection;
    private final ClockNotice clock;
    private final ExpiryNotice expiry;
    private final BackupNotice backup;
    private final SettingsNotice settings;
    private final DamageNotice damage;
    private final ErasureNotice erasure;
    private final CollectionNotice collection;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<OperatorId> atDesk;
    private Consumer<String> open = _ -> {};
    private Runnable again = () -> {};
    private Runnable discard = () -> {};
    private Consumer<String> title = _ -> {};
    private Runnable restart = () -> {};

    ScreenFactory(Application application, ScreenContext screenContext) {
        this.application = application;
        this.screenContext = screenContext;
        this.atDesk = application.storage().session().operator().map(Operator::id);
        this.screenAdapter = new ScreenAdapter(application, screenContext, this);
        this.models = new CompanyModels(application, screenContext, screenAdapter, this::refresh);
        this.mode = new ReadOnlyObjectWrapper<>(Desktop.mode(screenContext, application.cloud(), ""));
        this.samples = new SamplePeople(
                application.enrol()::samples, screenContext, this::refresh, () -> open.accept("people"));
        this.connection = new ConnectionMonitor(
                application, screenContext, application.setup().cloud(), Browser::open, screenAdapter::showProblem);
        this.clock = new ClockNotice(application, screenContext, screenAdapter::showProblem);
        this.expiry =
                new ExpiryNotice(application, screenContext, screenAdapter::showProblem, () -> open.accept("privacy"));
        this.backup = new BackupNotice(application, screenContext, screenAdapter::showProblem);
        this.settings = new SettingsNotice(application, screenContext, () -> open.accept("settings"));
        this.damage = new DamageNotice(application, screenContext, screenAdapter::showProblem);
        this.erasure = new ErasureNotice(application, screenContext, () -> open.accept("privacy"));
        this.collection = new CollectionNotice(application, screenContext, screen -> open.accept(screen));
        notices().forEach(source -> source.subscribe(this::chooseNotice));
        refresh();
    }

    /// @param opener opens the screen with that id
    /// @param refresher rebuilds the open screen, as another operator may have other rights
    void connect(Consumer<String> opener, Runnable refresher) {
        open = opener;
        again = refresher;
    }

    /// @param discarder discards the screens that are not open, the banner and the overlay
    /// @param titled gets the name of the company if there are several, else an empty text
    void onCompanyChange(Runnable discarder, Consumer<String> titled) {
        discard = discarder;
        title = titled;
    }

    /// @param restarter closes the data folder and opens it again
    void onRestart(Runnable restarter) {
        restart = restarter;
    }

    /// Starts monitoring the rules, the clock, the retention periods, the connection and the backups.
    void startMonitoring() {
        models.rules().refresh();
        settings.start();
        clock.start();
        expiry.start();
        connection.start();
        backup.start();
        damage.start();
        erasure.start();
        collection.start();
    }

    /// One notice at a time: the first that has something to say.
    private void chooseNotice() {
        notice.set(notices().flatMap(source -> source.get().stream()).findFirst());
    }

    private Stream<ReadOnlyObjectProperty<Optional<Notice>>> notices() {
        return Stream.of(
                clock.notice(),
                settings.notice(),
                damage.notice(),
                expiry.notice(),
                erasure.notice(),
                connection.notice(),
                collection.notice(),
                backup.notice());
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    @Override
    public void newPerson() {
        var aside = models.enrol().beginNew();
        open.accept("enrol");
        aside.ifPresent(undo -> screenContext
                .banners()
                .show(Banner.undoable(screenContext.strings().text("enrol.new-begun"), () -> {
                    undo.run();
                    open.accept("enrol");
                })));
    }

    @Override
    public void takePhotos(AddPhotosRequest more) {
        models.enrol().beginAddPhotos(more);
        open.accept("enrol");
    }

    @Override
    public void openRepair(PersonId person, String name) {
        open.accept("people");
        models.people().openRepair(person, name);
    }

    /// Shows the service in use, the running background work, and the operator.
    StatusBar statusBar() {
        return new StatusBar(
                screenContext.strings(),
                mode.getReadOnlyProperty(),
                screenContext.work().runningTasks(),
                operatorName.getReadOnlyProperty(),
                operatorMenu);
    }

    public List<ScreenEntry> screens() {
        return List.of(
                screen("enrol", "mdi2a-account-plus-outline", ScreenEntry.Place.TOP, this::enrol),
                screen("people", "mdi2a-account-group-outline", ScreenEntry.Place.TOP, this::people),
                screen("import", "mdi2f-file-import-outline", ScreenEntry.Place.TOP, this::imports),
                new ScreenEntry(
                        "rules",
                        screenContext.strings().text("app.screen.rules"),
                        "mdi2b-bell-outline",
                        ScreenEntry.Place.TOP,
                        () -> new RulesView(models.rules(), screenContext.files(), screenContext.overlay()),
                        models.attentionCount()),
                activity(),
                new ScreenEntry(
                        "collection",
                        screenContext.strings().text("app.screen.collection"),
                        "mdi2d-database-outline",
                        ScreenEntry.Place.TOP,
                        this::collection),
                new ScreenEntry(
                        "privacy",
                        screenContext.strings().text("app.screen.privacy"),
                        "mdi2s-shield-account-outline",
                        ScreenEntry.Place.TOP,
                        () -> new PrivacyScreen(application, screenContext, screenAdapter).view()),
                screen("settings", "mdi2c-cog-outline", ScreenEntry.Place.FOOT, this::settings));
    }

    private ScreenView collection() {
        return new CollectionView(
                new CollectionModel(application.setup().collection(), screenContext.work()),
                new DoctorModel(
                        application.doctor().compare(),
                        application.doctor().remedies(),
                        application.doctor().discrepancies(),
                        screenContext.work(),
                        screenContext.strings(),
                        new DoctorAdapter(application, screenAdapter)),
                new SelfTestAdapter(application, screenContext, screenAdapter).model(),
                screenContext.strings());
    }

    private ScreenEntry activity() {
        var words = screenContext.strings();
        var journal = application.storage().journal();
        return new ScreenEntry(
                "activity",
                words.text("app.screen.activity"),
                "mdi2p-pulse",
                ScreenEntry.Place.TOP,
                () -> new ActivityView(
                        new ActivityModel(
                                new ActivityAdapter(application, screenAdapter, words),
                                journal,
                                application.storage().calls(),
                                application.enrol().jobs(),
                                screenContext.work(),
                                words),
                        words),
                models.parkedJobs());
    }

    private ScreenEntry screen(
            String id, String icon, ScreenEntry.Place place, java.util.function.Supplier<ScreenView> view) {
        var title = switch (id) {
            case "enrol" -> screenContext.strings().text("app.screen.enrol");
            case "people" -> screenContext.strings().text("app.screen.people");
            case "import" -> screenContext.strings().text("app.screen.import");
            default -> screenContext.strings().text("app.screen.settings");
        };
        return new ScreenEntry(id, title, icon, place, view);
    }

    /// The first run, which calls `done` when there is a company and a signed-in operator.
    Node firstRun(Runnable done) {
        var model = new FirstRunModel(
                application.setup().companies(),
                screenContext.strings(),
                screenContext.work(),
                System.getProperty("user.name", ""),
                application.enrol().collections()::ensureAll,
                done);
        var view = new FirstRunView(model, screenContext.strings());
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
        return models.enrol();
    }

    private ScreenView enrol() {
        return new EnrolView(
                enrolModel(),
                screenContext.strings(),
                screenContext.files(),
                screenContext.banners(),
                screenContext.overlay(),
                samples.offer(),
                new LiveCapture(
                                application,
                                enrolModel(),
                                screenContext.strings(),
                                screenContext.work(),
                                screenAdapter::showProblem)
                        .pane());
    }

    private ScreenView people() {
        return new PeopleView(models.people(), screenContext.strings(), screenContext.files(), screenContext.overlay());
    }

    private ScreenView imports() {
        var model = new ImportModel(
                ImportWords.parts(application, screenContext.strings()), screenContext.work(), screenContext.strings());
        return new ImportView(model, screenContext.strings(), screenContext.files());
    }

    private ScreenView settings() {
        return new SettingsScreen(application, screenContext, this::refresh, this::operatorChanged, () -> restart.run())
                .view();
    }

    /// @param vms host of the VMS in use; empty for the embedded one
    private record Facts(
            List<Company> companies,
            Optional<Company> active,
            Optional<String> vms,
            String operator,
            List<Operator> operators,
            boolean empty,
            boolean samples) {}

    /// Reloads the values that the status bar shows.
    void refresh() {
        screenContext
                .work()
                .runUnlisted(
                        () -> {
                            var storage = application.storage();
                            var persons = storage.people().persons();
                            var companies = storage.people().companies().all();
                            var active =
                                    companies.stream().filter(Company::active).findFirst();
                            return new Facts(
                                    companies,
                                    active,
                                    application.vms().host(),
                                    storage.session()
                                            .operator()
                                            .map(Operator::name)
                                            .orElse(""),
                                    storage.operators().list().stream()
                                            .filter(Operator::active)
                                            .toList(),
                                    active.filter(company -> persons.count(company.id()) == 0)
                                            .isPresent(),
                                    active.filter(company -> !persons.samplePersons(company.id())
                                                    .isEmpty())
                                            .isPresent());
                        },
                        this::show,
                        _ -> {});
    }

    private String vmsName(Optional<String> host) {
        var words = screenContext.strings();
        return host.map(name -> words.text("app.mode.vms", name)).orElseGet(() -> words.text("app.mode.vms-embedded"));
    }

    private void show(Facts facts) {
        samples.show(facts.empty(), facts.samples());
        if (facts.active().filter(company -> models.show(company.id())).isPresent()) {
            // Nothing of the company before stays on a screen, in a banner or in a dialog.
            discard.run();
            expiry.refresh();
            erasure.refresh();
            collection.refresh();
        }
        var company = facts.active().map(Company::name).orElse("");
        mode.set(Desktop.mode(screenContext, application.cloud(), company + " · " + vmsName(facts.vms())));
        title.accept(facts.companies().size() > 1 ? company : "");
        operatorName.set(facts.operator());
        operatorMenu.setAll(facts.operators().stream().map(this::item).toList());
    }

    private MenuItem item(Operator operator) {
        var item = new MenuItem(operator.name());
        item.setOnAction(_ -> screenContext
                .work()
                .runUnlisted(
                        () -> application.storage().operators().signIn(operator.id()),
                        _ -> operatorChanged(),
                        screenAdapter::showProblem));
        return item;
    }

    /// Another operator may have other rights, and must not find what the previous one had entered or found.
    private void operatorChanged() {
        var now = application.storage().session().operator().map(Operator::id);
        if (!now.equals(atDesk)) {
            atDesk = now;
            screenContext.overlay().close();
            screenContext.banners().clear();
            models.forget();
        }
        refresh();
        settings.refresh();
        clock.refresh();
        collection.refresh();
        expiry.refresh();
        again.run();
    }
}
