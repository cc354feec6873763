package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.audit.Operator;
import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.ui.CameraNotice;
import io.vestibule.camera.ui.PreviewModel;
import io.vestibule.camera.ui.StillPane;
import io.vestibule.camera.ui.SystemPage;
import io.vestibule.check.Reason;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.enrol.ui.EnrolDesk;
import io.vestibule.enrol.ui.EnrolForm;
import io.vestibule.enrol.ui.MorePhotos;
import io.vestibule.enrol.ui.ReasonWords;
import io.vestibule.people.Company;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.Site;
import io.vestibule.people.ui.PeopleDesk;
import io.vestibule.photo.Pixels;
import io.vestibule.rules.ui.RulesDesk;
import io.vestibule.ui.Command;
import io.vestibule.ui.StillView;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.control.ProblemPane;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the screens ask of the house.
final class Desk implements EnrolDesk, PeopleDesk, RulesDesk {

    private static final int HISTORY = 12;

    private final House house;
    private final Furniture furniture;
    private final Ways ways;
    private final AlikeQuestion question;
    private final ReasonWords reasons;
    private final PhotoScreens photos;

    /// Ways from one screen to another. FX thread.
    interface Ways {

        /// To somebody new.
        void newPerson();

        /// To photos of somebody known.
        void takePhotos(MorePhotos more);

        /// To the photos of somebody that need a look.
        void mend(PersonId person, String name);
    }

    Desk(House house, Furniture furniture, Ways ways) {
        this.house = house;
        this.furniture = furniture;
        this.ways = ways;
        this.question = new AlikeQuestion(house, furniture, this);
        this.reasons = new ReasonWords(furniture.strings());
        this.photos = new PhotoScreens(house, furniture, this::tell, this::still);
    }

    @Override
    public CompanyId company() {
        return house.cellar().people().companies().active().map(Company::id).orElseThrow();
    }

    @Override
    public List<Site> sites() {
        return house.cellar().people().companies().sites(company());
    }

    @Override
    public OperatorId operator() {
        return house.cellar().session().require(Permission.ENROL).id();
    }

    @Override
    public boolean may(Permission permission) {
        return house.cellar().session().may(permission);
    }

    @Override
    public int usualDays(PersonKind kind) {
        return house.cellar().settings().get(EnrolKeys.days(kind));
    }

    @Override
    public Instant now() {
        return house.cellar().clock().instant();
    }

    @Override
    public Optional<Person> person(PersonId person) {
        return house.cellar().people().persons().find(person);
    }

    @Override
    public Optional<byte[]> thumbnail(PersonId person) {
        var photos = house.cellar().people().photos();
        return photos.of(person).stream().findFirst().map(PhotoRecord::id).flatMap(photos::thumbnail);
    }

    @Override
    public AutoCloseable onChange(Runnable changed) {
        return house.cellar().journal().onChange(_ -> changed.run());
    }

    @Override
    public String reasonWords(String reason) {
        return reasons.of(reason);
    }

    @Override
    public void tell(Banner banner) {
        furniture.banners().show(banner);
    }

    @Override
    public void tell(Problem problem) {
        var words = furniture.strings().problem(problem);
        furniture
                .banners()
                .show(Banner.problem(
                        words,
                        new Command(
                                furniture.strings().text("ui.shell.problem.details"),
                                "mdi2i-information-outline",
                                () -> furniture
                                        .overlay()
                                        .show(
                                                words.what(),
                                                new ProblemPane(furniture.strings(), words, problem.code())))));
    }

    @Override
    public Optional<StillView<Pixels>> still() {
        var settings = house.cellar().settings();
        if (settings.get(CameraKeys.SOURCE) == CameraSource.NONE) {
            return Optional.empty();
        }
        var preview = new PreviewModel(house.camera().camera(), settings, furniture.work());
        var page = SystemPage.of(System.getProperty("os.name", ""));
        return Optional.of(new StillPane(
                preview,
                furniture.strings(),
                new CameraNotice(preview.state(), furniture.strings(), furniture.work(), page, this::tell)));
    }

    @Override
    public boolean mayManageRules() {
        return may(Permission.MANAGE_RULES);
    }

    @Override
    public String findingWords(String key) {
        return Stream.of(Reason.values())
                .filter(reason -> reason.key().equals(key))
                .map(reason -> furniture.strings().text(reason.what()))
                .findFirst()
                .orElse(key);
    }

    @Override
    public String engineWords(String engine) {
        return ReasonWords.engine(furniture.strings(), engine);
    }

    @Override
    public void enrol() {
        ways.newPerson();
    }

    @Override
    public AutoCloseable onPeopleChange(Runnable changed) {
        return house.enrol().keeper().onChange(changed);
    }

    @Override
    public List<Past> history(List<String> subjects) {
        var names = house.cellar().operators().list().stream().collect(Collectors.toMap(Operator::id, Operator::name));
        return house.cellar().log().about(subjects, HISTORY).stream()
                .map(entry ->
                        new Past(entry.at(), entry.action(), entry.operator().map(names::get)))
                .toList();
    }

    @Override
    public void takePhotos(PersonId person, String name, Optional<PhotoId> instead) {
        furniture
                .work()
                .quietly(() -> new MorePhotos(person, name, thumbnail(person), instead), ways::takePhotos, this::tell);
    }

    @Override
    public void mend(PersonId person, String name) {
        ways.mend(person, name);
    }

    @Override
    public void look(String name, PhotoId photo) {
        photos.look(name, photo);
    }

    @Override
    public boolean comparesDocuments() {
        return photos.comparesDocuments();
    }

    @Override
    public void compareDocument(PersonId person, String name, PhotoId photo) {
        photos.compareDocument(person, name, photo);
    }

    @Override
    public void compareDocument(String name, byte[] photo) {
        photos.compareDocument(name, photo);
    }

    @Override
    public boolean readsBadges() {
        return photos.readsBadges();
    }

    @Override
    public void readBadge(Consumer<String> read) {
        photos.readBadge(read);
    }

    @Override
    public void decide(PersonId newcomer) {
        question.ask(newcomer);
    }

    @Override
    public String consentText() {
        return furniture.strings().text("enrol.consent-text");
    }

    @Override
    public LegalBasis consent(LegalBasis.Method method) {
        var language = furniture.strings().locale().toLanguageTag();
        return new LegalBasis.Consent(EnrolForm.TEXT_VERSION, language, method, now(), operator());
    }
}
