package io.vestibule.ui.control;

import io.vestibule.ui.Command;
import io.vestibule.ui.ProblemText;
import java.util.Optional;

/// A one-sentence message about what just happened, with at most one action and, where possible, Undo.
///
/// @param undo reverts what happened; Ctrl+Z does the same while the banner is shown
public record Banner(Tone tone, String text, Optional<Command> action, Optional<Runnable> undo) {

    /// What the message is about. Every banner but a problem closes automatically.
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

    /// What happened, in one line; the action opens the details.
    public static Banner problem(ProblemText words, Command details) {
        return new Banner(Tone.PROBLEM, words.summary(), Optional.of(details), Optional.empty());
    }
}
