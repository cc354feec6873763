package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.tour.TourRunner;

/// `--tour`: runs on the headless platform of JavaFX even where there is a display, so that it looks the same
/// everywhere.
public final class RunTour {

    private static final int NO_PLATFORM = 3;

    private RunTour() {}

    /// @return 0 when everything worked
    public static int headless(Arguments arguments, Terminal terminal) {
        var why = Display.textUnavailableReason();
        if (why.isPresent()) {
            terminal.line(why.get() + " The tour needs it for the pictures of the screens.");
            return NO_PLATFORM;
        }
        Display.useHeadlessPlatform();
        return TourRunner.run(
                arguments.photos(), arguments.data(), arguments.output(), arguments.lockingFiles(), terminal::line);
    }
}
