package io.vestibule.inspect.ui;

import io.vestibule.cloud.ImageAnalysis.Clarity;
import io.vestibule.cloud.ImageAnalysis.Cover;
import io.vestibule.cloud.ImageAnalysis.Label;
import io.vestibule.cloud.ImageAnalysis.Line;
import io.vestibule.cloud.ImageAnalysis.SeenFace;
import io.vestibule.cloud.ImageAnalysis.Turn;
import io.vestibule.inspect.Sight;
import io.vestibule.ui.Strings;
import java.util.ArrayList;
import java.util.List;

/// What was found in a photo, in words. Reception sees no figures.
final class SightWords {

    /// Degrees from which on somebody is said to look away.
    private static final float AWAY = 12;

    private static final float DARK = 30;
    private static final float BRIGHT = 85;
    private static final float BLURRED = 30;

    private final Strings strings;
    private final boolean figures;

    SightWords(Strings strings, boolean figures) {
        this.strings = strings;
        this.figures = figures;
    }

    /// One line each; at least one.
    List<String> of(Sight sight) {
        List<String> lines = switch (sight) {
            case Sight.Faces faces -> faces(faces.faces());
            case Sight.Worn worn ->
                worn.people().stream()
                        .flatMap(person -> person.covers().stream())
                        .map(this::cover)
                        .toList();
            case Sight.Things things ->
                things.labels().stream().map(this::label).toList();
            case Sight.Text text -> text.lines().stream().map(Line::text).toList();
        };
        return lines.isEmpty() ? List.of(strings.text("inspect.nothing")) : lines;
    }

    private List<String> faces(List<SeenFace> faces) {
        List<String> lines = new ArrayList<>();
        if (faces.isEmpty()) {
            return List.of(strings.text("inspect.no-face"));
        }
        if (faces.size() > 1) {
            lines.add(strings.text("inspect.several-faces", faces.size()));
        }
        SeenFace face = faces.getFirst();
        if (figures) {
            lines.add(strings.text("inspect.certain", face.confidence()));
        }
        face.turn().ifPresent(turn -> lines.add(turn(turn)));
        face.clarity().ifPresent(clarity -> lines.addAll(clarity(clarity)));
        return lines;
    }

    private String turn(Turn turn) {
        String words = strings.text(direction(turn));
        return figures ? strings.text("inspect.turn-figure", words, turn.yaw(), turn.pitch(), turn.roll()) : words;
    }

    /// As seen in the photo, where the left of the picture is the right hand of who is on it.
    private static String direction(Turn turn) {
        if (Math.abs(turn.yaw()) >= Math.abs(turn.pitch()) && Math.abs(turn.yaw()) > AWAY) {
            return turn.yaw() > 0 ? "inspect.turn-left" : "inspect.turn-right";
        }
        if (Math.abs(turn.pitch()) > AWAY) {
            return turn.pitch() > 0 ? "inspect.turn-up" : "inspect.turn-down";
        }
        return "inspect.turn-straight";
    }

    private List<String> clarity(Clarity clarity) {
        String light = strings.text(
                clarity.brightness() < DARK
                        ? "inspect.light-dark"
                        : clarity.brightness() > BRIGHT ? "inspect.light-bright" : "inspect.light-good");
        String sharp = strings.text(clarity.sharpness() < BLURRED ? "inspect.sharp-not" : "inspect.sharp-good");
        return figures
                ? List.of(
                        strings.text("inspect.figure", light, clarity.brightness()),
                        strings.text("inspect.figure", sharp, clarity.sharpness()))
                : List.of(light, sharp);
    }

    private String cover(Cover cover) {
        String words = strings.text(
                switch (cover.type()) {
                    case "FACE_COVER" -> "inspect.face-cover";
                    case "HEAD_COVER" -> "inspect.head-cover";
                    case "HAND_COVER" -> "inspect.hand-cover";
                    default -> "inspect.other-cover";
                });
        return figures ? strings.text("inspect.figure", words, cover.confidence()) : words;
    }

    private String label(Label label) {
        return figures ? strings.text("inspect.figure", label.name(), label.confidence()) : label.name();
    }
}
