package io.vestibule.inspect.ui;

import io.vestibule.cloud.ImageAnalysis.Box;
import io.vestibule.cloud.ImageAnalysis.DetectedFace;
import io.vestibule.cloud.ImageAnalysis.HeadPose;
import io.vestibule.cloud.ImageAnalysis.Point;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// Overlay on a photo: bounding boxes of faces and labels, the landmarks of a face, and its direction. Drawn light on
/// dark, so that it is visible on any photo.
final class PhotoOverlay extends Pane {

    private static final double ARC = 12;
    private static final double POINT = 3;

    PhotoOverlay() {
        setMouseTransparent(true);
        getStyleClass().add("marks");
    }

    void clear() {
        getChildren().clear();
    }

    /// @param width,height size of the photo on the screen
    void faces(List<DetectedFace> faces, double width, double height) {
        for (DetectedFace face : faces) {
            box(face.box(), width, height);
            face.points().forEach(point -> point(point, width, height));
            face.pose().ifPresent(headPose -> direction(face, headPose, width, height));
        }
    }

    void box(Box box, double width, double height) {
        var frame = new Rectangle(box.left() * width, box.top() * height, box.width() * width, box.height() * height);
        frame.setArcWidth(ARC);
        frame.setArcHeight(ARC);
        frame.getStyleClass().add("mark-box");
        var ground = new Rectangle(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight());
        ground.setArcWidth(ARC);
        ground.setArcHeight(ARC);
        ground.getStyleClass().add("mark-box-ground");
        getChildren().addAll(ground, frame);
    }

    private void point(Point point, double width, double height) {
        var dot = new Circle(point.x() * width, point.y() * height, POINT);
        dot.getStyleClass().add("mark-point");
        getChildren().add(dot);
    }

    /// A line from the nose in the direction of the face; short for a face that looks straight into the lens.
    private void direction(DetectedFace face, HeadPose headPose, double width, double height) {
        double reach = face.box().height() * height * 0.8;
        double fromX = face.points().stream()
                .filter(point -> point.name().equals("nose"))
                .findFirst()
                .map(point -> point.x() * width)
                .orElse((face.box().left() + face.box().width() / 2) * width);
        double fromY = face.points().stream()
                .filter(point -> point.name().equals("nose"))
                .findFirst()
                .map(point -> point.y() * height)
                .orElse((face.box().top() + face.box().height() / 2) * height);
        var line = new Line(
                fromX,
                fromY,
                fromX - reach * Math.sin(Math.toRadians(headPose.yaw())),
                fromY - reach * Math.sin(Math.toRadians(headPose.pitch())));
        line.getStyleClass().add("mark-direction");
        getChildren().add(line);
    }
}
