package io.vestibule.photo;

/// Width and height in pixels.
record Size(int width, int height) {

    /// Scaled down in proportion so that no side is above `longest`; never enlarged.
    Size within(int longest) {
        int most = Math.max(width, height);
        return most <= longest ? this : times((double) longest / most);
    }

    Size times(double factor) {
        return new Size((int) Math.max(1, Math.round(width * factor)), (int) Math.max(1, Math.round(height * factor)));
    }
}
