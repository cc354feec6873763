package io.vestibule.photo;

import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/// A file in memory as an input stream for decoders. Some decoders take the end of the file for endless zeros: 82
/// bytes of a hostile WebP made a gigabyte of tables that way. This stream stops a decoder that keeps on reading
/// beyond the end, or whose time is over.
final class PictureStream extends ImageInputStreamImpl {

    /// Maximum number of reads beyond the end; reading ahead causes a few in any good file.
    private static final int MAX_MISSES = 1000;

    private final byte[] file;
    private final DecodeTimeLimit timeLimit;
    private int misses;

    PictureStream(byte[] file, DecodeTimeLimit timeLimit) {
        this.file = file;
        this.timeLimit = timeLimit;
    }

    @Override
    public int read() throws IIOException {
        if (streamPos >= file.length) {
            return miss();
        }
        bitOffset = 0;
        return file[(int) streamPos++] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IIOException {
        if (length == 0) {
            return 0;
        }
        timeLimit.check();
        if (streamPos >= file.length) {
            return miss();
        }
        int count = (int) Math.min(length, file.length - streamPos);
        System.arraycopy(file, (int) streamPos, to, offset, count);
        bitOffset = 0;
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return file.length;
    }

    private int miss() throws IIOException {
        if (++misses > MAX_MISSES) {
            throw new IIOException("The data ends early");
        }
        return -1;
    }
}
