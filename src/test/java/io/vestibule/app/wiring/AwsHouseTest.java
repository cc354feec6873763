package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.cloud.aws.Aws;
import io.vestibule.cloud.aws.Draft;
import io.vestibule.cloud.aws.Kind;
import io.vestibule.cloud.aws.S3Server;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.wire.Fault;
import io.vestibule.people.Standing.State;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program on a face service and a bucket behind sockets, and the days on which they cannot be
/// reached.
class AwsHouseTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Aws aws;
    private House house;

    @BeforeEach
    void open() {
        aws = Aws.open(elsewhere);
        choose(aws, folder, elsewhere);
        house = TestHouse.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    /// Sets the connection, as the Settings screen does.
    static void choose(Aws aws, Path folder, Path elsewhere) {
        try (var first = House.open(folder)) {
            first.cloud()
                    .profiles()
                    .write(
                            new Draft(
                                    Kind.PROCESS,
                                    new Draft.Source(
                                            "default",
                                            Aws.printing(elsewhere, S3Server.KEY_ID, S3Server.SECRET),
                                            "",
                                            ""),
                                    new Draft.Where(
                                            Aws.REGION,
                                            aws.faces.endpoint().toString(),
                                            aws.photos.endpoint().toString(),
                                            ""),
                                    new Draft.Way("", "", ""),
                                    new Draft.Keep(S3Server.BUCKET, "", false, "")),
                            "");
        }
    }

    @AfterEach
    void close() {
        house.close();
        aws.close();
    }

    @Test
    void whoIsSavedWithoutAConnectionIsEnrolledWhenItIsBackAndSearchedForFirst() {
        var alike = TestHouse.freshPhotos(house, 2, 1);
        var ana = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), TestHouse.photos(house, 0), new Decision.Unknown());
        TestHouse.await(house, ana.person(), State.SEARCHABLE);

        aws.faces.faults.always(new Fault.Dropped());
        var photos = TestHouse.photos(house, 1);
        var ben = house.enrol().enrol().save(TestHouse.visitor(house, "Ben"), photos, new Decision.NotAsked());
        var again = house.enrol().enrol().save(TestHouse.visitor(house, "Anna"), alike, new Decision.NotAsked());
        TestHouse.await(house, () -> house.cellar().journal().problems().contains("cloud.offline"));
        TestHouse.await(house, ben.person(), State.WAITING);
        assertThat(aws.photos.keys()).hasSize(3);

        aws.faces.faults.clear();
        house.enrol().jobs().retryAll();
        TestHouse.await(house, ben.person(), State.SEARCHABLE);
        TestHouse.await(house, again.person(), State.STUCK);
        assertThat(house.enrol().duplicates().about(again.person()))
                .hasValueSatisfying(
                        question -> assertThat(question.match().person().id()).isEqualTo(ana.person()));
        assertThat(house.enrol().enrol().whoIs(SampleFlow.read(SampleFlow.PROBE)))
                .first()
                .satisfies(match -> assertThat(match.person().id()).isEqualTo(ana.person()));
        assertThat(aws.photos.keys()).hasSize(6);
    }

    @Test
    void aLoginThatRanOutStopsNobodyAndWorkGoesOnAfterIt() {
        aws.faces.faults.always(new Fault.Refused(400, "ExpiredTokenException", "The token is expired"));
        var ben = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ben"), TestHouse.photos(house, 1), new Decision.NotAsked());
        TestHouse.await(house, ben.person(), State.WAITING);
        assertThat(house.cellar().journal().problems()).containsExactly("cloud.expired");

        aws.faces.faults.clear();
        house.enrol().jobs().retryAll();
        TestHouse.await(house, ben.person(), State.SEARCHABLE);
    }
}
