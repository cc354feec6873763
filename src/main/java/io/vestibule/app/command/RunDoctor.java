package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.base.ProgressListener;
import io.vestibule.doctor.CollectionCheckRun;
import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.doctor.Remedy;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.ui.Strings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// `doctor`: the same comparison and remedies as on the Collection page, without a window. The data folder must not be
/// open in another program.
public final class RunDoctor {

    static final int AGREE = 0;
    static final int DIFFER = 4;
    static final int UNREAD = 5;

    /// A job that waits longer than this waits for something else than the service.
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final int SOME = 50;
    private static final int MANY = 100_000;

    /// Problem codes of waits that end by themselves.
    static final Set<String> USUAL =
            Set.of("doctor.busy", "enrol.updating", "enrol.not-visible-yet", "enrol.still-joining");

    private RunDoctor() {}

    /// @return one of the exit codes of this class or of [CommandFailure]
    public static int run(Arguments arguments, Terminal terminal) {
        var strings = Strings.load(Locale.getDefault(), ScreenContext.BUNDLES);
        try (var application = PassphraseInput.open(arguments)) {
            application.openStorage();
            var run = application.doctor().compare().run(ProgressListener.NONE);
            if (arguments.doctor().fix()) {
                application.startBackgroundWork();
                fix(application, run, arguments.doctor().also());
                run = application.doctor().compare().run(ProgressListener.NONE);
            }
            var report =
                    new DoctorReport(run, application.doctor().discrepancies().counts(run.id()));
            terminal.line(arguments.doctor().json() ? report.json() : report.text(strings));
            if (!run.unread().isEmpty()) {
                return UNREAD;
            }
            return report.agrees() ? AGREE : DIFFER;
        } catch (RuntimeException e) {
            return CommandFailure.report(e, List.of(), terminal);
        }
    }

    private static void fix(Application application, CollectionCheckRun run, Set<DiscrepancyKind> also) {
        List<DiscrepancyKind> kinds = Arrays.stream(DiscrepancyKind.values())
                .filter(kind -> kind.isProposed() || also.contains(kind))
                .toList();
        var done = new CountDownLatch(1);
        Runnable look = () -> {
            if (isDone(application)) {
                done.countDown();
            }
        };
        try (var _ = application.storage().journal().onChange(_ -> look.run())) {
            var _ = application.doctor().remedies().order(run, kinds, Duration.ZERO);
            look.run();
            done.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether all that is left waits for something that this program cannot bring about.
    private static boolean isDone(Application application) {
        var journal = application.storage().journal();
        return allWait(application, journal.openSteps(SOME)) && allWait(application, journal.openSteps(MANY));
    }

    private static boolean allWait(Application application, List<Step> open) {
        var soon = application.storage().clock().instant().plus(SOON);
        return open.stream()
                .filter(step ->
                        step.due().isBefore(soon) || Remedy.of(step.kind()).isPresent())
                .allMatch(step -> step.state() == StepState.PARKED
                        || step.problem()
                                .filter(problem -> !USUAL.contains(problem.code()))
                                .isPresent());
    }
}
