package io.vestibule.bulk.source;

/// Limits of what is read, far above any real list.
public final class SourceLimits {

    /// A list with 100,000 rows has about 10 MB. It is read into memory as a whole.
    public static final int LIST_BYTES = 128_000_000;

    public static final int ROWS = 500_000;
    public static final int COLUMNS = 200;

    /// Characters of one cell.
    public static final int CELL = 4_000;

    /// Files of a folder, and entries of an archive.
    public static final int FILES = 500_000;

    /// What `photo.PhotoLimits` accepts; one more byte is read, so that the decoder sees that it is too much.
    static final int PHOTO_BYTES = 20_000_001;

    private SourceLimits() {}
}
