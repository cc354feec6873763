package io.vestibule.ui.control;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A face, 4:5, never distorted. Where there is no picture, the initials of the name on a tinted disc.
public final class FaceTile extends StackPane {

    private static final double RATIO = 5.0 / 4;
    private static final double FACE_SHARE = 0.55; // of the tile's height, to leave space around hair and chin
    private static final double SHARP = 2; // screens with two pixels per point are common
    private static final int TINTS = 6;

    private final double width;
    private final ImageView picture = new ImageView();
    private final Label initials = new Label();

    /// @param width in points; the height is 5/4 of it
    public FaceTile(double width) {
        this.width = width;
        getStyleClass().add("face-tile");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        double height = width * RATIO;
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        picture.setSmooth(true);
        Rectangle clip = new Rectangle(width, height);
        double arc = Math.min(16, width / 4);
        clip.setArcWidth(arc);
        clip.setArcHeight(arc);
        setClip(clip);
        double disc = width * 0.8;
        initials.getStyleClass().add("face-initials");
        initials.setMinSize(disc, disc);
        initials.setMaxSize(disc, disc);
        // The letters must fit the disc, whose size only this class knows.
        initials.setStyle("-fx-font-size: " + Math.max(10, Math.round(disc * 0.38)) + "px;");
        getChildren().add(initials);
    }

    /// A button that shows a face to choose from.
    ///
    /// @param picture bytes of the picture
    /// @param words for screen readers
    public static Button choice(double width, byte[] picture, String words, Runnable chosen) {
        FaceTile tile = new FaceTile(width);
        tile.name(words);
        tile.show(decode(picture, width, null), null);
        tile.setMouseTransparent(true);
        Button button = new Button("", tile);
        button.setAccessibleText(words);
        button.setOnAction(_ -> chosen.run());
        return button;
    }

    /// The name of the person; read by screen readers, and shown as initials while there is no picture.
    public void name(String name) {
        setAccessibleText(name);
        initials.setText(initialsOf(name));
        initials.getStyleClass().removeIf(style -> style.startsWith("tint-"));
        initials.getStyleClass().add("tint-" + Math.floorMod(name.hashCode(), TINTS));
    }

    /// Shows nothing until a picture arrives.
    ///
    /// @param words for screen readers
    public void blank(String words) {
        setAccessibleText(words);
        getChildren().clear();
    }

    /// @param image null shows the initials
    /// @param face bounding box of the face, as fractions of the picture (0..1); null shows the centre
    public void show(@Nullable Image image, @Nullable Rectangle2D face) {
        if (image == null) {
            picture.setImage(null);
            getChildren().setAll(initials);
            return;
        }
        picture.setImage(image);
        picture.setViewport(crop(image.getWidth(), image.getHeight(), face));
        getChildren().setAll(picture);
    }

    /// Decodes a picture no larger than a tile needs. Thread-safe, best not on the FX thread.
    ///
    /// @param face as for [#show]; a small face needs more of the picture's pixels
    /// @return null when the bytes are not a picture
    public static @Nullable Image decode(byte[] bytes, double width, @Nullable Rectangle2D face) {
        double shown = face == null ? 1 : Math.min(1, face.getHeight() / FACE_SHARE);
        double height = Math.ceil(width * RATIO * SHARP / Math.max(shown, 0.05));
        Image image = new Image(new ByteArrayInputStream(bytes), 0, height, true, true);
        return image.isError() ? null : image;
    }

    public double tileWidth() {
        return width;
    }

    /// The largest 4:5 part of the picture around the face that has the required margin and stays inside the picture.
    static Rectangle2D crop(double imageWidth, double imageHeight, @Nullable Rectangle2D face) {
        double most = Math.min(imageHeight, imageWidth * RATIO);
        double height = face == null ? most : Math.min(most, face.getHeight() * imageHeight / FACE_SHARE);
        double width = height / RATIO;
        double centreX = face == null ? 0.5 : face.getMinX() + face.getWidth() / 2;
        double centreY = face == null ? 0.5 : face.getMinY() + face.getHeight() / 2;
        return new Rectangle2D(
                Math.clamp(centreX * imageWidth - width / 2, 0, imageWidth - width),
                Math.clamp(centreY * imageHeight - height / 2, 0, imageHeight - height),
                width,
                height);
    }

    /// First letters of the first and the last word of the name.
    static String initialsOf(String name) {
        List<String> words = List.of(name.strip().split("\\s+", -1));
        String first = firstLetter(words.getFirst());
        return words.size() == 1 ? first : first + firstLetter(words.getLast());
    }

    private static String firstLetter(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
