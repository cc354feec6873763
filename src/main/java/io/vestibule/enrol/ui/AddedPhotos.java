package io.vestibule.enrol.ui;

import io.vestibule.base.OperatorId;
import io.vestibule.people.LegalBasis;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// More photos of an enrolled person, while they are taken: who it is, and the answer if the person had to be
/// asked. The photos of a new person are set aside meanwhile. FX thread.
final class AddedPhotos {

    private final ObjectProperty<Optional<AddPhotosRequest>> request = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<ConsentAnswer> answer = FXCollections.observableArrayList();
    private final BooleanBinding permitted;
    private final BooleanBinding declined;
    private List<Tile> suspended = List.of();

    AddedPhotos() {
        permitted = Bindings.createBooleanBinding(
                () -> request.get()
                        .filter(known -> known.isPermitted() || answered().isPresent())
                        .isPresent(),
                request,
                answer);
        declined = Bindings.createBooleanBinding(
                () -> request.get().isPresent() && answer.contains(ConsentAnswer.DECLINED), request, answer);
    }

    /// Empty while a new person is enrolled.
    ReadOnlyObjectProperty<Optional<AddPhotosRequest>> request() {
        return request;
    }

    boolean isOpen() {
        return request.get().isPresent();
    }

    ObservableList<ConsentAnswer> answer() {
        return answer;
    }

    BooleanBinding permitted() {
        return permitted;
    }

    BooleanBinding declined() {
        return declined;
    }

    private Optional<LegalBasis.Method> answered() {
        return answer.stream().findFirst().flatMap(ConsentAnswer::method);
    }

    /// The consent that was given now; empty if it was there before.
    Optional<LegalBasis> consent(Instant now, OperatorId operator, Locale language) {
        return answered()
                .map(method -> new LegalBasis.Consent(
                        EnrolForm.TEXT_VERSION, language.toLanguageTag(), method, now, operator));
    }

    /// @param draft the photos of the new person
    void begin(AddPhotosRequest known, List<Tile> draft) {
        if (request.get().isEmpty()) {
            suspended = List.copyOf(draft);
        }
        answer.clear();
        request.set(Optional.of(known));
    }

    /// @return the photos of the new person
    List<Tile> end() {
        var draft = suspended;
        suspended = List.of();
        request.set(Optional.empty());
        answer.clear();
        return draft;
    }
}
