package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

class FxTaskRunnerTest extends FxTest {

    private final FxTaskRunner work = new FxTaskRunner(failure ->
            failure instanceof IllegalArgumentException ? Optional.of(Problem.of("sample.full", 7)) : Optional.empty());
    private final List<Object> heard = new ArrayList<>();

    @Test
    void worksElsewhereAndAnswersOnTheScreensThread() {
        onFx(() -> work.run(
                "Counting",
                () -> Thread.currentThread().isVirtual() && !Platform.isFxApplicationThread(),
                elsewhere -> heard.add(elsewhere && Platform.isFxApplicationThread()),
                heard::add));

        until(() -> heard.equals(List.of(true)));
    }

    @Test
    void anExpectedExceptionArrivesAsItsProblem() {
        onFx(() -> work.run("Failing", this::refuse, heard::add, heard::add));

        until(() -> heard.equals(List.of(Problem.of("sample.full", 7))));
    }

    @Test
    void anUnexpectedExceptionArrivesWithAStableCode() {
        onFx(() -> work.run("Failing", this::breakDown, heard::add, heard::add));
        onFx(() -> work.run("Failing", this::breakDown, heard::add, heard::add));

        until(() -> heard.size() == 2);
        assertThat(heard.getFirst()).isEqualTo(heard.getLast());
        Problem problem = (Problem) heard.getFirst();
        assertThat(problem.code()).isEqualTo("ui.unexpected");
        assertThat(problem.args().getFirst()).matches("[2-9A-Z]{3}-[2-9A-Z]{3}");
    }

    @Test
    void listsAJobWhileItRunsWithHowFarItIs() {
        CountDownLatch enough = new CountDownLatch(1);
        BackgroundTask backgroundTask = onFx(() -> work.run(
                "Indexing 3 photos",
                progressListener -> {
                    for (int i = 0; i <= 2; i++) {
                        progressListener.onProgress(i, 3);
                    }
                    enough.await();
                    return "stored";
                },
                heard::add,
                heard::add));

        until(() -> backgroundTask.done().get() == 2 && backgroundTask.total().get() == 3);
        assertThat(onFx(() -> List.copyOf(work.runningTasks()))).containsExactly(backgroundTask);
        enough.countDown();
        until(() -> heard.equals(List.of("stored")));
        assertThat(onFx(() -> List.copyOf(work.runningTasks()))).isEmpty();
    }

    @Test
    void aCancelledJobEndsInTheFailureHandler() {
        CountDownLatch never = new CountDownLatch(1);
        BackgroundTask backgroundTask = onFx(() -> work.run(
                "Waiting",
                () -> {
                    never.await();
                    return true;
                },
                heard::add,
                heard::add));

        backgroundTask.cancel();

        until(() -> heard.equals(List.of(Problem.of("ui.cancelled"))));
    }

    @Test
    void quietWorkIsNotListed() {
        CountDownLatch enough = new CountDownLatch(1);
        onFx(() -> work.runUnlisted(
                () -> {
                    enough.await();
                    return "found";
                },
                heard::add,
                heard::add));

        assertThat(onFx(() -> work.runningTasks().size())).isZero();
        enough.countDown();
        until(() -> heard.equals(List.of("found")));
    }

    @Test
    void isStartedOnTheScreensThreadOnly() {
        assertThatThrownBy(() -> work.run("Counting", () -> 1, heard::add, heard::add))
                .isInstanceOf(IllegalStateException.class);
    }

    private String refuse() {
        throw new IllegalArgumentException("full");
    }

    private String breakDown() {
        throw new IllegalStateException("Ana Sousa");
    }
}
