package io.vestibule.camera.ui;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Shows the live picture mirrored and centred, and an overlay on top of it. The picture fills its area as far as it
/// can between 4:3 and the camera's own 16:9; what is too wide is cropped on screen only.
public final class PreviewPane extends Region {

    private static final double NARROWEST = 4.0 / 3;
    private static final double WIDEST = 16.0 / 9;

    private final PreviewModel model;
    private final ImageView view = new ImageView();
    private final Region corners = new Region();
    private final Region ground = new Region();
    private final Node top;
    private Rectangle2D place = Rectangle2D.EMPTY;
    private Rectangle2D part = Rectangle2D.EMPTY;
    private @Nullable PreviewImage shown;

    /// @param top the overlay, as large as the picture
    public PreviewPane(PreviewModel model, Node top) {
        this.model = model;
        this.top = top;
        getStyleClass().add("preview");
        ground.getStyleClass().add("preview-ground");
        corners.getStyleClass().add("preview-corners");
        corners.setMouseTransparent(true);
        view.setMouseTransparent(true);
        getChildren().addAll(ground, view, top, corners);
        model.picture().subscribe(this::show);
    }

    /// Maps a rectangle of the picture to the overlay.
    ///
    /// @param x,y,width,height in pixels of the picture, not mirrored
    /// @return in points of the overlay
    public Rectangle2D seen(double x, double y, double width, double height) {
        if (part.getWidth() == 0) {
            return Rectangle2D.EMPTY;
        }
        double scale = place.getWidth() / part.getWidth();
        double left = (part.getMaxX() - x - width) * scale;
        return new Rectangle2D(left, (y - part.getMinY()) * scale, width * scale, height * scale);
    }

    private void show(@Nullable PreviewImage picture) {
        PreviewImage before = shown;
        shown = picture;
        view.setImage(picture == null ? null : picture.image());
        if (picture != null
                && (before == null
                        || before.fitted() != picture.fitted()
                        || before.width() != picture.width()
                        || before.height() != picture.height())) {
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double aspect = Math.clamp(getWidth() / Math.max(1, getHeight()), NARROWEST, WIDEST);
        double width = snapSizeX(Math.min(getWidth(), getHeight() * aspect));
        double height = snapSizeY(Math.min(getHeight(), getWidth() / aspect));
        double left = snapPositionX((getWidth() - width) / 2);
        double above = snapPositionY((getHeight() - height) / 2);
        place = new Rectangle2D(left, above, width, height);
        fit(width, height);
        PreviewImage picture = shown;
        if (picture != null && width > 0 && height > 0) {
            part = PreviewScaler.middle(picture.width(), picture.height(), width / height);
            view.setViewport(picture.fitted() ? null : part);
            view.setScaleX(picture.fitted() ? 1 : -1);
            view.setFitWidth(width);
            view.setFitHeight(height);
        }
        view.relocate(left, above);
        for (Node over : new Node[] {ground, top, corners}) {
            over.resizeRelocate(left, above, width, height);
        }
    }

    /// A graphics card scales and mirrors at no cost; without one the camera's thread does it instead of the FX
    /// thread.
    private void fit(double width, double height) {
        if (getScene() != null && !Platform.isSupported(ConditionalFeature.SCENE3D)) {
            var window = getScene().getWindow();
            double scale = window == null ? 1 : window.getOutputScaleX();
            model.fit((int) Math.round(width * scale), (int) Math.round(height * scale));
        }
    }
}
