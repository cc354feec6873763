package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.local.wire.RekognitionServer;
import io.vestibule.local.wire.UnmeasuredAttributes;
import io.vestibule.ui.Strings;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// `--serve-local`: serves the embedded engine of a data folder on loopback until the process is stopped (Ctrl+C or
/// SIGTERM). It locks the folder as a window does, so no window can open it meanwhile.
public final class RunServer {

    private static final int FAILED = 1;

    /// Timeout in seconds after which the JDK's server drops a client that stopped sending or reading half
    /// way. Read once, when its first class is loaded.
    private static final String IDLE_TIMEOUT = "60";

    private RunServer() {}

    /// Blocks until the process is stopped.
    public static int run(Arguments arguments, Terminal terminal) {
        List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime")
                .forEach(time -> System.setProperty(time, IDLE_TIMEOUT));
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var stopSignal = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var hook = Thread.ofPlatform().unstarted(() -> {
            stopSignal.countDown();
            await(closed);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try (var application = PassphraseInput.open(arguments);
                var server = serve(application, arguments)) {
            terminal.line("Rekognition is served at " + server.endpoint() + ", for any region. Ctrl+C stops it.");
            terminal.line("The key pair is in " + application.engine().keyFile().path()
                    + " (set AWS_SHARED_CREDENTIALS_FILE to it).");
            await(stopSignal);
            terminal.line("Stopping.");
            return 0;
        } catch (BindException _) {
            terminal.line("Port " + arguments.port() + " is taken by another program. Name another, or none.");
            return FAILED;
        } catch (IOException | RuntimeException e) {
            terminal.line(words(e));
            return FAILED;
        } finally {
            closed.countDown();
        }
    }

    /// Opens the database as well: a folder with faces and without a database would look as if it had lost its
    /// people.
    private static RekognitionServer serve(Application application, Arguments arguments) throws IOException {
        var _ = application.storage().database();
        application.backups().finishRestore();
        var unmeasured = arguments
                .details()
                .map(details -> ((ServeArguments) details).unmeasured())
                .orElse(UnmeasuredAttributes.LEFT_OUT);
        return application.engine().serve(arguments.port(), unmeasured);
    }

    private static String words(Exception failure) {
        return ProblemMapper.problemOf(failure)
                .map(Strings.load(Locale.getDefault(), ScreenContext.BUNDLES)::problem)
                .map(problem -> problem.summary() + " " + problem.explanation() + " " + problem.advice())
                .orElseGet(() ->
                        "The engine cannot be served: " + failure.getClass().getSimpleName());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
