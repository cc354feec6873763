package io.vestibule.photo;

import io.vestibule.photo.format.DamagedFileException;
import io.vestibule.photo.format.PictureFile;
import io.vestibule.photo.format.PictureFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/// Decodes the bytes of a file to upright sRGB pixels of at most [PhotoLimits#maxOutputSide]. Checks the size
/// before it decodes.
final class ImageFileDecoder {

    /// Memory limit of the decoded picture, in bytes; a larger one is subsampled to every second, third, ... pixel.
    /// 40 megapixels fit at three bytes each.
    private static final long DECODED_BYTES = 120_000_000;

    private final PhotoLimits limits;

    ImageFileDecoder(PhotoLimits limits) {
        this.limits = limits;
    }

    Pixels decode(byte[] file) throws PhotoException {
        PictureFormat pictureFormat =
                PictureFormat.of(file).orElseThrow(() -> new PhotoException(new PhotoFailure.NotAnImage()));
        refuseForeign(pictureFormat);
        try {
            PictureFile picture = PictureFile.of(pictureFormat, file);
            requireWithinLimits(picture);
            BufferedImage image = read(picture, new DecodeTimeLimit(limits.maxDecodeTime()));
            Size full = new Size(image.getWidth(), image.getHeight());
            requireLargeEnough(full);
            Size size = full.within(limits.maxOutputSide(), limits.minSide());
            Pixels pixels = Rows.of(image).scaled(size.width(), size.height());
            byte[] profile = picture.profile();
            Pixels coloured = profile == null ? pixels : ColourProfile.toSrgb(pixels, profile);
            return Orientation.of(picture.orientation()).apply(coloured);
        } catch (DecodeTimeLimit.Exceeded e) {
            throw new PhotoException(
                    new PhotoFailure.TooSlow(limits.maxDecodeTime().toSeconds()), e);
        } catch (DamagedFileException | IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Decoders throw any of these on hostile files; what they allocated is garbage by now.
            throw new PhotoException(new PhotoFailure.Damaged(), e);
        }
    }

    private static void refuseForeign(PictureFormat pictureFormat) throws PhotoException {
        switch (pictureFormat) {
            case HEIC -> throw new PhotoException(new PhotoFailure.Heic());
            case AVIF -> throw new PhotoException(new PhotoFailure.Avif());
            case JPEG_XL -> throw new PhotoException(new PhotoFailure.JpegXl());
            case JPEG_2000 -> throw new PhotoException(new PhotoFailure.Jpeg2000());
            case JPEG, PNG, WEBP, BMP, GIF, TIFF -> {
                // These are read.
            }
        }
    }

    private void requireWithinLimits(PictureFile picture) throws PhotoException {
        boolean longer = Math.max(picture.width(), picture.height()) > limits.maxSide();
        if (longer || picture.pixels() > limits.maxPixels()) {
            long megapixels = limits.maxPixels() / 1_000_000;
            throw new PhotoException(new PhotoFailure.TooManyPixels(picture.width(), picture.height(), megapixels));
        }
        requireLargeEnough(new Size(picture.width(), picture.height()));
    }

    private void requireLargeEnough(Size size) throws PhotoException {
        if (Math.min(size.width(), size.height()) < limits.minSide()) {
            throw new PhotoException(new PhotoFailure.TooSmall(size.width(), size.height(), limits.minSide()));
        }
    }

    private static BufferedImage read(PictureFile picture, DecodeTimeLimit timeLimit)
            throws IOException, DamagedFileException {
        ImageReader reader = reader(picture.format());
        DecoderWarningListener watch = new DecoderWarningListener();
        try (var stream = new PictureStream(picture.bytes(), timeLimit)) {
            reader.setInput(stream, false, true);
            reader.addIIOReadWarningListener(watch);
            if (reader.getWidth(0) != picture.width() || reader.getHeight(0) != picture.height()) {
                throw new DamagedFileException("The header contradicts itself");
            }
            int step = step(picture, bytesPerPixel(reader));
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, how);
            watch.requireWhole();
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static int step(PictureFile picture, int bytesPerPixel) {
        int step = 1;
        while (picture.pixels() / ((long) step * step) * bytesPerPixel > DECODED_BYTES) {
            step++;
        }
        return step;
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            return 4;
        }
        var samples = types.next().getSampleModel();
        int bits = 0;
        for (int band = 0; band < samples.getNumBands(); band++) {
            bits += samples.getSampleSize(band);
        }
        return Math.max(1, bits / 8);
    }

    /// PNG, BMP and GIF by the JDK; JPEG (for CMYK), TIFF and WebP by TwelveMonkeys. Selected by name, because the
    /// order of two readers of one format depends on the class path.
    private static ImageReader reader(PictureFormat pictureFormat) {
        String wanted = switch (pictureFormat) {
            case PNG, BMP, GIF -> "com.sun.imageio.";
            default -> "com.twelvemonkeys.imageio.";
        };
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(pictureFormat.name());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(wanted)) {
                return reader;
            }
        }
        throw new IllegalStateException("No reader of " + pictureFormat);
    }
}
