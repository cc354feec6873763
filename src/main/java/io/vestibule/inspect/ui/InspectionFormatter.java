package io.vestibule.inspect.ui;

import io.vestibule.cloud.ImageAnalysis.DetectedFace;
import io.vestibule.cloud.ImageAnalysis.DetectedLabel;
import io.vestibule.cloud.ImageAnalysis.EquipmentItem;
import io.vestibule.cloud.ImageAnalysis.FaceQuality;
import io.vestibule.cloud.ImageAnalysis.HeadPose;
import io.vestibule.cloud.ImageAnalysis.TextLine;
import io.vestibule.inspect.InspectionResult;
import io.vestibule.ui.Strings;
import java.util.ArrayList;
import java.util.List;

/// Formats the result of a check as text. Reception sees no figures.
final class InspectionFormatter {

    /// Rotation in degrees from which a person is reported as looking away.
    private static final float AWAY = 12;

    private static final float DARK = 30;
    private static final float BRIGHT = 85;
    private static final float BLURRED = 30;

    private final Strings strings;
    private final boolean figures;

    InspectionFormatter(Strings strings, boolean figures) {
        this.strings = strings;
        this.figures = figures;
    }

    /// The result as lines; at least one.
    List<String> of(InspectionResult inspectionResult) {
        List<String> lines = switch (inspectionResult) {
            case InspectionResult.Faces faces -> faces(faces.faces());
            case InspectionResult.Equipment equipment ->
                equipment.people().stream()
                        .flatMap(person -> person.covers().stream())
                        .map(this::cover)
                        .toList();
            case InspectionResult.Labels labels ->
                labels.labels().stream().map(this::label).toList();
            case InspectionResult.Text text ->
                text.lines().stream().map(TextLine::text).toList();
        };
        return lines.isEmpty() ? List.of(strings.text("inspect.nothing")) : lines;
    }

    private List<String> faces(List<DetectedFace> faces) {
        List<String> lines = new ArrayList<>();
        if (faces.isEmpty()) {
            return List.of(strings.text("inspect.no-face"));
        }
        if (faces.size() > 1) {
            lines.add(strings.text("inspect.several-faces", faces.size()));
        }
        DetectedFace face = faces.getFirst();
        if (figures) {
            lines.add(strings.text("inspect.certain", face.confidence()));
        }
        face.pose().ifPresent(headPose -> lines.add(turn(headPose)));
        face.quality().ifPresent(faceQuality -> lines.addAll(clarity(faceQuality)));
        return lines;
    }

    private String turn(HeadPose headPose) {
        String words = strings.text(direction(headPose));
        return figures
                ? strings.text("inspect.turn-figure", words, headPose.yaw(), headPose.pitch(), headPose.roll())
                : words;
    }

    /// The direction as seen in the photo, where the left side is the right-hand side of the person.
    private static String direction(HeadPose headPose) {
        if (Math.abs(headPose.yaw()) >= Math.abs(headPose.pitch()) && Math.abs(headPose.yaw()) > AWAY) {
            return headPose.yaw() > 0 ? "inspect.turn-left" : "inspect.turn-right";
        }
        if (Math.abs(headPose.pitch()) > AWAY) {
            return headPose.pitch() > 0 ? "inspect.turn-up" : "inspect.turn-down";
        }
        return "inspect.turn-straight";
    }

    private List<String> clarity(FaceQuality faceQuality) {
        String light = strings.text(
                faceQuality.brightness() < DARK
                        ? "inspect.light-dark"
                        : faceQuality.brightness() > BRIGHT ? "inspect.light-bright" : "inspect.light-good");
        String sharp = strings.text(faceQuality.sharpness() < BLURRED ? "inspect.sharp-not" : "inspect.sharp-good");
        return figures
                ? List.of(
                        strings.text("inspect.figure", light, faceQuality.brightness()),
                        strings.text("inspect.figure", sharp, faceQuality.sharpness()))
                : List.of(light, sharp);
    }

    private String cover(EquipmentItem equipmentItem) {
        String words = strings.text(
                switch (equipmentItem.type()) {
                    case "FACE_COVER" -> "inspect.face-cover";
                    case "HEAD_COVER" -> "inspect.head-cover";
                    case "HAND_COVER" -> "inspect.hand-cover";
                    default -> "inspect.other-cover";
                });
        return figures ? strings.text("inspect.figure", words, equipmentItem.confidence()) : words;
    }

    private String label(DetectedLabel detectedLabel) {
        return figures
                ? strings.text("inspect.figure", detectedLabel.name(), detectedLabel.confidence())
                : detectedLabel.name();
    }
}
