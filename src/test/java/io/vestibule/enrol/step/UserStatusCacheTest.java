package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often the service is asked for the status of users.
class UserStatusCacheTest {

    private static final String COLLECTION = EnrolFixture.COLLECTION;

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private UserStatusCache statuses;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        statuses = new UserStatusCache(fixture.service().faces());
        fixture.real().faces().createUser(COLLECTION, "ana", "t1");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Optional<String> of(String user) {
        return statuses.getOrFetch(COLLECTION, user, "face");
    }

    @Test
    void theStatusIsTheServicesOwnWord() {
        assertThat(of("ana")).contains("CREATED");
    }

    @Test
    void aUserWhomTheServiceDoesNotHaveHasNoStatus() {
        assertThat(of("nobody")).isEmpty();
    }

    /// Two requests come while a listing runs: it is too old for both, and the next one answers both.
    @Test
    void oneListAnswersEverybodyWhoAskedBeforeItWasBegun() throws Exception {
        var waiting = new ArrayList<Thread>();
        var found = new ConcurrentLinkedQueue<Optional<String>>();
        fixture.script.before(Call.USER_STATUSES, () -> {
            for (var user : List.of("ana", "ana")) {
                var thread = Thread.ofPlatform().start(() -> found.add(of(user)));
                waiting.add(thread);
                while (thread.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
        });
        of("nobody");
        for (var thread : waiting) {
            thread.join();
        }
        assertThat(found).containsExactly(Optional.of("CREATED"), Optional.of("CREATED"));
        assertThat(fixture.script.made()).containsExactly(Call.USER_STATUSES, Call.USER_STATUSES);
    }

    @Test
    void aListThatIsOlderThanTheQuestionDoesNotAnswerItThoughTheClockShowsTheSameMoment() {
        of("bo");
        fixture.real().faces().createUser(COLLECTION, "bo", "t2");
        assertThat(of("bo")).contains("CREATED");
        assertThat(fixture.script.made()).containsExactly(Call.USER_STATUSES, Call.USER_STATUSES);
    }

    @Test
    void inALargeCollectionEachUserIsLookedForByAFace() {
        fixture.script.answer(Call.USER_STATUSES, users(2_001));
        of("user-0");
        fixture.script.answer(Call.STATUS_OF, Optional.of("UPDATING"));
        assertThat(of("user-1")).contains("UPDATING");
        assertThat(fixture.script.made()).containsExactly(Call.USER_STATUSES, Call.STATUS_OF);
    }

    @Test
    void upTo2000UsersAreListed() {
        fixture.script.answer(Call.USER_STATUSES, users(2_000));
        of("user-0");
        of("user-0");
        assertThat(fixture.script.made()).containsExactly(Call.USER_STATUSES, Call.USER_STATUSES);
    }

    @Test
    void aListThatFailsIsAskedForAgain() {
        fixture.script.fail(Call.USER_STATUSES, new CloudFailure.Throttled("ListUsers"));
        assertThatThrownBy(() -> of("ana")).isInstanceOf(CloudException.class);
        assertThat(of("ana")).contains("CREATED");
    }

    private static Map<String, String> users(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "user-" + number)
                .collect(Collectors.toMap(Function.identity(), _ -> "ACTIVE"));
    }

    @Test
    void eachCollectionHasAListOfItsOwn() {
        fixture.real().faces().createIfAbsent("other");
        of("ana");
        assertThat(statuses.getOrFetch("other", "ana", "face")).isEmpty();
        assertThat(fixture.script.made()).isEqualTo(List.of(Call.USER_STATUSES, Call.USER_STATUSES));
    }
}
