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

class FxWorkTest extends FxTest {

    private final FxWork work = new FxWork(failure ->
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
    void aFailureThatARoomForesawArrivesAsItsProblem() {
        onFx(() -> work.run("Failing", this::refuse, heard::add, heard::add));

        until(() -> heard.equals(List.of(Problem.of("sample.full", 7))));
    }

    @Test
    void aFailureThatNobodyForesawArrivesWithACodeThatIsTheSameEachTime() {
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
        Job job = onFx(() -> work.run(
                "Indexing 3 photos",
                progress -> {
                    for (int i = 0; i <= 2; i++) {
                        progress.at(i, 3);
                    }
                    enough.await();
                    return "stored";
                },
                heard::add,
                heard::add));

        until(() -> job.done().get() == 2 && job.total().get() == 3);
        assertThat(onFx(() -> List.copyOf(work.running()))).containsExactly(job);
        enough.countDown();
        until(() -> heard.equals(List.of("stored")));
        assertThat(onFx(() -> List.copyOf(work.running()))).isEmpty();
    }

    @Test
    void aCancelledJobEndsInTheFailureHandler() {
        CountDownLatch never = new CountDownLatch(1);
        Job job = onFx(() -> work.run(
                "Waiting",
                () -> {
                    never.await();
                    return true;
                },
                heard::add,
                heard::add));

        job.cancel();

        until(() -> heard.equals(List.of(Problem.of("ui.cancelled"))));
    }

    @Test
    void quietWorkIsNotListed() {
        CountDownLatch enough = new CountDownLatch(1);
        onFx(() -> work.quietly(
                () -> {
                    enough.await();
                    return "found";
                },
                heard::add,
                heard::add));

        assertThat(onFx(() -> work.running().size())).isZero();
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
