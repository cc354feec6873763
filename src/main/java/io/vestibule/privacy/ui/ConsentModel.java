package io.vestibule.privacy.ui;

import io.vestibule.base.Problem;
import io.vestibule.base.SiteId;
import io.vestibule.people.ConsentCountStore;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.privacy.consent.ConsentText;
import io.vestibule.privacy.consent.ConsentTextFlow;
import io.vestibule.privacy.consent.ConsentTexts;
import io.vestibule.settings.Setting;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/// State of the consent texts on the screen: whom the text is for, the text as it is being written, and how it reads
/// with everything filled in. FX thread only.
public final class ConsentModel {

    /// What else is read.
    ///
    /// @param counts answers by month, since that month
    public record Sources(
            ConsentTextFlow flow,
            ConsentTexts texts,
            Supplier<List<Site>> sites,
            Function<LocalDate, List<ConsentCountStore.Count>> counts) {}

    private static final int MONTHS = 12;
    private static final Duration PAUSE = Duration.millis(300);

    final ObjectProperty<PersonKind> kind = new SimpleObjectProperty<>(PersonKind.VISITOR);
    final StringProperty language;
    final ObjectProperty<Optional<SiteId>> site = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty words = new SimpleStringProperty("");
    final StringProperty preview = new SimpleStringProperty("");
    final ObjectProperty<Optional<ConsentTextFlow.Written>> written = new SimpleObjectProperty<>(Optional.empty());
    final ObservableList<Site> sites = FXCollections.observableArrayList();
    final ObservableList<ConsentCountStore.Count> counts = FXCollections.observableArrayList();

    private final Sources sources;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final Consumer<Problem> failed;
    private final LatestQuery<ConsentText.Place, Found> read;
    private final LatestQuery<Shown, String> fill;
    private Optional<ConsentText.Place> shown = Optional.empty();

    private record Found(
            ConsentText.Place place,
            ConsentTextFlow.Written written,
            String standard,
            List<Site> sites,
            List<ConsentCountStore.Count> counts) {}

    private record Shown(String words, ConsentText.Place place) {}

    /// @param failed shows a problem
    public ConsentModel(Sources sources, TaskRunner taskRunner, Strings strings, Consumer<Problem> failed) {
        this.sources = sources;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.failed = failed;
        this.language = new SimpleStringProperty(strings.locale().getLanguage());
        this.read = new LatestQuery<>(taskRunner, Duration.ZERO, this::find, this::found, failed);
        this.fill = new LatestQuery<>(
                taskRunner, PAUSE, asked -> sources.texts().fill(asked.words(), asked.place()), preview::set, failed);
        kind.addListener((_, _, _) -> refresh());
        language.addListener((_, _, _) -> refresh());
        site.addListener((_, _, _) -> refresh());
        words.addListener((_, _, _) -> showPreview());
    }

    Strings strings() {
        return strings;
    }

    boolean isPermitted() {
        return sources.flow().isPermitted();
    }

    /// Reads what is written for the chosen people; what was typed for them and is not saved stays.
    void refresh() {
        if (isPermitted()) {
            read.submit(place());
        }
    }

    private ConsentText.Place place() {
        return new ConsentText.Place(site.get(), kind.get(), language.get());
    }

    private Found find(ConsentText.Place place) {
        return new Found(
                place,
                sources.flow().read(place),
                sources.texts().standard(place),
                sources.sites().get(),
                sources.counts()
                        .apply(LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(MONTHS - 1L)));
    }

    private void found(Found found) {
        boolean isOther = !shown.equals(Optional.of(found.place()));
        shown = Optional.of(found.place());
        written.set(Optional.of(found.written()));
        if (!sites.equals(found.sites())) {
            sites.setAll(found.sites());
        }
        counts.setAll(found.counts());
        if (isOther) {
            words.set(saved(found.written()).orElse(found.standard()));
        }
        showPreview();
    }

    /// The draft, else the text in force; empty if the default text is.
    private static Optional<String> saved(ConsentTextFlow.Written written) {
        return written.draft().or(() -> written.versions().stream().findFirst()).map(ConsentText::words);
    }

    private void showPreview() {
        fill.submit(new Shown(words.get(), place()));
    }

    /// Begins again with the default text; nothing is saved.
    void useStandard() {
        words.set(sources.texts().standard(place()));
    }

    void saveDraft(Runnable done) {
        change(strings.text("privacy.consent.saving"), () -> sources.flow().saveDraft(place(), words.get()), done);
    }

    void publish(Runnable done) {
        change(strings.text("privacy.consent.publishing"), () -> sources.flow().publish(place(), words.get()), done);
    }

    String fact(Setting<String> fact) {
        return sources.flow().get(fact);
    }

    boolean isLocked(Setting<String> fact) {
        return sources.flow().isLocked(fact);
    }

    /// @param fact one of [ConsentKeys]
    void setFact(Setting<String> fact, String value) {
        if (!value.strip().equals(fact(fact))) {
            change(strings.text("privacy.consent.saving"), () -> sources.flow().set(fact, value), () -> {});
        }
    }

    private void change(String label, Runnable work, Runnable done) {
        taskRunner.run(
                label,
                () -> {
                    work.run();
                    return true;
                },
                _ -> {
                    done.run();
                    refresh();
                },
                failed);
    }
}
