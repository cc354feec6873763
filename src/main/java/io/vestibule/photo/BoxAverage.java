package io.vestibule.photo;

import java.util.Arrays;

/// Scales a picture that arrives row by row: every new pixel is the exact area average of what it covers, which
/// avoids aliasing of fine detail. Holds one row of sums and the result, never the source.
///
/// Lengths are measured in a unit in which both a source and a target pixel are whole: a source pixel is `newWidth`
/// units wide and a target pixel `width`. So all weights are integers.
final class BoxAverage {

    /// Fraction bits between the horizontal and the vertical step; with at most 65,535 rows the sums fit an int.
    private static final int FRACTION = 4;

    private final int width;
    private final int height;
    private final int newWidth;
    private final int newHeight;
    private final long perWidth;
    private final long perHeight;
    private final int[] line;
    private final int[] sums;
    private final int[] out;
    private int row;
    private int outRow;
    private int outStart;

    BoxAverage(int width, int height, int newWidth, int newHeight) {
        if (width < 1 || height < 1 || newWidth < 1 || newHeight < 1 || Math.max(width, height) > 0xFFFF) {
            throw new IllegalArgumentException(width + " x " + height + " to " + newWidth + " x " + newHeight);
        }
        this.width = width;
        this.height = height;
        this.newWidth = newWidth;
        this.newHeight = newHeight;
        this.perWidth = ((1L << (32 + FRACTION)) + width - 1) / width;
        this.perHeight = ((1L << 32) + height - 1) / height;
        this.line = new int[3 * newWidth];
        this.sums = new int[3 * newWidth];
        this.out = new int[Math.multiplyExact(newWidth, newHeight)];
    }

    /// Adds the next row: `width` opaque pixels from `offset` on.
    void add(int[] argb, int offset) {
        narrow(argb, offset);
        int top = 0;
        int bottom = newHeight;
        while (top < bottom) {
            int left = outStart + height - (row * newHeight + top);
            int part = Math.min(bottom - top, left);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += line[i] * part;
            }
            top += part;
            if (part == left) {
                finishRow();
            }
        }
        row++;
    }

    Pixels pixels() {
        return new Pixels(newWidth, newHeight, out);
    }

    private void finishRow() {
        int target = outRow * newWidth;
        int half = height << (FRACTION - 1);
        for (int i = 0; i < sums.length; i += 3) {
            int red = (int) (((sums[i] + half) * perHeight) >>> (32 + FRACTION));
            int green = (int) (((sums[i + 1] + half) * perHeight) >>> (32 + FRACTION));
            int blue = (int) (((sums[i + 2] + half) * perHeight) >>> (32 + FRACTION));
            out[target++] = 0xFF000000 | red << 16 | green << 8 | blue;
        }
        Arrays.fill(sums, 0);
        outRow++;
        outStart += height;
    }

    /// One source row averaged to the new width, with [#FRACTION] fraction bits. Each new pixel covers the rest of a
    /// source pixel, some whole ones, and the beginning of another.
    private void narrow(int[] argb, int offset) {
        int source = offset;
        int left = newWidth; // units of the current source pixel that are not used yet
        for (int i = 0; i < line.length; i += 3) {
            int pixel = argb[source];
            int part = Math.min(left, width);
            int red = (pixel >> 16 & 0xFF) * part;
            int green = (pixel >> 8 & 0xFF) * part;
            int blue = (pixel & 0xFF) * part;
            int need = width - part;
            left -= part;
            if (left == 0) {
                source++;
                left = newWidth;
            }
            int wholeEnd = source + need / newWidth;
            int wholeRed = 0;
            int wholeGreen = 0;
            int wholeBlue = 0;
            for (; source < wholeEnd; source++) {
                pixel = argb[source];
                wholeRed += pixel >> 16 & 0xFF;
                wholeGreen += pixel >> 8 & 0xFF;
                wholeBlue += pixel & 0xFF;
            }
            need %= newWidth;
            if (need > 0) {
                pixel = argb[source];
                left -= need;
            }
            red += wholeRed * newWidth + (pixel >> 16 & 0xFF) * need;
            green += wholeGreen * newWidth + (pixel >> 8 & 0xFF) * need;
            blue += wholeBlue * newWidth + (pixel & 0xFF) * need;
            line[i] = (int) ((red * perWidth) >>> 32);
            line[i + 1] = (int) ((green * perWidth) >>> 32);
            line[i + 2] = (int) ((blue * perWidth) >>> 32);
        }
    }
}
