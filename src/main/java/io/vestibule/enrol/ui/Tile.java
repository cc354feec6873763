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
    private final boolean posed;
    private @Nullable DraftPhoto photo;
    private IntakeResult.@Nullable MultipleFaces multipleFaces;
    private IntakeResult.@Nullable AlreadySaved alreadySaved;

    Tile() {
        this(false);
    }

    /// @param posed whether the head was turned on request
    Tile(boolean posed) {
        this.posed = posed;
    }

    boolean posed() {
        return posed;
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
