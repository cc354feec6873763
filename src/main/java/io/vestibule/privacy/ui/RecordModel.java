package io.vestibule.privacy.ui;

import io.vestibule.base.Problem;
import io.vestibule.people.Site;
import io.vestibule.privacy.record.RecordDraft;
import io.vestibule.privacy.record.RecordFact;
import io.vestibule.privacy.record.RecordFlow;
import io.vestibule.privacy.record.RecordInput;
import io.vestibule.privacy.record.RecordKind;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/// State of the documents on the screen: which one, for which site, in which language, and what has changed since it
/// was
/// printed last. FX thread only.
public final class RecordModel {

    final ObjectProperty<RecordKind> kind = new SimpleObjectProperty<>(RecordKind.ASSESSMENT);
    final ObjectProperty<Optional<Site>> site = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Locale> language;
    final ObservableList<Site> sites = FXCollections.observableArrayList();
    final StringProperty controller = new SimpleStringProperty("");
    final StringProperty contact = new SimpleStringProperty("");
    final StringProperty authority = new SimpleStringProperty("");
    final StringProperty web = new SimpleStringProperty("");
    final ObjectProperty<RecordFact.OptOut> optOut = new SimpleObjectProperty<>(RecordFact.OptOut.UNKNOWN);
    final ObjectProperty<Optional<RecordDraft>> draft = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty working = new SimpleBooleanProperty();

    private final RecordFlow flow;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final Function<Locale, Strings> languages;
    private final Consumer<Problem> failed;
    private final Consumer<String> done;
    private final LatestQuery<Boolean, Read> read;
    private boolean filled;

    private record Read(List<Site> sites, RecordInput last, RecordDraft draft) {}

    /// @param languages texts of another language
    /// @param failed shows a problem
    /// @param done shows that something was done
    public RecordModel(
            RecordFlow flow,
            TaskRunner taskRunner,
            Strings strings,
            Function<Locale, Strings> languages,
            Consumer<Problem> failed,
            Consumer<String> done) {
        this.flow = flow;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.languages = languages;
        this.failed = failed;
        this.done = done;
        this.language = new SimpleObjectProperty<>(
                strings.locale().getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH);
        this.read = new LatestQuery<>(taskRunner, Duration.millis(200), this::read, this::found, failed);
        List.of(kind, site, optOut).forEach(each -> each.subscribe(this::refreshIfFilled));
        List.of(controller, contact, authority, web).forEach(each -> each.subscribe(this::refreshIfFilled));
    }

    Strings strings() {
        return strings;
    }

    private void refreshIfFilled() {
        if (filled) {
            refresh();
        }
    }

    void refresh() {
        read.submit(filled);
    }

    private Read read(boolean typed) {
        var last = typed ? input() : flow.lastInput();
        return new Read(flow.sites(), last, flow.draft(kind.get(), chosenSite(), last));
    }

    private void found(Read found) {
        if (!sites.equals(found.sites())) {
            sites.setAll(found.sites());
            if (site.get().filter(sites::contains).isEmpty()) {
                site.set(sites.stream().findFirst());
            }
        }
        if (!filled) {
            controller.set(found.last().controller());
            contact.set(found.last().contact());
            authority.set(found.last().authority());
            web.set(found.last().web());
            optOut.set(found.last().optOut());
            filled = true;
        }
        draft.set(Optional.of(found.draft()));
    }

    private RecordInput input() {
        return new RecordInput(controller.get(), contact.get(), authority.get(), web.get(), optOut.get());
    }

    private Optional<Site> chosenSite() {
        return kind.get().isOfSite() ? site.get() : Optional.empty();
    }

    boolean isAws() {
        return draft.get()
                .filter(known -> known.fact(RecordFact.SERVICE).equals(RecordFact.Service.AWS.name()))
                .isPresent();
    }

    /// Whether the document can be written: one of a site needs a site.
    boolean isComplete() {
        return draft.get().isPresent() && (!kind.get().isOfSite() || site.get().isPresent());
    }

    void write(Path file) {
        var words = new RecordWords(languages.apply(language.get()));
        var what = kind.get();
        var where = chosenSite();
        var typed = input();
        var locale = language.get();
        working.set(true);
        taskRunner.run(
                strings.text("privacy.record.writing"),
                () -> flow.write(what, where, typed, locale, file, words::document),
                _ -> {
                    working.set(false);
                    done.accept(strings.text("privacy.record.saved"));
                    refresh();
                },
                problem -> {
                    working.set(false);
                    failed.accept(problem);
                });
    }
}
