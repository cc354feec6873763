package io.vestibule.photo;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/// Converts RGB values of another colour space, as the cameras of many phones write them (Display P3), to sRGB.
final class ColourProfile {

    private static final int BAND_ROWS = 64;
    private static final int[] PROBES = {0xFF202020, 0xFF808080, 0xFFD0D0D0, 0xFFC83C3C, 0xFF3CC83C, 0xFF3C3CC8};

    private ColourProfile() {}

    /// @param pixels RGB in the space of `icc`
    /// @param icc any bytes; an unusable profile leaves the pixels unchanged, as in picture viewers
    static Pixels toSrgb(Pixels pixels, byte[] icc) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(icc);
            if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
                return pixels;
            }
            ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            ColorConvertOp convert = new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
            return changesNothing(convert) ? pixels : converted(pixels, convert);
        } catch (IllegalArgumentException | CMMException e) {
            return pixels;
        }
    }

    /// Most profiles are variants of sRGB itself; a few sample colours show that, and save the conversion of millions
    /// of pixels.
    private static boolean changesNothing(ColorConvertOp convert) {
        Pixels probes = new Pixels(PROBES.length, 1, PROBES);
        int[] seen = converted(probes, convert).argb();
        for (int i = 0; i < PROBES.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                if (Math.abs((seen[i] >> shift & 0xFF) - (PROBES[i] >> shift & 0xFF)) > 2) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Pixels converted(Pixels pixels, ColorConvertOp convert) {
        int width = pixels.width();
        int[] from = pixels.argb();
        int[] to = new int[from.length];
        for (int top = 0; top < pixels.height(); top += BAND_ROWS) {
            int rows = Math.min(BAND_ROWS, pixels.height() - top);
            WritableRaster before = raster(width, rows);
            WritableRaster after = raster(width, rows);
            before.setDataElements(0, 0, width, rows, bytes(from, top * width, rows * width));
            convert.filter(before, after);
            byte[] rgb = (byte[]) after.getDataElements(0, 0, width, rows, null);
            for (int i = 0, at = top * width; i < rgb.length; i += 3) {
                to[at++] = 0xFF000000 | (rgb[i] & 0xFF) << 16 | (rgb[i + 1] & 0xFF) << 8 | (rgb[i + 2] & 0xFF);
            }
        }
        return new Pixels(width, pixels.height(), to);
    }

    private static WritableRaster raster(int width, int rows) {
        return Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, rows, 3, null);
    }

    private static byte[] bytes(int[] argb, int offset, int count) {
        byte[] rgb = new byte[3 * count];
        for (int i = 0, at = 0; i < count; i++) {
            int pixel = argb[offset + i];
            rgb[at++] = (byte) (pixel >> 16);
            rgb[at++] = (byte) (pixel >> 8);
            rgb[at++] = (byte) pixel;
        }
        return rgb;
    }
}
