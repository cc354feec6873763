package io.vestibule.photo;

/// Width and height in pixels.
record Size(int width, int height) {

    /// Scaled down in proportion so that no side is above `longest`, but not so far that the other one is below
    /// `shortest`; never enlarged.
    Size within(int longest, int shortest) {
        double factor =
                Math.max((double) longest / Math.max(width, height), (double) shortest / Math.min(width, height));
        return factor >= 1 ? this : times(factor);
    }

    Size times(double factor) {
        return new Size((int) Math.max(1, Math.round(width * factor)), (int) Math.max(1, Math.round(height * factor)));
    }
}
