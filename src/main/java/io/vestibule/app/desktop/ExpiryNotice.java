package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.enrol.change.ExpiryQuestion;
import io.vestibule.enrol.ui.ExpiryCard;
import io.vestibule.people.Person;
import io.vestibule.ui.Command;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.shell.Notice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Shows a notice while unusually many people are due for removal, with the card on which a manager decides, and while
/// entries of the watch list have to be reviewed.
final class ExpiryNotice {

    private final Application application;
    private final ScreenContext screenContext;
    private final Consumer<Problem> onProblem;
    private final Runnable openPrivacy;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param openPrivacy opens the Privacy screen
    ExpiryNotice(
            Application application, ScreenContext screenContext, Consumer<Problem> onProblem, Runnable openPrivacy) {
        this.application = application;
        this.screenContext = screenContext;
        this.onProblem = onProblem;
        this.openPrivacy = openPrivacy;
    }

    /// Starts monitoring. FX thread.
    void start() {
        application.enrol().housekeeping().onChange(() -> screenContext.work().runOnFxThread(this::refresh));
        refresh();
    }

    /// Another operator may have other rights, and another company other people. FX thread.
    void refresh() {
        screenContext
                .work()
                .runUnlisted(
                        () -> application
                                .enrol()
                                .housekeeping()
                                .question()
                                .map(this::notice)
                                .or(this::reviews),
                        notice::set,
                        onProblem);
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Entries of the watch list lapse when nobody reviews them, so that everybody is reminded.
    private Optional<Notice> reviews() {
        int due = application.enrol().housekeeping().reviewsDue();
        return due == 0
                ? Optional.empty()
                : Optional.of(new Notice(
                        screenContext.strings().text("app.expiry.reviews", due),
                        "mdi2c-calendar-alert",
                        application.storage().session().may(Permission.READ_AUDIT)
                                ? Optional.of(new Command(
                                        screenContext.strings().text("app.expiry.review"),
                                        "mdi2a-arrow-right",
                                        openPrivacy))
                                : Optional.empty()));
    }

    private Notice notice(ExpiryQuestion question) {
        var words = screenContext.strings();
        var text = words.text("app.expiry.many", question.people().size(), question.total());
        return application.storage().session().may(Permission.REMOVE_PEOPLE)
                ? new Notice(
                        text,
                        "mdi2a-account-clock-outline",
                        Optional.of(new Command(
                                words.text("app.expiry.review"), "mdi2a-account-search-outline", () -> open(question))))
                : new Notice(
                        text + " " + words.text("app.expiry.ask-manager"),
                        "mdi2a-account-clock-outline",
                        Optional.empty());
    }

    private void open(ExpiryQuestion question) {
        screenContext.work().runUnlisted(() -> people(question), people -> show(question, people), onProblem);
    }

    private List<Person> people(ExpiryQuestion question) {
        var persons = application.storage().people().persons();
        return question.people().stream()
                .limit(ExpiryCard.MOST_SHOWN)
                .flatMap(person -> persons.find(person).stream())
                .toList();
    }

    private void show(ExpiryQuestion question, List<Person> people) {
        var overlay = screenContext.overlay();
        var words = screenContext.strings();
        var card = new ExpiryCard(
                words,
                question,
                people,
                () -> answer(
                        () -> application.enrol().housekeeping().approve(question),
                        removed -> Banner.done(words.text("app.expiry.removed", removed))),
                () -> answer(
                        () -> {
                            application.enrol().housekeeping().postpone(question);
                            return true;
                        },
                        _ -> Banner.done(words.text("app.expiry.kept"))));
        overlay.show(words.text("enrol.expiry.title"), card.node(), card.first(), () -> {});
    }

    private <T> void answer(Callable<T> task, java.util.function.Function<T, Banner> banner) {
        screenContext.overlay().close();
        screenContext
                .work()
                .run(
                        screenContext.strings().text("app.expiry.working"),
                        task,
                        outcome -> screenContext.banners().show(banner.apply(outcome)),
                        onProblem);
    }
}
