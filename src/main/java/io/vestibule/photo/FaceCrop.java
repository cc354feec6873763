package io.vestibule.photo;

/// Crops a picture around a face. Bounding boxes are in pixels and may extend beyond the picture; the crop never
/// does.
public final class FaceCrop {

    private FaceCrop() {}

    /// Head and shoulders: a margin of one face height on every side, which is what the service recommends for
    /// enrolment.
    public static Pixels aroundFace(Pixels pixels, double x, double y, double width, double height) {
        return aroundFace(pixels, x, y, width, height, 1);
    }

    /// @param margin on every side, in face heights; a smaller one excludes neighbours in a group photo
    public static Pixels aroundFace(Pixels pixels, double x, double y, double width, double height, double margin) {
        double padding = margin * Math.max(width, height);
        return cut(pixels, x - padding, y - padding, x + width + padding, y + height + padding);
    }

    /// The part of `aspect` (width by height) around the face, moved rather than shrunk where it meets an edge.
    static Pixels portrait(Pixels pixels, double[] box, double aspect) {
        double centreX = box[0] + box[2] / 2;
        double centreY = box[1] + box[3] / 2;
        double height = Math.min(Math.max(box[3], box[2]) * 1.9, pixels.height());
        double width = height * aspect;
        if (width > pixels.width()) {
            width = pixels.width();
            height = width / aspect;
        }
        double left = Math.clamp(centreX - width / 2, 0, pixels.width() - width);
        double top = Math.clamp(centreY - height / 2, 0, pixels.height() - height);
        return cut(pixels, left, top, left + width, top + height);
    }

    private static Pixels cut(Pixels pixels, double left, double top, double right, double bottom) {
        int x = (int) Math.floor(Math.max(0, left));
        int y = (int) Math.floor(Math.max(0, top));
        return pixels.crop(x, y, (int) Math.ceil(right) - x, (int) Math.ceil(bottom) - y);
    }
}
