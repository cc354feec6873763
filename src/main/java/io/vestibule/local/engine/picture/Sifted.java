package io.vestibule.local.engine.picture;

import io.vestibule.vision.Face;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.rekognition.model.Reason;

/// The faces of a picture, parted by a quality bar.
///
/// @param good largest first
public record Sifted(List<Face> good, List<Poor> poor) {

    public record Poor(Face face, List<Reason> reasons) {}

    public static Sifted of(Images.Seen picture, QualityBar bar) {
        var good = new ArrayList<Face>();
        var poor = new ArrayList<Poor>();
        for (var face : picture.faces()) {
            var reasons = bar.reasons(face);
            if (reasons.isEmpty()) {
                good.add(face);
            } else {
                poor.add(new Poor(face, reasons));
            }
        }
        return new Sifted(good, poor);
    }

    /// Keeps the largest `most` of the good ones; faces of low quality are out already, as the service orders it.
    public Sifted most(int most) {
        if (good.size() <= most) {
            return this;
        }
        var cut = new ArrayList<>(poor);
        good.subList(most, good.size()).forEach(face -> cut.add(new Poor(face, List.of(Reason.EXCEEDS_MAX_FACES))));
        return new Sifted(good.subList(0, most), cut);
    }
}
