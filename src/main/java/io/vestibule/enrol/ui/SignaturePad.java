package io.vestibule.enrol.ui;

import io.vestibule.people.ConsentSignature;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// A field to sign in with a mouse, a finger or a pen. It keeps the lines only, in the box of [ConsentSignature],
/// however
/// large the field is. FX thread.
final class SignaturePad extends Region {

    /// One point of a line needs at most this many characters.
    private static final int POINT = 10;

    private final Path line = new Path();
    private final StringBuilder path = new StringBuilder();
    private final ReadOnlyObjectWrapper<Optional<ConsentSignature>> signature =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean drawing;

    /// @param words what the field is for, read aloud
    SignaturePad(String words) {
        getStyleClass().add("signature-pad");
        setAccessibleText(words);
        setCursor(Cursor.CROSSHAIR);
        line.getStyleClass().add("signature-line");
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        line.setMouseTransparent(true);
        line.setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().add(line);
        // A touch and a pen arrive as mouse events, too.
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            drawing = event.getButton() == MouseButton.PRIMARY;
            point(event, 'M');
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> point(event, 'L'));
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> end());
    }

    /// Empty until a line is drawn.
    ReadOnlyObjectProperty<Optional<ConsentSignature>> signature() {
        return signature.getReadOnlyProperty();
    }

    void clear() {
        path.setLength(0);
        line.getElements().clear();
        signature.set(Optional.empty());
    }

    private void point(MouseEvent event, char command) {
        event.consume();
        if (!drawing || path.length() + POINT > ConsentSignature.LONGEST) {
            return;
        }
        double x = Math.clamp(event.getX(), 0, getWidth());
        double y = Math.clamp(event.getY(), 0, getHeight());
        path.append(command)
                .append(scaled(x, getWidth(), ConsentSignature.WIDTH))
                .append(' ')
                .append(scaled(y, getHeight(), ConsentSignature.HEIGHT));
        line.getElements().add(command == 'M' ? new MoveTo(x, y) : new LineTo(x, y));
    }

    private static long scaled(double value, double from, int to) {
        return from <= 0 ? 0 : Math.round(value / from * to);
    }

    /// A click alone is no signature.
    private void end() {
        drawing = false;
        if (path.indexOf("L") >= 0) {
            signature.set(Optional.of(new ConsentSignature(path.toString())));
        }
    }
}
