package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.AwsHouseTest;
import io.vestibule.app.wiring.House;
import io.vestibule.app.wiring.TestHouse;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.cloud.aws.Aws;
import io.vestibule.cloud.aws.Draft;
import io.vestibule.cloud.aws.Kind;
import io.vestibule.cloud.aws.LoginServer;
import io.vestibule.enrol.Decision;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.wire.Fault;
import io.vestibule.people.Standing.State;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Theme;
import io.vestibule.ui.shell.Notice;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window says while saved work waits for a face service behind a socket, and what its button does.
class ConnectionWatchTest extends FxTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Aws aws;
    private House house;
    private Furniture furniture;
    private ConnectionWatch watch;

    @BeforeEach
    void open() {
        aws = Aws.open(elsewhere);
        AwsHouseTest.choose(aws, folder, elsewhere);
        house = TestHouse.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
        begin();
    }

    private void begin() {
        furniture = onFx(() -> Furniture.of(this::stage, Theme.Choice.LIGHT));
        show(1000, 700, () -> new StackPane(furniture.overlay()));
        watch = onFx(() -> new ConnectionWatch(house, furniture, house.setup().cloud(), opened::add, this::tell));
        doOnFx(watch::start);
    }

    private void tell(Problem problem) {
        told.add(problem.code());
    }

    @AfterEach
    void close() {
        until(() -> furniture.work().running().isEmpty());
        house.close();
        aws.close();
    }

    private PersonId save() {
        return house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), TestHouse.photos(house, 0), new Decision.NotAsked())
                .person();
    }

    private Optional<Notice> notice() {
        return watch.notice().get();
    }

    private void press() {
        doOnFx(() -> notice().orElseThrow().action().orElseThrow().run().run());
    }

    @Test
    void nothingIsSaidWhileEverythingGoesWell() {
        var ana = save();
        TestHouse.await(house, ana, State.SEARCHABLE);

        until(() -> furniture.work().running().isEmpty());
        assertThat(onFx(this::notice)).isEmpty();
    }

    @Test
    void workThatWaitsForTheNetworkIsToldAndGoesOnWhenItIsTriedAgain() {
        aws.faces.faults.always(new Fault.Dropped());
        var ana = save();
        until(() -> notice().isPresent());
        assertThat(onFx(() -> notice().orElseThrow().text()))
                .startsWith(
                        furniture.strings().problem(Problem.of("cloud.offline")).what());
        assertThat(onFx(() -> notice().orElseThrow().action().orElseThrow().text()))
                .isEqualTo(furniture.strings().text("app.connection.retry"));

        aws.faces.faults.clear();
        press();
        TestHouse.await(house, ana, State.SEARCHABLE);
        until(() -> notice().isEmpty());
        assertThat(told).isEmpty();
    }

    @Test
    void aLoginThatCannotBeRenewedHereIsTriedAgain() {
        aws.faces.faults.always(new Fault.Refused(400, "ExpiredTokenException", "The token is expired"));
        var ana = save();
        until(() -> notice().isPresent());
        assertThat(onFx(() -> notice().orElseThrow().text()))
                .startsWith(
                        furniture.strings().problem(Problem.of("cloud.expired")).what());

        aws.faces.faults.clear();
        press();
        TestHouse.await(house, ana, State.SEARCHABLE);
        until(() -> notice().isEmpty());
        assertThat(opened).isEmpty();
    }

    @Test
    void whereTheBrowserLogsInTheButtonOpensItAndTellsThatItWasNotDone() throws Exception {
        var server = LoginServer.start();
        var files = Map.of(
                "aws.endpointUrlSsoOidc", server.address(),
                "aws.configFile", elsewhere.resolve("config").toString(),
                "aws.sharedCredentialsFile", elsewhere.resolve("shared").toString());
        Files.writeString(elsewhere.resolve("shared"), "");
        Files.writeString(elsewhere.resolve("config"), """
                [profile desk]
                sso_start_url = https://a.example
                sso_region = eu-central-1
                sso_account_id = 123456789012
                sso_role_name = desk
                """);
        files.forEach(System::setProperty);
        try (server) {
            var made = house.cloud().profiles().draft();
            house.cloud()
                    .profiles()
                    .write(
                            new Draft(
                                    Kind.SSO,
                                    new Draft.Source("desk", "", "", ""),
                                    made.where(),
                                    made.way(),
                                    made.keep()),
                            "");
            aws.faces.faults.always(new Fault.Dropped());
            save();
            house.close();
            aws.faces.faults.clear();
            // There is no login yet: whatever waits finds that it has expired.
            house = House.open(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
            house.cellar().operators().resume();
            house.enrol().runner().start();
            begin();
            // What waited when the program was closed is told of first.
            until(() -> notice().flatMap(Notice::action)
                    .filter(action -> action.text().equals(furniture.strings().text("app.connection.login")))
                    .isPresent());

            server.refuse("AccessDeniedException");
            press();
            until(() -> !told.isEmpty());
            assertThat(opened).containsExactly(URI.create(server.address() + "/page?code=ABCD-EFGH"));
            assertThat(told).containsExactly("cloud.login-not-done");
            assertThat(onFx(() -> furniture.overlay().isOpen())).isFalse();
        } finally {
            files.keySet().forEach(System::clearProperty);
        }
    }
}
