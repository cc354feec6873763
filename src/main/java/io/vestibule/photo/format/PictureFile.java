package io.vestibule.photo.format;

import org.jspecify.annotations.Nullable;

/// A picture file whose structure has been parsed, without decoding.
///
/// @param width pixels as stored, before `orientation` is applied; 1 or more
/// @param height the same
/// @param orientation EXIF tag 0x0112, 1..8; 1 if there is none
/// @param profile ICC profile of the stored RGB values; null for sRGB and for what is not RGB
/// @param bytes what the decoder needs of the file: no metadata, one picture
@SuppressWarnings("ArrayRecordComponent") // up to 20 MB, passed from one step to the next
public record PictureFile(
        PictureFormat format, int width, int height, int orientation, byte @Nullable [] profile, byte[] bytes) {

    /// @param file of `pictureFormat`, as detected by [PictureFormat#of]
    /// @throws DamagedFileException if it ends early, is inconsistent, or is of an unsupported kind
    public static PictureFile of(PictureFormat pictureFormat, byte[] file) throws DamagedFileException {
        PictureFile opened = switch (pictureFormat) {
            case JPEG -> JpegFile.open(file);
            case PNG -> PngFile.open(file);
            case WEBP -> WebpFile.open(file);
            case BMP -> BmpFile.open(file);
            case GIF -> GifFile.open(file);
            case TIFF -> TiffFile.open(file);
            case HEIC, AVIF, JPEG_XL, JPEG_2000 -> throw new DamagedFileException(pictureFormat + " is not read");
        };
        if (opened.width < 1 || opened.height < 1) {
            throw new DamagedFileException("A picture of " + opened.width + " x " + opened.height);
        }
        return opened;
    }

    public long pixels() {
        return (long) width * height;
    }
}
