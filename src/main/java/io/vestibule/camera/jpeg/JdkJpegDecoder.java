package io.vestibule.camera.jpeg;

import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import io.vestibule.photo.format.HuffmanTables;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/// Decodes with the JDK's own reader, into one reused image.
final class JdkJpegDecoder implements JpegDecoder {

    private final ImageReader reader = reader();
    private @Nullable BufferedImage image;
    private byte[] longer = {};

    private static ImageReader reader() {
        var readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException("The JDK's JPEG reader is missing");
    }

    @Override
    public boolean decode(byte[] bytes, int length, FramePool pool, Consumer<Frame> sink) {
        var shape = JpegHeader.of(bytes, length).orElse(null);
        if (shape == null) {
            return false;
        }
        Frame frame = pool.lease(shape.width(), shape.height());
        if (frame == null) {
            return true;
        }
        try (frame) {
            read(shape, bytes, length, frame);
            sink.accept(frame);
            return true;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false; // damaged; the next one comes soon
        }
    }

    private void read(JpegHeader shape, byte[] bytes, int length, Frame frame) throws IOException {
        byte[] whole = bytes;
        int size = length;
        if (shape.tables() >= 0) {
            size = length + HuffmanTables.size();
            if (longer.length < size) {
                longer = new byte[size + size / 4];
            }
            HuffmanTables.insert(bytes, length, shape.tables(), longer);
            whole = longer;
        }
        BufferedImage target = target(shape);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(whole, 0, size))) {
            reader.setInput(in, true, true);
            ImageReadParam how = reader.getDefaultReadParam();
            how.setDestination(target);
            reader.read(0, how);
        } finally {
            reader.reset();
        }
        byte[] bgr = ((DataBufferByte) target.getRaster().getDataBuffer()).getData();
        int[] argb = frame.pixels().argb();
        for (int i = 0, from = 0; i < argb.length; i++, from += 3) {
            argb[i] = 0xFF000000 | (bgr[from + 2] & 0xFF) << 16 | (bgr[from + 1] & 0xFF) << 8 | (bgr[from] & 0xFF);
        }
    }

    private BufferedImage target(JpegHeader shape) {
        BufferedImage now = image;
        if (now == null || now.getWidth() != shape.width() || now.getHeight() != shape.height()) {
            now = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_3BYTE_BGR);
            image = now;
        }
        return now;
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
