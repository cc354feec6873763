package io.vestibule.enrol.ui;

import io.vestibule.base.OperatorId;
import io.vestibule.base.Problem;
import io.vestibule.base.SiteId;
import io.vestibule.people.ConsentEvidence;
import io.vestibule.people.ConsentWording;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.TaskRunner;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/// The text that asks a person for consent, and their answer. The text is read again when it may be another one; an
/// answer that was given to another text does not count. FX thread.
final class ConsentQuestion {

    private final ObservableList<ConsentAnswer> answer = FXCollections.observableArrayList();
    private final ObservableList<String> languages = FXCollections.observableArrayList();
    private final ObservableList<String> language = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<ConsentWording>> wording = new SimpleObjectProperty<>(Optional.empty());
    private final LatestQuery<About, Found> read;
    private Optional<About> about = Optional.empty();

    /// @param language tag
    private record About(PersonKind kind, Set<SiteId> sites, String language) {}

    private record Found(ConsentWording wording, List<String> languages) {}

    /// @param first language of the text until another one is chosen
    ConsentQuestion(EnrolPort port, TaskRunner taskRunner, Locale first, Consumer<Problem> failed) {
        this.read = new LatestQuery<>(
                taskRunner,
                Duration.ZERO,
                asked -> new Found(
                        port.consentWording(asked.kind(), asked.sites(), asked.language()),
                        port.consentLanguages(asked.kind())),
                this::found,
                failed);
        language.setAll(first.getLanguage());
        language.addListener(
                (ListChangeListener<String>) _ -> about.ifPresent(asked -> ask(asked.kind(), asked.sites())));
    }

    /// Reads the text for such a person.
    void ask(PersonKind kind, Set<SiteId> sites) {
        if (kind == PersonKind.WATCH || language.isEmpty()) {
            return;
        }
        var asked = new About(kind, Set.copyOf(sites), language.getFirst());
        about = Optional.of(asked);
        read.submit(asked);
    }

    private void found(Found found) {
        var before = wording.get();
        wording.set(Optional.of(found.wording()));
        if (before.filter(shown -> !shown.hash().equals(found.wording().hash())).isPresent()) {
            answer.clear();
        }
        if (!languages.equals(found.languages())) {
            languages.setAll(found.languages());
        }
        if (!found.languages().containsAll(language) || language.isEmpty()) {
            language.setAll(found.wording().language());
        }
    }

    /// The text in force; empty until it is read.
    ReadOnlyObjectProperty<Optional<ConsentWording>> wording() {
        return wording;
    }

    /// Tags of the languages to choose from.
    ObservableList<String> languages() {
        return languages;
    }

    /// The chosen one.
    ObservableList<String> language() {
        return language;
    }

    ObservableList<ConsentAnswer> answer() {
        return answer;
    }

    /// Whether the person agreed to the text that is shown.
    boolean isAgreed() {
        return wording.get().isPresent()
                && answer.stream().anyMatch(given -> given.method().isPresent());
    }

    boolean isDeclined() {
        return answer.contains(ConsentAnswer.DECLINED);
    }

    /// The answer as it is recorded; empty without one, or before the text was there to be answered.
    Optional<LegalBasis> basis(Instant now, OperatorId operator) {
        return wording.get()
                .flatMap(shown -> answer.stream().findFirst().map(given -> basis(given, shown, now, operator)));
    }

    private static LegalBasis basis(ConsentAnswer given, ConsentWording shown, Instant now, OperatorId operator) {
        var evidence = ConsentEvidence.of(shown);
        return given.method()
                .<LegalBasis>map(method ->
                        new LegalBasis.Consent(shown.version(), shown.language(), method, now, operator, evidence))
                .orElseGet(() -> new LegalBasis.Declined(shown.version(), shown.language(), now, operator, evidence));
    }
}
