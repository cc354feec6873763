package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Operator;
import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.base.SiteId;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.ui.CameraNotice;
import io.vestibule.camera.ui.CameraPermissionPage;
import io.vestibule.camera.ui.PreviewModel;
import io.vestibule.camera.ui.StillPane;
import io.vestibule.check.Reason;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.enrol.ui.AddPhotosRequest;
import io.vestibule.enrol.ui.EngineFormatter;
import io.vestibule.enrol.ui.EnrolPort;
import io.vestibule.people.Company;
import io.vestibule.people.ConsentEvidence;
import io.vestibule.people.ConsentWording;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.Site;
import io.vestibule.people.ui.PeoplePort;
import io.vestibule.photo.Pixels;
import io.vestibule.privacy.AuditAction;
import io.vestibule.rules.ui.RulesPort;
import io.vestibule.ui.Command;
import io.vestibule.ui.StillView;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.control.ProblemPane;
import io.vestibule.vision.FaceVector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Implements the ports of the screens on top of the application.
final class ScreenAdapter implements EnrolPort, PeoplePort, RulesPort {

    private static final int HISTORY = 12;

    private final Application application;
    private final ScreenContext screenContext;
    private final Navigator navigator;
    private final DuplicatePrompt duplicatePrompt;
    private final PhotoDialogs photoDialogs;

    /// Navigation from one screen to another. FX thread.
    interface Navigator {

        /// Opens the Enrol screen for a new person.
        void newPerson();

        /// Opens the capture of more photos of an existing person.
        void takePhotos(AddPhotosRequest more);

        /// Opens the photos of a person that need attention.
        void openRepair(PersonId person, String name);
    }

    ScreenAdapter(Application application, ScreenContext screenContext, Navigator navigator) {
        this.application = application;
        this.screenContext = screenContext;
        this.navigator = navigator;
        this.duplicatePrompt = new DuplicatePrompt(application, screenContext, this);
        this.photoDialogs = new PhotoDialogs(application, screenContext, this::showProblem, this::still);
    }

    @Override
    public CompanyId company() {
        return application
                .storage()
                .people()
                .companies()
                .active()
                .map(Company::id)
                .orElseThrow();
    }

    @Override
    public List<Site> sites() {
        return application.storage().people().companies().sites(company());
    }

    @Override
    public OperatorId operator() {
        return application.storage().session().require(Permission.ENROL).id();
    }

    @Override
    public boolean may(Permission permission) {
        return application.storage().session().may(permission);
    }

    @Override
    public int defaultRetentionDays(PersonKind kind) {
        return application.storage().settings().get(EnrolKeys.days(kind));
    }

    @Override
    public Instant now() {
        return application.storage().clock().instant();
    }

    @Override
    public Optional<Person> person(PersonId person) {
        return application.storage().people().persons().find(person);
    }

    @Override
    public Optional<byte[]> thumbnail(PersonId person) {
        var photos = application.storage().people().photos();
        return photos.findByPerson(person).stream()
                .findFirst()
                .map(PhotoRecord::id)
                .flatMap(photos::thumbnail);
    }

    @Override
    public AutoCloseable onChange(Runnable changed) {
        return application.storage().journal().onChange(_ -> changed.run());
    }

    @Override
    public void showBanner(Banner banner) {
        screenContext.banners().show(banner);
    }

    @Override
    public void showNotice(Banner banner) {
        screenContext.banners().showNotice(banner);
    }

    @Override
    public Optional<String> companyName() {
        var companies = application.storage().people().companies().all();
        return companies.stream()
                .filter(company -> company.active() && companies.size() > 1)
                .map(Company::name)
                .findFirst();
    }

    @Override
    public void showProblem(Problem problem) {
        var words = screenContext.strings().problem(problem);
        screenContext
                .banners()
                .show(Banner.problem(
                        words,
                        new Command(
                                screenContext.strings().text("ui.shell.problem.details"),
                                "mdi2i-information-outline",
                                () -> screenContext
                                        .overlay()
                                        .show(
                                                words.summary(),
                                                new ProblemPane(screenContext.strings(), words, problem.code())))));
    }

    @Override
    public Optional<StillView<Pixels>> still() {
        var settings = application.storage().settings();
        if (settings.get(CameraKeys.SOURCE) == CameraSource.NONE) {
            return Optional.empty();
        }
        var preview = new PreviewModel(application.camera().camera(), settings, screenContext.work());
        var page = CameraPermissionPage.of(System.getProperty("os.name", ""));
        return Optional.of(new StillPane(
                preview,
                screenContext.strings(),
                new CameraNotice(
                        preview.state(), screenContext.strings(), screenContext.work(), page, this::showProblem)));
    }

    @Override
    public Optional<String> vmsHost() {
        return application.vms().host();
    }

    @Override
    public boolean mayManageRules() {
        return may(Permission.MANAGE_RULES);
    }

    @Override
    public String findingText(String key) {
        return Stream.of(Reason.values())
                .filter(reason -> reason.key().equals(key))
                .map(reason -> screenContext.strings().text(reason.whatKey()))
                .findFirst()
                .orElse(key);
    }

    @Override
    public String engineText(String engine) {
        return EngineFormatter.format(screenContext.strings(), engine);
    }

    @Override
    public void openEnrol() {
        navigator.newPerson();
    }

    @Override
    public AutoCloseable onPeopleChange(Runnable changed) {
        return application.enrol().keeper().onChange(changed);
    }

    @Override
    public List<HistoryEntry> history(List<String> subjects) {
        var names = application.storage().operators().list().stream()
                .collect(Collectors.toMap(Operator::id, Operator::name));
        return application.storage().log().about(subjects, HISTORY).stream()
                .map(entry -> new HistoryEntry(
                        entry.at(), entry.action(), entry.operator().map(names::get)))
                .toList();
    }

    @Override
    public void viewed(PersonId person) {
        screenContext
                .work()
                .runUnlisted(
                        () -> application.storage().log().append(AuditAction.PERSON_VIEWED.code(), person.toString()),
                        _ -> {},
                        this::showProblem);
    }

    @Override
    public void takePhotos(PersonId person, String name, Optional<PhotoId> instead) {
        screenContext
                .work()
                .runUnlisted(
                        () -> new AddPhotosRequest(
                                person(person).orElseThrow(() -> new EnrolException("enrol.person-gone")),
                                thumbnail(person),
                                instead,
                                inUse(person, instead),
                                basisInForce(person)),
                        navigator::takePhotos,
                        this::showProblem);
    }

    /// The faces that new photos are compared with: not the one that they replace.
    private List<FaceVector> inUse(PersonId person, Optional<PhotoId> instead) {
        return application.enrol().comparable().of(person).entrySet().stream()
                .filter(photo -> !instead.equals(Optional.of(photo.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Optional<LegalBasis> basisInForce(PersonId id) {
        var people = application.storage().people();
        return people.persons().find(id).flatMap(person -> people.bases().inForce(id, person.kind()));
    }

    @Override
    public void openRepair(PersonId person, String name) {
        navigator.openRepair(person, name);
    }

    @Override
    public void showPhoto(String name, PhotoId photo) {
        photoDialogs.showPhoto(name, photo);
    }

    @Override
    public void offerUndo(PersonId person, String name, Runnable undone) {
        duplicatePrompt.offerUndo(person, name, undone);
    }

    @Override
    public boolean comparesDocuments() {
        return photoDialogs.comparesDocuments();
    }

    @Override
    public void compareDocument(PersonId person, String name, PhotoId photo) {
        photoDialogs.compareDocument(person, name, photo);
    }

    @Override
    public void compareDocument(String name, byte[] photo) {
        photoDialogs.compareDocument(name, photo);
    }

    @Override
    public boolean readsBadges() {
        return photoDialogs.readsBadges();
    }

    @Override
    public void readBadge(Consumer<String> read) {
        photoDialogs.readBadge(read);
    }

    @Override
    public void resolveDuplicate(PersonId newcomer) {
        duplicatePrompt.ask(newcomer);
    }

    @Override
    public ConsentWording consentWording(PersonKind kind, Set<SiteId> sites, String language) {
        return application.privacy().consent().texts().show(kind, sites, language);
    }

    @Override
    public int guardianAge() {
        return application.storage().settings().get(EnrolKeys.GUARDIAN_AGE);
    }

    @Override
    public void handOver(PersonId person) {
        new HandOver(application, screenContext, this::showProblem).ask(person);
    }

    @Override
    public List<String> consentLanguages(PersonKind kind) {
        return application.privacy().consent().texts().languages(kind);
    }

    @Override
    public ConsentWording consentWording(Person person) {
        return consentWording(
                person.kind(), person.sites(), screenContext.strings().locale().getLanguage());
    }

    @Override
    public LegalBasis answer(Optional<LegalBasis.Method> method, ConsentWording shown, Optional<String> guardian) {
        var evidence = new ConsentEvidence(shown.hash(), Optional.empty(), guardian);
        return method.<LegalBasis>map(way ->
                        new LegalBasis.Consent(shown.version(), shown.language(), way, now(), operator(), evidence))
                .orElseGet(
                        () -> new LegalBasis.Declined(shown.version(), shown.language(), now(), operator(), evidence));
    }
}
