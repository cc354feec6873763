package io.vestibule.camera.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Shows the live picture as a mirror would, in the middle of its place, and something on top of it. The picture fills
/// its place as far as it can between 4:3 and the camera's own 16:9; what is too wide is cut off on screen alone.
public final class PreviewPane extends Region {

    private static final double NARROWEST = 4.0 / 3;
    private static final double WIDEST = 16.0 / 9;

    private final ImageView view = new ImageView();
    private final Region corners = new Region();
    private final Region ground = new Region();
    private final Node top;
    private Rectangle2D place = Rectangle2D.EMPTY;
    private Rectangle2D part = Rectangle2D.EMPTY;

    /// @param top laid over the picture, as large as it
    public PreviewPane(ReadOnlyObjectProperty<@Nullable Image> picture, Node top) {
        this.top = top;
        getStyleClass().add("preview");
        ground.getStyleClass().add("preview-ground");
        corners.getStyleClass().add("preview-corners");
        corners.setMouseTransparent(true);
        view.setScaleX(-1);
        view.setMouseTransparent(true);
        getChildren().addAll(ground, view, top, corners);
        picture.subscribe(this::show);
    }

    /// Where something in the picture is seen.
    ///
    /// @param x,y,width,height in pixels of the picture, not mirrored
    /// @return in points of what lies on top
    public Rectangle2D seen(double x, double y, double width, double height) {
        if (part.getWidth() == 0) {
            return Rectangle2D.EMPTY;
        }
        double scale = place.getWidth() / part.getWidth();
        double left = (part.getMaxX() - x - width) * scale;
        return new Rectangle2D(left, (y - part.getMinY()) * scale, width * scale, height * scale);
    }

    private void show(@Nullable Image image) {
        boolean other = image != null
                && (view.getImage() == null
                        || image.getWidth() != view.getImage().getWidth()
                        || image.getHeight() != view.getImage().getHeight());
        view.setImage(image);
        if (other) {
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
        Image image = view.getImage();
        if (image != null && width > 0 && height > 0) {
            part = middle(image, width / height);
            view.setViewport(part);
            view.setFitWidth(width);
            view.setFitHeight(height);
        }
        view.relocate(left, above);
        for (Node over : new Node[] {ground, top, corners}) {
            over.resizeRelocate(left, above, width, height);
        }
    }

    private static Rectangle2D middle(Image image, double aspect) {
        double width = Math.min(image.getWidth(), image.getHeight() * aspect);
        double height = Math.min(image.getHeight(), image.getWidth() / aspect);
        return new Rectangle2D((image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height);
    }
}
