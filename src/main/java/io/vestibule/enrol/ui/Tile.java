package io.vestibule.enrol.ui;

import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.PhotoIntake.IntakeResult;
import io.vestibule.ui.control.State;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// One photo of the strip.
public final class Tile {

    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.RUNNING);
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Image> picture = new SimpleObjectProperty<>();
    private final Source source;
    private @Nullable DraftPhoto photo;
    private IntakeResult.@Nullable MultipleFaces multipleFaces;
    private IntakeResult.@Nullable AlreadySaved alreadySaved;

    Tile(Source source) {
        this.source = source;
    }

    /// Where the photo came from.
    sealed interface Source {
        /// The camera, with the head turned on request.
        record Camera() implements Source {}

        /// A picture that was taken earlier.
        ///
        /// @param name of the file; empty if it was pasted
        record Taken(String name) implements Source {}
    }

    boolean posed() {
        return source instanceof Source.Camera;
    }

    /// Name of the file; empty if there is none.
    String fileName() {
        return source instanceof Source.Taken taken ? taken.name() : "";
    }

    public ObjectProperty<State> state() {
        return state;
    }

    /// What is wrong and how to fix it, or that the photo is good.
    public StringProperty words() {
        return words;
    }

    public ObjectProperty<@Nullable Image> picture() {
        return picture;
    }

    /// The photo, if it was accepted.
    public Optional<DraftPhoto> photo() {
        return Optional.ofNullable(photo);
    }

    /// The faces to pick from, while the operator has to pick one.
    public Optional<IntakeResult.MultipleFaces> group() {
        return Optional.ofNullable(multipleFaces);
    }

    /// Set if the photo is already saved for somebody.
    Optional<IntakeResult.AlreadySaved> known() {
        return Optional.ofNullable(alreadySaved);
    }

    void markKnown(IntakeResult.AlreadySaved saved, String text) {
        alreadySaved = saved;
        show(State.REFUSED, text);
    }

    void accept(DraftPhoto accepted) {
        photo = accepted;
        multipleFaces = null;
    }

    void requestPick(IntakeResult.MultipleFaces faces, String text) {
        multipleFaces = faces;
        show(State.LOOK, text);
    }

    void show(State now, String text) {
        words.set(text);
        state.set(now);
    }
}
