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

    private final RandomAccessFile file;

    UninterruptibleFile(String path, String mode) throws IOException {
        file = new RandomAccessFile(path, mode);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
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
        file.seek(position);
        if (source.hasArray()) {
            file.write(source.array(), source.arrayOffset() + source.position(), count);
            source.position(source.limit());
        } else {
            var bytes = new byte[count];
            source.get(bytes);
            file.write(bytes);
        }
        return count;
    }

    @Override
    public synchronized long size() throws IOException {
        return file.length();
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
        // A shorter file is not extended, as with every channel.
        if (size < file.length()) {
            file.setLength(size);
        }
    }

    @Override
    public void force(boolean metadata) throws IOException {
        file.getFD().sync();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.getChannel().tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
