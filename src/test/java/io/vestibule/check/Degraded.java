package io.vestibule.check;

import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// The bundled sample photos, degraded in light, sharpness and geometry.
final class Degraded {

    /// Maps a pixel of the new picture to its source.
    interface Warp {
        double[] from(double x, double y);
    }

    private Degraded() {}

    static Pixels sample(String name) {
        try {
            return new PhotoDecoder(PhotoLimits.DEFAULT).decode(Path.of("assets/samples", name));
        } catch (PhotoException e) {
            throw new AssertionError(name, e);
        }
    }

    static Pixels light(Pixels pixels, DoubleUnaryOperator curve) {
        int[] argb = new int[pixels.argb().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = lit(pixels.argb()[i], curve);
        }
        return new Pixels(pixels.width(), pixels.height(), argb);
    }

    /// Full light at the left edge of the face, little at its right.
    static Pixels sideLight(Pixels pixels, double faceLeft, double faceWidth, double least) {
        int[] argb = new int[pixels.argb().length];
        for (int i = 0; i < argb.length; i++) {
            double across = Math.clamp((i % pixels.width() - faceLeft) / faceWidth, 0, 1);
            double factor = 1 + (least - 1) * across;
            argb[i] = lit(pixels.argb()[i], value -> value * factor);
        }
        return new Pixels(pixels.width(), pixels.height(), argb);
    }

    static Pixels blur(Pixels pixels, int factor) {
        Pixels small = pixels.scaled(pixels.width() / factor, pixels.height() / factor);
        double back = 1.0 / factor;
        return warp(small, pixels.width(), pixels.height(), (x, y) -> new double[] {x * back, y * back});
    }

    static Pixels shrink(Pixels pixels, double factor) {
        return pixels.scaled((int) (pixels.width() * factor), (int) (pixels.height() * factor));
    }

    /// Rotated clockwise about the centre.
    static Pixels lean(Pixels pixels, double degrees) {
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        double midX = pixels.width() / 2.0;
        double midY = pixels.height() / 2.0;
        return warp(pixels, pixels.width(), pixels.height(), (x, y) -> {
            double dx = x - midX;
            double dy = y - midY;
            return new double[] {midX + dx * cos + dy * sin, midY - dx * sin + dy * cos};
        });
    }

    /// The picture on a plain, larger background of this size.
    static Pixels onWall(Pixels pixels, int width, int height) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xFF808890);
        int left = (width - pixels.width()) / 2;
        int top = (height - pixels.height()) / 2;
        for (int y = 0; y < pixels.height(); y++) {
            System.arraycopy(pixels.argb(), y * pixels.width(), argb, (y + top) * width + left, pixels.width());
        }
        return new Pixels(width, height, argb);
    }

    static Pixels sideBySide(Pixels left, Pixels right) {
        int width = left.width() + right.width();
        int height = Math.max(left.height(), right.height());
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xFF808890);
        for (int y = 0; y < left.height(); y++) {
            System.arraycopy(left.argb(), y * left.width(), argb, y * width, left.width());
        }
        for (int y = 0; y < right.height(); y++) {
            System.arraycopy(right.argb(), y * right.width(), argb, y * width + left.width(), right.width());
        }
        return new Pixels(width, height, argb);
    }

    static Pixels warp(Pixels pixels, int width, int height, Warp warp) {
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] from = warp.from(x + 0.5, y + 0.5);
                argb[y * width + x] = between(pixels, from[0] - 0.5, from[1] - 0.5);
            }
        }
        return new Pixels(width, height, argb);
    }

    private static int between(Pixels pixels, double x, double y) {
        int left = Math.clamp((int) Math.floor(x), 0, pixels.width() - 1);
        int top = Math.clamp((int) Math.floor(y), 0, pixels.height() - 1);
        int right = Math.min(left + 1, pixels.width() - 1);
        int bottom = Math.min(top + 1, pixels.height() - 1);
        double dx = Math.clamp(x - left, 0, 1);
        double dy = Math.clamp(y - top, 0, 1);
        int colour = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double upper = channel(pixels.at(left, top), shift) * (1 - dx) + channel(pixels.at(right, top), shift) * dx;
            double lower =
                    channel(pixels.at(left, bottom), shift) * (1 - dx) + channel(pixels.at(right, bottom), shift) * dx;
            colour = colour << 8 | (int) Math.round(upper * (1 - dy) + lower * dy);
        }
        return colour;
    }

    private static int lit(int colour, DoubleUnaryOperator curve) {
        int lit = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            lit = lit << 8 | Math.clamp(Math.round(curve.applyAsDouble(channel(colour, shift))), 0, 255);
        }
        return lit;
    }

    private static int channel(int colour, int shift) {
        return colour >> shift & 0xFF;
    }
}
