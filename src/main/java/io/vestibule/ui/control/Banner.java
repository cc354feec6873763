package io.vestibule.ui.control;

import io.vestibule.ui.Command;
import io.vestibule.ui.ProblemText;
import java.util.Optional;

/// One sentence about what just happened, with at most one action and, where it is possible, Undo.
///
/// @param undo takes back what happened; Ctrl+Z does the same while the banner is up
public record Banner(Tone tone, String text, Optional<Command> action, Optional<Runnable> undo) {

    /// What the sentence is about. Anything but a problem goes away by itself.
    public enum Tone {
        INFO("mdi2i-information-outline"),
        DONE("mdi2c-check-circle"),
        LOOK("mdi2a-alert"),
        PROBLEM("mdi2a-alert-circle");

        private final String icon;

        Tone(String icon) {
            this.icon = icon;
        }

        String icon() {
            return icon;
        }
    }

    public static Banner done(String text) {
        return new Banner(Tone.DONE, text, Optional.empty(), Optional.empty());
    }

    public static Banner info(String text) {
        return new Banner(Tone.INFO, text, Optional.empty(), Optional.empty());
    }

    public static Banner undoable(String text, Runnable undo) {
        return new Banner(Tone.DONE, text, Optional.empty(), Optional.of(undo));
    }

    /// What happened, in one line; the action opens the rest.
    public static Banner problem(ProblemText words, Command details) {
        return new Banner(Tone.PROBLEM, words.summary(), Optional.of(details), Optional.empty());
    }
}
