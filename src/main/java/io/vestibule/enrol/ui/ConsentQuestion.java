package io.vestibule.enrol.ui;

import io.vestibule.base.OperatorId;
import io.vestibule.base.Problem;
import io.vestibule.base.SiteId;
import io.vestibule.people.ConsentEvidence;
import io.vestibule.people.ConsentSignature;
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
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
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
    private final BooleanProperty minor = new SimpleBooleanProperty();
    private final StringProperty guardian = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Signed>> signed = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanBinding guardianMissing =
            Bindings.createBooleanBinding(() -> minor.get() && guardian.get().isBlank(), minor, guardian);
    private final LatestQuery<About, Found> read;
    private final EnrolPort port;
    private Optional<About> about = Optional.empty();

    /// @param language tag
    private record About(PersonKind kind, Set<SiteId> sites, String language) {}

    /// @param answer that was signed
    private record Signed(ConsentAnswer answer, ConsentSignature signature) {}

    private record Found(ConsentWording wording, List<String> languages) {}

    /// @param first language of the text until another one is chosen
    ConsentQuestion(EnrolPort port, TaskRunner taskRunner, Locale first, Consumer<Problem> failed) {
        this.port = port;
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
            signed.set(Optional.empty());
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

    /// Whether the person is too young to answer, so that a parent or guardian does.
    BooleanProperty minor() {
        return minor;
    }

    /// Name of the parent or guardian.
    StringProperty guardian() {
        return guardian;
    }

    BooleanBinding guardianMissing() {
        return guardianMissing;
    }

    /// The age from which a person answers alone.
    int guardianAge() {
        return port.guardianAge();
    }

    /// Whether the answer that is chosen was signed.
    boolean isSigned() {
        return signature().isPresent();
    }

    /// Whether the person agreed by a signature, so that this answer can be chosen.
    boolean isSignedYes() {
        return signed.get()
                .filter(one -> one.answer() == ConsentAnswer.SIGNED_SCREEN)
                .isPresent();
    }

    /// Notified when an answer was signed, before it is chosen.
    ReadOnlyObjectProperty<?> signed() {
        return signed;
    }

    /// The person agrees, by themselves.
    void agree(Optional<ConsentSignature> drawn) {
        answer(drawn.isPresent() ? ConsentAnswer.SIGNED_SCREEN : ConsentAnswer.ON_SCREEN, drawn);
    }

    /// The person says no, by themselves.
    void refuse(Optional<ConsentSignature> drawn) {
        answer(ConsentAnswer.DECLINED, drawn);
    }

    private void answer(ConsentAnswer given, Optional<ConsentSignature> drawn) {
        signed.set(drawn.map(signature -> new Signed(given, signature)));
        answer.setAll(given);
    }

    private Optional<ConsentSignature> signature() {
        return signed.get().filter(one -> answer.contains(one.answer())).map(Signed::signature);
    }

    /// For the next person.
    void clear() {
        answer.clear();
        signed.set(Optional.empty());
        minor.set(false);
        guardian.set("");
    }

    /// @return restores the current answer
    Runnable snapshot() {
        var answers = List.copyOf(answer);
        var signature = signed.get();
        var young = minor.get();
        var name = guardian.get();
        return () -> {
            signed.set(signature);
            answer.setAll(answers);
            minor.set(young);
            guardian.set(name);
        };
    }

    /// Whether the person agreed to the text that is shown.
    boolean isAgreed() {
        return wording.get().isPresent()
                && !guardianMissing.get()
                && (!answer.contains(ConsentAnswer.SIGNED_SCREEN) || isSigned())
                && answer.stream().anyMatch(given -> given.method().isPresent());
    }

    boolean isDeclined() {
        return answer.contains(ConsentAnswer.DECLINED);
    }

    /// The answer as it is recorded; empty without one, or before the text was there to be answered.
    Optional<LegalBasis> basis(Instant now, OperatorId operator) {
        if (answer.contains(ConsentAnswer.SIGNED_SCREEN) && !isSigned()) {
            return Optional.empty();
        }
        return wording.get()
                .flatMap(shown -> answer.stream().findFirst().map(given -> basis(given, shown, now, operator)));
    }

    private LegalBasis basis(ConsentAnswer given, ConsentWording shown, Instant now, OperatorId operator) {
        var evidence = new ConsentEvidence(
                shown.hash(),
                signature(),
                minor.get() ? Optional.of(guardian.get().strip()) : Optional.empty());
        return given.method()
                .<LegalBasis>map(method ->
                        new LegalBasis.Consent(shown.version(), shown.language(), method, now, operator, evidence))
                .orElseGet(() -> new LegalBasis.Declined(shown.version(), shown.language(), now, operator, evidence));
    }
}
