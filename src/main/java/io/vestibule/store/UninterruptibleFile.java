package io.vestibule.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/// A database file that stays open when a thread that uses it is interrupted.
///
/// The JDK closes a file channel for all threads when one of them is interrupted during a read or write, and
/// cancelling a task interrupts its thread. An asynchronous channel stays open, but hands each page to another
/// thread, which makes reading three times as slow. A random access file has neither problem.
final class UninterruptibleFile extends FileBaseDefault {

    /// What was written longer ago than this is on the disk before anything else is written. So the database
    /// may write
    /// over old versions that it has kept for [Database#RETENTION_MILLIS]: those that replaced them outlive a
    /// power failure.
    static final long SYNC_EVERY_NANOS = 2_000_000_000L;

    private final RandomAccessFile file;
    private boolean unsynced;
    private long synced = System.nanoTime();
    private final FileWatch watch;

    UninterruptibleFile(String path, String mode, FileWatch watch) throws IOException {
        this.file = new RandomAccessFile(path, mode);
        this.watch = watch;
        watch.opened(this);
    }

    /// Verifies a part of the file, or makes tags for it, while nothing else happens to it.
    ///
    /// @return as [BlockTags#sweep]
    synchronized int sweep(BlockTags tags, int from, int most) throws IOException {
        return tags.sweep(from, most, file.length(), this::readAt);
    }

    /// Fills the buffer from this position, as far as the file reaches.
    private int readAt(byte[] target, long position) throws IOException {
        file.seek(position);
        int count = 0;
        while (count < target.length) {
            int more = file.read(target, count, target.length - count);
            if (more < 0) {
                break;
            }
            count += more;
        }
        return count;
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
        watch.reading(position, target.remaining(), this::readAt);
        file.seek(position);
        if (target.hasArray()) {
            int count = file.read(target.array(), target.arrayOffset() + target.position(), target.remaining());
            target.position(target.position() + Math.max(0, count));
            return count;
        }
        var bytes = new byte[target.remaining()];
        int count = file.read(bytes);
        target.put(bytes, 0, Math.max(0, count));
        return count;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        int count = source.remaining();
        watch.writing();
        if (source.hasArray()) {
            writeAt(position, source.array(), source.arrayOffset() + source.position(), count);
            source.position(source.limit());
        } else {
            var bytes = new byte[count];
            source.get(bytes);
            writeAt(position, bytes, 0, count);
        }
        return count;
    }

    private void writeAt(long position, byte[] bytes, int offset, int count) throws IOException {
        if (unsynced && System.nanoTime() - synced > SYNC_EVERY_NANOS) {
            force(false);
        }
        unsynced = true;
        file.seek(position);
        try {
            file.write(bytes, offset, count);
        } catch (IOException e) {
            watch.failed(position, count); // on a full disk a part of it was written
            throw e;
        }
        watch.written(position, bytes, offset, count);
    }

    @Override
    public synchronized long size() throws IOException {
        return file.length();
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
        // A shorter file is not extended, as with every channel.
        if (size < file.length()) {
            watch.truncating(size);
            file.setLength(size);
        }
    }

    @Override
    public synchronized void force(boolean metadata) throws IOException {
        file.getFD().sync();
        unsynced = false;
        synced = System.nanoTime();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.getChannel().tryLock(position, size, shared);
    }

    @Override
    protected synchronized void implCloseChannel() throws IOException {
        watch.closed(this);
        file.close();
    }
}
