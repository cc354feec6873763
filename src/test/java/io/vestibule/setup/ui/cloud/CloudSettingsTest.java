package io.vestibule.setup.ui.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.Quotas;
import io.vestibule.cloud.aws.Aws;
import io.vestibule.cloud.aws.CredentialKind;
import io.vestibule.cloud.aws.LoginServer;
import io.vestibule.cloud.aws.ProfileSettings;
import io.vestibule.cloud.aws.S3Server;
import io.vestibule.local.wire.RekognitionFault;
import io.vestibule.people.Company;
import io.vestibule.setup.CloudFlow;
import io.vestibule.setup.ui.SettingsView;
import io.vestibule.setup.ui.SetupContext;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import io.vestibule.ui.UnexpectedFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudSettingsTest extends FxTest {

    private static final CompanyId ACME = new CompanyId("acme");

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private final List<URI> opened = new ArrayList<>();
    private Application application;
    private Aws aws;

    @BeforeEach
    void open() {
        aws = Aws.open(elsewhere);
        application = Application.open(folder);
        application
                .storage()
                .people()
                .companies()
                .insert(
                        new Company(ACME, "Acme", Optional.empty(), true),
                        application.storage().clock().instant());
        var administrator = application.storage().operators().addFirst("Alex");
        application.storage().operators().signIn(administrator.id());
    }

    @AfterEach
    void close() {
        application.close();
        aws.close();
    }

    @Test
    void aConnectionIsTestedAndUsedFromTheNextStartOn() throws Exception {
        showCard();
        assertThat(text("#cloud-state")).isEqualTo("Faces and photos are stored on this computer.");
        enter();
        fire("#cloud-test");
        assertThat(text("#cloud-verdict")).isEqualTo("The connection works.");
        assertThat(application.storage().settings().get(ProfileSettings.KIND)).isEqualTo(CredentialKind.EMBEDDED);

        fire("#cloud-use");
        assertThat(text("#cloud-state")).endsWith("Restart Vestibule to apply these settings.");
        assertThat(application.cloud().region()).isEmpty();
        assertThat(Files.readString(folder.resolve("settings.json"))).doesNotContain(S3Server.SECRET);

        application.close();
        application = Application.open(folder);
        application.storage().operators().signInLast();
        assertThat(application.cloud().region()).hasValue("eu-central-1");
        assertThat(application.engine().charged()).isTrue();
        application.startBackgroundWork();
        assertThat(aws.faces.local.client.listCollections(r -> {}).collectionIds())
                .containsExactly("Acme_acme");
        showCard();
        assertThat(text("#cloud-state")).isEqualTo("Faces and photos are stored by AWS in eu-central-1.");
        fire("#cloud-back");
        assertThat(application.storage().settings().get(ProfileSettings.KIND)).isEqualTo(CredentialKind.EMBEDDED);
    }

    @Test
    void missingPermissionsAreReportedWithThePolicyThatGrantsThem() {
        showCard();
        enter();
        aws.faces.rekognitionFaultInjector.failNext(
                "CreateUser", 1, new RekognitionFault.Refused(400, "AccessDeniedException", "no"));
        fire("#cloud-test");
        assertThat(text("#cloud-verdict")).isEqualTo("The connection does not work yet.");
        assertThat(labels()).anyMatch(words -> words.startsWith("The account may not use rekognition:CreateUser."));
        var policy = ((TextArea) lookup("#cloud-policy-text").query()).getText();
        assertThat(policy).contains("rekognition:CreateUser", "collection/Acme_acme", "arn:aws:s3:::photos-of-acme/*");
    }

    @Test
    void whatIsTypedWrongIsNotSent() {
        showCard();
        fire("#cloud-use");
        assertThat(labels()).contains("Enter a valid value.");
        assertThat(application.cloud().profiles().kind()).isEqualTo(CredentialKind.EMBEDDED);
    }

    @Test
    void operatorsMayReadAndNotChange() {
        var reception = application.storage().operators().add("Ben", Role.RECEPTION);
        application.storage().operators().signIn(reception.id());
        showCard();
        for (var id : List.of("#cloud-test", "#cloud-use", "#cloud-policy", "#cloud-bucket", "#cloud-kind")) {
            assertThat(lookup(id).query().isDisabled()).as(id).isTrue();
        }
        var flow = flow();
        assertThatThrownBy(flow::useEmbedded).isInstanceOf(AuditException.class);
    }

    @Test
    void aProfileThatCannotBeUsedSaysSoAndLetsThePeopleIn() {
        application.storage().settings().set(ProfileSettings.KIND, CredentialKind.PROFILE);
        application.close();
        application = Application.open(folder);
        application.openStorage();
        application.createServices();
        var failure = catchThrowableOfType(CloudException.class, application::startBackgroundWork)
                .failure();
        assertThat(failure).isEqualTo(new CloudFailure.Incomplete());
        showCard();
        assertThat(text("#cloud-state")).startsWith("Faces and photos are stored by AWS");
    }

    @Test
    void whoWasInTheCollectionBeforeIsNamedOnTheCard() {
        var userId = "0f8fad5b-d9cb-469f-a165-70867728950e";
        var collection = application
                .enrol()
                .collections()
                .getOrCreate(application.storage().people().companies().active().orElseThrow());
        TestApplication.service(application).faces().createUser(collection.externalId(), userId, "t");
        showCard();
        assertThat(text("#transfer-plan")).isEqualTo("Everybody with a photo is in the current collection.");
        fire("#adopt-look");
        assertThat(text("#adopt-count")).startsWith("1 ");
        assertThat(lookup("#adopt-" + userId).query().isDisabled()).isTrue();
        fire("#adopt-compare");
        assertThat(text("#adopt-price")).contains("one user", "0.01");
        type("#adopt-name-" + userId, "Ana");
        fire("#adopt-" + userId);
        assertThat(application.storage().people().persons().findByExternalId(userId))
                .hasValueSatisfying(person -> assertThat(person.name()).isEqualTo("Ana"));
        assertThat(text("#adopt-count")).startsWith("0 ");
    }

    @Test
    void quotasOfTheAccountAreSaved() {
        showCard();
        doOnFx(() -> ((javafx.scene.control.TitledPane) lookup("#cloud-quotas").query()).setExpanded(true));
        type("#cloud-rate-associate-faces", "40");
        doOnFx(() -> ((TextField) lookup("#cloud-rate-associate-faces").query()).fireEvent(new ActionEvent()));
        assertThat(Quotas.read(application.storage().settings(), "eu-central-1").rates())
                .containsEntry(Operation.ASSOCIATE_FACES, 40)
                .containsEntry(Operation.CREATE_USER, 5);
    }

    @Test
    void anOperatorLogsInByTheBrowser() throws Exception {
        var server = LoginServer.start();
        var files = Map.of(
                "aws.endpointUrlSsoOidc", server.address(),
                "aws.configFile", elsewhere.resolve("config").toString(),
                "aws.sharedCredentialsFile", elsewhere.resolve("shared").toString());
        Files.writeString(elsewhere.resolve("shared"), "");
        Files.writeString(
                elsewhere.resolve("config"),
                "[profile desk]\nsso_start_url = https://a.example\nsso_region = eu-central-1\n");
        files.forEach(System::setProperty);
        try (server) {
            server.refuse("AccessDeniedException");
            showCard();
            doOnFx(() -> lookup("#cloud-kind").<CredentialKind>queryComboBox().setValue(CredentialKind.SSO));
            type("#cloud-name", "desk");
            fire("#cloud-login");
            assertThat(opened).containsExactly(URI.create(server.address() + "/page?code=ABCD-EFGH"));
            assertThat(labels()).anyMatch(words -> words.startsWith("The sign-in was not completed."));
        } finally {
            files.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void theCardIsDrawn() throws Exception {
        for (Theme.Choice look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            assertThat(picture("setup/cloud-" + look, 900, 980, look, this::card))
                    .isNotEmptyFile();
        }
    }

    private void showCard() {
        show(900, 980, this::card);
    }

    private VBox card() {
        var strings = Strings.strict("app", "setup", "audit", "settings", "ui", "cloud");
        var work = new InlineTaskRunner(failure -> ProblemMapper.problemOf(failure)
                .orElseGet(() -> UnexpectedFailure.of(failure).problem()));
        var context = new SetupContext(strings, work, () -> {}, () -> {}, () -> {});
        var parts = new CloudCardFactory(
                application.setup().cloud(),
                application.enrol()::transfer,
                application.enrol()::adopt,
                application.setup().settings(),
                application.storage().session(),
                application.storage().clock(),
                opened::add);
        VBox box = new VBox(16);
        box.setPadding(new Insets(24));
        parts.createCards(context).stream().map(SettingsView.Part::card).forEach(box.getChildren()::add);
        parts.refresh();
        return box;
    }

    private CloudFlow flow() {
        return application.setup().cloud();
    }

    private void enter() {
        doOnFx(() -> {
            ComboBox<CredentialKind> kinds = lookup("#cloud-kind").queryComboBox();
            kinds.setValue(CredentialKind.PROCESS);
        });
        type("#cloud-command", Aws.printing(elsewhere, S3Server.KEY_ID, S3Server.SECRET));
        type("#cloud-bucket", S3Server.BUCKET);
        doOnFx(() -> ((javafx.scene.control.TitledPane) lookup("#cloud-network").query()).setExpanded(true));
        type("#cloud-faces", aws.faces.endpoint().toString());
        type("#cloud-photos", aws.photos.endpoint().toString());
    }

    private List<String> labels() {
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
        Node node = lookup(id).query();
        return ((Label) node).getText();
    }
}
