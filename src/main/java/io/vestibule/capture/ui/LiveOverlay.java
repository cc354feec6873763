package io.vestibule.capture.ui;

import io.vestibule.capture.Guidance;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import io.vestibule.vision.FaceBox;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The overlay of the live picture: the oval, the face, one message, and the progress.
final class LiveOverlay extends Region {

    /// Fractions of the picture's height: a face that fills the oval is neither too near nor too far.
    private static final double OVAL_HEIGHT = 0.66;

    private static final double OVAL_MIDDLE = 0.44;
    private static final double OVAL_ASPECT = 0.76;

    /// Below this width the message gets a smaller font; what is still too long for one line goes on in a second one.
    private static final double NARROW = 620;

    private final Strings strings;
    private final Ellipse oval = new Ellipse();
    private final Rectangle face = new Rectangle();
    private final FontIcon icon = Icon.of("mdi2a-account-outline", "live-icon");
    private final Label message = new Label();
    private final StepRing ring = new StepRing();
    private final Label count = new Label();
    private final HBox band;
    private Function<FaceBox, Rectangle2D> placed = _ -> Rectangle2D.EMPTY;
    private Optional<FaceBox> box = Optional.empty();
    private @Nullable Guidance shown;

    LiveOverlay(Strings strings) {
        this.strings = strings;
        setMouseTransparent(true);
        oval.getStyleClass().addAll("live-oval", "oval-seek");
        face.getStyleClass().add("live-face");
        message.getStyleClass().addAll("message", "live-message");
        message.setMinWidth(0);
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        count.getStyleClass().add("live-count");
        count.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        band = new HBox(12, icon, message, gap, ring, count);
        band.setAlignment(Pos.CENTER_LEFT);
        band.getStyleClass().add("live-band");
        getChildren().addAll(oval, face, band);
    }

    /// @param where maps a bounding box in the picture to its place on the overlay
    void place(Function<FaceBox, Rectangle2D> where) {
        placed = where;
    }

    /// @param opening whether no picture has arrived yet
    void show(LiveOverlayState look, boolean opening) {
        box = opening ? Optional.empty() : look.face();
        if (opening) {
            shown = null;
            sign(new GuidanceStyle("oval-seek", "mdi2v-video-outline"), strings.text("capture.opening"));
        } else if (look.guidance() != shown) {
            shown = look.guidance();
            sign(GuidanceStyle.of(look.guidance()), strings.text(look.guidance().textKey()));
        }
        ring.show(look.progress());
        count.setText(
                look.done()
                        ? strings.text("capture.all", look.wanted())
                        : strings.text("capture.step", look.number(), look.wanted()));
        placeFace();
    }

    /// The current message, for screen readers.
    String statusText() {
        return message.getText() + " " + count.getText();
    }

    private void sign(GuidanceStyle guidanceStyle, String words) {
        oval.getStyleClass().setAll("live-oval", guidanceStyle.oval());
        band.getStyleClass().setAll("live-band", guidanceStyle.oval());
        icon.setIconLiteral(guidanceStyle.icon());
        message.setText(words);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double tall = height * OVAL_HEIGHT;
        oval.setCenterX(width / 2);
        oval.setCenterY(height * OVAL_MIDDLE);
        oval.setRadiusY(tall / 2);
        oval.setRadiusX(tall * OVAL_ASPECT / 2);
        boolean narrow = width < NARROW;
        if (narrow != message.getStyleClass().contains("live-small")) {
            if (narrow) {
                message.getStyleClass().add("live-small");
            } else {
                message.getStyleClass().remove("live-small");
            }
        }
        double foot = snapSizeY(band.prefHeight(width));
        band.resizeRelocate(0, height - foot, width, foot);
        placeFace();
    }

    private void placeFace() {
        var at = box.map(placed).orElse(Rectangle2D.EMPTY);
        face.setVisible(at.getWidth() > 0);
        face.setX(at.getMinX());
        face.setY(at.getMinY());
        face.setWidth(at.getWidth());
        face.setHeight(at.getHeight());
    }
}
