package io.vestibule.enrol.ui;

import io.vestibule.base.OperatorId;
import io.vestibule.people.LegalBasis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/// More photos of an enrolled person, while they are taken: who it is, and the answer if the person had to be
/// asked. The photos of a new person are set aside meanwhile. FX thread.
final class AddedPhotos {

    private final ObjectProperty<Optional<AddPhotosRequest>> request = new SimpleObjectProperty<>(Optional.empty());
    private final ConsentQuestion question;
    private final BooleanBinding permitted;
    private final BooleanBinding declined;
    private List<Tile> suspended = List.of();

    AddedPhotos(ConsentQuestion question) {
        this.question = question;
        var answer = question.answer();
        permitted = Bindings.createBooleanBinding(
                () -> request.get()
                        .filter(known -> known.isPermitted() || question.isAgreed())
                        .isPresent(),
                request,
                answer,
                question.wording(),
                question.signed(),
                question.guardianMissing());
        declined = Bindings.createBooleanBinding(
                () -> request.get().isPresent() && question.isDeclined(), request, answer);
    }

    /// Empty while a new person is enrolled.
    ReadOnlyObjectProperty<Optional<AddPhotosRequest>> request() {
        return request;
    }

    boolean isOpen() {
        return request.get().isPresent();
    }

    ObservableList<ConsentAnswer> answer() {
        return question.answer();
    }

    BooleanBinding permitted() {
        return permitted;
    }

    BooleanBinding declined() {
        return declined;
    }

    ConsentQuestion question() {
        return question;
    }

    /// The consent that was given now; empty if it was there before.
    Optional<LegalBasis> consent(Instant now, OperatorId operator) {
        return question.isAgreed() ? question.basis(now, operator) : Optional.empty();
    }

    /// @param draft the photos of the new person
    void begin(AddPhotosRequest known, List<Tile> draft) {
        if (request.get().isEmpty()) {
            suspended = List.copyOf(draft);
        }
        question.clear();
        question.ask(known.known().kind(), known.known().sites());
        request.set(Optional.of(known));
    }

    /// @return the photos of the new person
    List<Tile> end() {
        var draft = suspended;
        suspended = List.of();
        request.set(Optional.empty());
        question.clear();
        return draft;
    }
}
