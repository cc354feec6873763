package io.vestibule.app.desktop;

import io.vestibule.capture.ui.LivePhotoSink;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.enrol.ui.Tile;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.control.State;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.value.ObservableBooleanValue;

/// Adds live photos to the draft of the Enrol screen, with the same checks as any other photo.
public final class EnrolPhotoSink implements LivePhotoSink {

    private final EnrolModel model;
    private final Deque<Tile> taken = new ArrayDeque<>();

    public EnrolPhotoSink(EnrolModel model) {
        this.model = model;
    }

    @Override
    public ObservableBooleanValue allowed() {
        return model.permitted();
    }

    @Override
    public ObservableBooleanValue declined() {
        return model.declined();
    }

    @Override
    public boolean isEmpty() {
        return model.photos().tiles().isEmpty();
    }

    @Override
    public void add(Pixels picture, Runnable refused) {
        taken.removeIf(tile -> !model.photos().tiles().contains(tile));
        model.addCaptured(picture).ifPresent(tile -> {
            taken.add(tile);
            tile.state().subscribe(state -> {
                if (state == State.REFUSED && taken.contains(tile)) {
                    refused.run();
                }
            });
        });
    }

    @Override
    public boolean removeLast() {
        while (!taken.isEmpty()) {
            Tile last = taken.removeLast();
            if (model.photos().tiles().contains(last)) {
                model.photos().remove(last);
                return true;
            }
        }
        return false;
    }

    @Override
    public void save() {
        model.save();
    }
}
