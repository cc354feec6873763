package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

class LatestQueryTest extends FxTest {

    private final FxTaskRunner work = new FxTaskRunner(_ -> Optional.empty());
    private final List<String> answers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void onlyTheNewestAnswerArrivesThoughAnOlderQuestionTakesLonger() {
        CountDownLatch slow = new CountDownLatch(1);
        LatestQuery<String, String> search = new LatestQuery<>(
                work,
                Duration.ZERO,
                query -> {
                    if (query.equals("an")) {
                        slow.await();
                    }
                    return "people like " + query;
                },
                answers::add,
                problems::add);

        doOnFx(() -> search.submit("an"));
        doOnFx(() -> search.submit("ana"));

        until(() -> answers.equals(List.of("people like ana")));
        slow.countDown();
        doOnFx(() -> {});
        assertThat(problems).isEmpty();
    }

    @Test
    void noQueryStartsWhileTypingContinues() {
        List<String> asked = new ArrayList<>();
        LatestQuery<String, String> search = new LatestQuery<>(
                work,
                Duration.millis(40),
                query -> {
                    asked.add(query);
                    return query;
                },
                answers::add,
                problems::add);

        doOnFx(() -> {
            search.submit("a");
            search.submit("an");
            search.submit("ana");
        });

        until(() -> answers.equals(List.of("ana")));
        assertThat(asked).containsExactly("ana");
    }

    @Test
    void aFailureOfTheNewestQueryIsReported() {
        LatestQuery<String, String> search = new LatestQuery<>(
                work,
                Duration.ZERO,
                _ -> {
                    throw new IllegalStateException();
                },
                answers::add,
                problems::add);

        doOnFx(() -> search.submit("ana"));

        until(() -> problems.size() == 1);
    }

    @Test
    void withInlineWorkItAnswersAtOnceForTestsOfModels() {
        LatestQuery<String, Integer> length = new LatestQuery<>(
                new InlineTaskRunner(), Duration.ZERO, String::length, count -> answers.add("" + count), problems::add);

        length.submit("four");

        assertThat(answers).containsExactly("4");
    }

    @Test
    void itIsAnsweredOnlyOnceTheNewestResultHasArrived() {
        HeldTaskRunner held = new HeldTaskRunner(new InlineTaskRunner());
        LatestQuery<String, String> search = new LatestQuery<>(
                held,
                Duration.ZERO,
                query -> {
                    if (query.isEmpty()) {
                        throw new IllegalStateException();
                    }
                    return query;
                },
                answers::add,
                problems::add);
        assertThat(search.isAnswered()).isFalse();
        search.submit("an");
        assertThat(search.isAnswered()).isTrue();

        held.hold();
        search.submit("ana");
        assertThat(search.isAnswered()).isFalse();
        held.letGo();
        assertThat(search.isAnswered()).isTrue();

        search.submit("");
        assertThat(search.isAnswered()).as("it failed").isFalse();
        search.submit("an");
        search.stop();
        assertThat(search.isAnswered()).as("nothing is asked any more").isFalse();
    }

    @Test
    void anActionWaitsForTheAnswerUnlessANewerQueryFollows() {
        HeldTaskRunner held = new HeldTaskRunner(new InlineTaskRunner());
        List<String> log = new ArrayList<>();
        List<Problem> failures = new ArrayList<>();
        LatestQuery<String, String> search =
                new LatestQuery<>(held, Duration.ZERO, query -> query, log::add, failures::add);
        held.hold();
        search.submit("an");
        search.whenAnswered(new SimpleBooleanProperty(true), () -> log.add("Enter"));
        assertThat(log).isEmpty();
        held.letGo();
        assertThat(log).containsExactly("an", "Enter");
        search.whenAnswered(new SimpleBooleanProperty(true), () -> log.add("Enter again"));
        assertThat(log).endsWith("Enter again");

        log.clear();
        held.hold();
        search.submit("ana");
        search.whenAnswered(new SimpleBooleanProperty(true), () -> log.add("Enter"));
        search.submit("anab");
        held.letGo();
        assertThat(log).doesNotContain("Enter");
    }
}
