package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.privacy.ui.HeldDataText;
import io.vestibule.privacy.ui.PassphraseCard;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import java.util.List;
import java.util.function.Consumer;

/// Hands over what is stored about a person: asks where the file goes, writes it, and shows the passphrase once. FX
/// thread.
final class HandOver {

    private final Application application;
    private final ScreenContext screenContext;
    private final Consumer<Problem> onProblem;

    HandOver(Application application, ScreenContext screenContext, Consumer<Problem> onProblem) {
        this.application = application;
        this.screenContext = screenContext;
        this.onProblem = onProblem;
    }

    void ask(PersonId person) {
        var words = screenContext.strings();
        var screen = words.locale();
        screenContext
                .files()
                .saveAs(
                        words.text("app.hand-over.title"),
                        "data-" + person.toString().substring(0, 8) + ".pdf",
                        new FilePicker.FileType(words.text("app.hand-over.files"), List.of("*.pdf")))
                .ifPresent(file -> screenContext
                        .work()
                        .run(
                                words.text("app.hand-over.writing"),
                                () -> application
                                        .privacy()
                                        .handOver()
                                        .write(
                                                person,
                                                file,
                                                (data, photos) -> HeldDataText.document(
                                                        data,
                                                        photos,
                                                        language -> Strings.load(language, List.of("privacy")),
                                                        screen)),
                                this::show,
                                onProblem));
    }

    private void show(String passphrase) {
        var card = new PassphraseCard(passphrase, screenContext.strings());
        screenContext
                .overlay()
                .show(screenContext.strings().text("privacy.passphrase.title"), card, card.first(), () -> {});
    }
}
