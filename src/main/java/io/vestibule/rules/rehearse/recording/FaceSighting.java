package io.vestibule.rules.rehearse.recording;

import io.vestibule.photo.Pixels;
import java.time.Duration;

/// A face in one picture of a recording.
///
/// @param at time from the beginning
/// @param vector of unit length; two pictures of one person have a dot product near 0.7, two people near 0
/// @param quality the higher the better; comparable within one engine
/// @param cut the face with its surroundings
@SuppressWarnings("ArrayRecordComponent") // shared read-only
public record FaceSighting(Duration at, SightingBox box, float[] vector, double quality, Pixels cut) {

    /// Bounding box in pixels of the picture.
    public record SightingBox(double x, double y, double width, double height) {

        /// Intersection over union, 0..1.
        double overlap(SightingBox other) {
            double wide = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
            double high = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
            if (wide <= 0 || high <= 0) {
                return 0;
            }
            double common = wide * high;
            return common / (width * height + other.width * other.height - common);
        }
    }

    double cosine(FaceSighting other) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * other.vector[i];
        }
        return sum;
    }
}
