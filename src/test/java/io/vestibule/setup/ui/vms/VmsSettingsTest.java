package io.vestibule.setup.ui.vms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.app.wiring.Application;
import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.base.SiteId;
import io.vestibule.local.vms.LocalVms;
import io.vestibule.local.vms.LocalVmsSettings;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.Company;
import io.vestibule.people.Site;
import io.vestibule.rules.RuleStore;
import io.vestibule.setup.VmsFlow;
import io.vestibule.setup.ui.SettingsView;
import io.vestibule.setup.ui.SetupContext;
import io.vestibule.store.AllCompanies;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.Theme;
import io.vestibule.ui.UnexpectedFailure;
import io.vestibule.vms.VmsConnectionSettings;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VmsSettingsTest extends FxTest {

    private static final CompanyId ACME = new CompanyId("acme");

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Application application;
    private LocalVms other;

    @BeforeEach
    void open() {
        application = Application.open(folder);
        var companies = application.storage().people().companies();
        companies.insert(
                new Company(ACME, "Acme", Optional.empty(), true),
                application.storage().clock().instant());
        companies.insert(new Site(SiteId.mint(), ACME, "Main entrance"));
        var administrator = application.storage().operators().addFirst("Alex");
        application.storage().operators().signIn(administrator.id());
        other = LocalVms.open(elsewhere, "key".toCharArray(), LocalVmsSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        other.close();
        application.close();
    }

    @Test
    void theEmbeddedVmsIsThereFromTheStart() {
        showCards();
        assertThat(text("#vms-state")).startsWith("The embedded VMS");
        assertThat(lookup("#vms-back").query().isVisible()).isFalse();
        fire("#vms-test");
        assertThat(text("#vms-outcome"))
                .isEqualTo("Connected: 6 cameras, 2 groups, 3 rules. The clocks of VMS and computer agree.");
    }

    @Test
    void anotherVmsIsUsedByAddressAndKeyAndItsKeyIsDeletedAgain() throws Exception {
        showCards();
        connect(other.account().licenceKey());
        assertThat(text("#vms-state")).isEqualTo("Connected to " + other.address());
        assertThat(((TextField) lookup("#vms-key").query()).getText()).isEmpty();
        assertThat(application.vms().client().address())
                .hasToString(other.address().toString());
        assertThat(Files.readString(folder.resolve("settings.json")))
                .contains(other.address().toString())
                .doesNotContain(other.account().licenceKey());

        application.close();
        application = Application.open(folder);
        assertThat(application.vms().client().rules()).hasSize(3);
        assertThat(application.vms().client().address())
                .hasToString(other.address().toString());

        application.storage().operators().signInLast();
        showCards();
        fire("#vms-back");
        assertThat(text("#vms-state")).startsWith("The embedded VMS");
        assertThat(application.vms().client().address().toString())
                .isNotEqualTo(other.address().toString());
        assertThat(application.vms().connections().read()).isEmpty();
    }

    @Test
    void aLoginOfCloudTwoYieldsBoth() {
        showCards();
        doOnFx(() -> ((RadioButton) lookup("#vms-way-LOGIN").query()).fire());
        type("#vms-address", other.address().toString());
        type("#vms-email", other.account().email());
        type("#vms-password", other.account().password());
        fire("#vms-connect");
        assertThat(text("#vms-state")).isEqualTo("Connected to " + other.address());
        assertThat(application.vms().client().rules()).hasSize(3);
    }

    @Test
    void aKeyThatIsRefusedChangesNothing() {
        showCards();
        connect("wrong");
        assertThat(shownLabels()).anyMatch(words -> words.startsWith("The VMS refused the licence key."));
        assertThat(text("#vms-state")).startsWith("The embedded VMS");
        assertThat(application.vms().connections().address()).isEmpty();
    }

    @Test
    void aKeyIsNeverSentToAnAddressThatItIsNotFor() {
        showCards();
        connect(other.account().licenceKey());
        application.storage().settings().set(VmsConnectionSettings.ADDRESS, "https://elsewhere.example.com/");
        application.vms().resetClient();
        assertThatThrownBy(() -> application.vms().client())
                .isInstanceOfSatisfying(
                        VmsException.class, e -> assertThat(e.failure()).isEqualTo(new VmsFailure.NoKey()));
    }

    @Test
    void aTestThatGetsNoAnswerShowsItsProgressAndCanBeCancelled() {
        FxTaskRunner work = new FxTaskRunner(ProblemMapper::problemOf);
        show(900, 900, () -> cards(work));
        until(() -> text("#vms-state").startsWith("The embedded VMS"));
        type("#vms-address", other.address().toString());
        type("#vms-key", other.account().licenceKey());
        other.faults().failNext("GET", VmsFault.SLOW, true);
        fire("#vms-test");
        until(() -> lookup("#vms-cancel").query().getParent().isVisible()
                && shownLabels().contains("3 of 4 answers"));

        fire("#vms-cancel");

        until(() -> shownLabels().contains("Cancelled. Nothing was changed."));
        assertThat(application.vms().connections().address()).isEmpty();
        assertThat(onFx(() -> lookup("#vms-cancel").query().getParent().isVisible()))
                .isFalse();
        other.faults().release();
    }

    @Test
    void theCertificateFileIsReadBeforeItIsSaved() throws Exception {
        showCards();
        Path file = Files.writeString(folder.resolve("authority.pem"), "no certificate");
        type("#vms-certificates", file.toString());
        doOnFx(() -> ((TextField) lookup("#vms-certificates").query()).fireEvent(new ActionEvent()));

        assertThat(shownLabels())
                .anyMatch(words -> words.startsWith("The certificate file for the VMS cannot be used."));
        assertThat(application.vms().connections().certificates()).isEmpty();

        type("#vms-certificates", "");
        application.storage().settings().set(VmsConnectionSettings.CERTIFICATES, file.toString());
        assertThat(application.vms().connections().certificates()).contains(file);
    }

    @Test
    void operatorsMayReadAndNotChange() {
        var reception = application.storage().operators().add("Ben", Role.RECEPTION);
        application.storage().operators().signIn(reception.id());
        showCards();
        assertThat(lookup("#vms-connect").query().isDisabled()).isTrue();
        assertThat(lookup("#vms-group-301").query().isDisabled()).isTrue();
        var flow = flow();
        assertThatThrownBy(flow::useEmbedded).isInstanceOf(AuditException.class);
        assertThatThrownBy(flow::check).isInstanceOf(AuditException.class);
    }

    @Test
    void groupsAreLinkedToSitesUntilTheVmsIsAnotherOne() {
        showCards();
        choose("#vms-group-301", "Main entrance");
        assertThat(sites()).extracting(Site::vmsSiteId).containsExactly(Optional.of("12"));
        choose("#vms-group-302", "Main entrance");
        assertThat(sites()).extracting(Site::vmsSiteId).containsExactly(Optional.of("15"));
        assertThat(chosen("#vms-group-301")).isEqualTo("None of your sites");
        choose("#vms-group-301", "Add as a new site");
        assertThat(sites()).extracting(Site::name).containsExactly("Main entrance", "Site 12");
        assertThat(chosen("#vms-group-301")).isEqualTo("Site 12");
        choose("#vms-group-302", "None of your sites");
        assertThat(sites()).extracting(Site::vmsSiteId).containsExactly(Optional.empty(), Optional.of("12"));
        connect(other.account().licenceKey());
        assertThat(sites()).extracting(Site::vmsSiteId).containsOnly(Optional.empty());
    }

    @Test
    void theCardsAreDrawn() throws Exception {
        for (Theme.Choice look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            assertThat(picture("setup/vms-" + look, 900, 760, look, this::cards))
                    .isNotEmptyFile();
        }
    }

    private void showCards() {
        show(900, 900, this::cards);
    }

    private VBox cards() {
        return cards(new InlineTaskRunner(failure -> ProblemMapper.problemOf(failure)
                .orElseGet(() -> UnexpectedFailure.of(failure).problem())));
    }

    private VBox cards(TaskRunner work) {
        var strings = Strings.strict("app", "setup", "audit", "settings", "ui", "vms");
        var context = new SetupContext(strings, work, () -> {}, () -> {}, () -> {});
        var parts = new VmsCardFactory(
                application.setup().vms(),
                application.setup().siteLinks(),
                application.storage().session());
        VBox box = new VBox(16);
        box.setPadding(new Insets(24));
        parts.createCards(context, () -> {}, () -> {}).stream()
                .map(SettingsView.Part::card)
                .forEach(box.getChildren()::add);
        parts.refresh();
        return box;
    }

    private VmsFlow flow() {
        var storage = application.storage();
        return new VmsFlow(
                application.vms(),
                storage.database(),
                storage.people().companies(),
                new RuleStore(AllCompanies.of(storage.database())),
                storage.session(),
                storage.log());
    }

    private List<Site> sites() {
        return application.storage().people().companies().sites(ACME);
    }

    private void connect(String key) {
        type("#vms-address", other.address().toString());
        type("#vms-key", key);
        fire("#vms-connect");
    }

    private void choose(String id, String words) {
        doOnFx(() -> choose(box(id), words));
    }

    private <T> void choose(ComboBox<T> box, String words) {
        box.setValue(box.getItems().stream()
                .filter(item -> box.getConverter().toString(item).equals(words))
                .findFirst()
                .orElseThrow());
    }

    private String chosen(String id) {
        return words(box(id));
    }

    private static <T> String words(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    private ComboBox<?> box(String id) {
        return lookup(id).queryComboBox();
    }

    private List<String> shownLabels() {
        return lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private void type(String id, String words) {
        doOnFx(() -> ((TextField) lookup(id).query()).setText(words));
    }

    private void fire(String id) {
        doOnFx(() -> ((Button) lookup(id).query()).fire());
    }

    private String text(String id) {
        return ((Labeled) lookup(id).query()).getText();
    }
}
