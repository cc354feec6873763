package io.vestibule.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import javax.crypto.Mac;

/// A keyed checksum of each block of 4096 bytes of a database file, since H2's encryption does not detect a changed
/// bit. Eight bytes of HMAC-SHA256 over the number of the block and its content: 2 MB for a file of 1 GB.
///
/// A block is known if there is a tag for it, and checked if it was compared with its tag, or written, since the file
/// was opened. H2 writes whole blocks. Thread-safe.
final class BlockTags {

    static final int BLOCK = 4096;

    /// Fills a buffer from a position of the file, as far as the file reaches.
    interface Source {
        int read(byte[] target, long position) throws IOException;
    }

    private final Mac mac;
    private final byte[] block = new byte[BLOCK];
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    private final BitSet known = new BitSet();
    private final BitSet checked = new BitSet();
    private final BitSet damaged = new BitSet();
    private long[] tags = new long[256];

    BlockTags(Mac mac) {
        this.mac = mac;
    }

    static BlockTags of(byte[] bytes, Mac mac) {
        var result = new BlockTags(mac);
        result.tags = new long[Math.max(1, bytes.length / Long.BYTES)];
        ByteBuffer.wrap(bytes).asLongBuffer().get(result.tags, 0, bytes.length / Long.BYTES);
        result.known.set(0, bytes.length / Long.BYTES);
        return result;
    }

    /// All tags, in the order of the blocks. Every block must be known.
    synchronized byte[] bytes() {
        int count = known.length();
        var bytes = ByteBuffer.allocate(count * Long.BYTES);
        bytes.asLongBuffer().put(tags, 0, count);
        return bytes.array();
    }

    /// Whether every block of this part has the content it had when its tag was made. A block without a tag passes.
    synchronized boolean verify(long position, long length, Source source) throws IOException {
        boolean good = true;
        for (int i = (int) (position / BLOCK); i <= (int) ((position + length - 1) / BLOCK); i++) {
            if (!checked.get(i) && known.get(i)) {
                boolean same = tag(i, block, source.read(block, (long) i * BLOCK)) == tags[i];
                checked.set(i, same);
                damaged.set(i, !same);
            }
            good &= !damaged.get(i);
        }
        return good;
    }

    /// Takes the tags of blocks that were written in full, and forgets those that were written in part.
    synchronized void written(long position, byte[] bytes, int offset, int length) {
        int first = (int) (position / BLOCK);
        for (int i = first; i <= (int) ((position + length - 1) / BLOCK); i++) {
            long start = (long) i * BLOCK;
            damaged.clear(i);
            if (start >= position && start + BLOCK <= position + length) {
                int from = offset + (int) (start - position);
                put(i, tag(i, Arrays.copyOfRange(bytes, from, from + BLOCK), BLOCK));
            } else {
                forget(i);
            }
        }
    }

    /// Forgets the tags of blocks whose content is not known any more.
    synchronized void forget(long position, long length) {
        for (int i = (int) (position / BLOCK); i <= (int) ((position + length - 1) / BLOCK); i++) {
            forget(i);
            damaged.clear(i);
        }
    }

    synchronized void truncated(long size) {
        int first = (int) ((size + BLOCK - 1) / BLOCK);
        known.clear(first, Math.max(first, known.length()));
        checked.clear(first, Math.max(first, checked.length()));
        damaged.clear(first, Math.max(first, damaged.length()));
        if (size % BLOCK != 0) {
            forget(first - 1);
        }
    }

    /// Verifies the blocks with a tag and makes tags for the others, from one block on.
    ///
    /// @return the number of the first block that was not looked at; -1 if the whole file was
    synchronized int sweep(int from, int most, long size, Source source) throws IOException {
        int end = (int) ((size + BLOCK - 1) / BLOCK);
        int stop = Math.min(end, from + most);
        for (int i = from; i < stop; i++) {
            if (known.get(i)) {
                verify((long) i * BLOCK, 1, source);
            } else {
                put(i, tag(i, block, source.read(block, (long) i * BLOCK)));
            }
        }
        return stop == end ? -1 : stop;
    }

    /// Makes tags for the blocks that have none.
    synchronized void fill(long size, Source source) throws IOException {
        int end = (int) ((size + BLOCK - 1) / BLOCK);
        for (int i = known.nextClearBit(0); i < end; i = known.nextClearBit(i + 1)) {
            put(i, tag(i, block, source.read(block, (long) i * BLOCK)));
        }
    }

    /// How many blocks differ from their tags, of those that were looked at.
    synchronized int damaged() {
        return damaged.cardinality();
    }

    private void forget(int i) {
        known.clear(i);
        checked.clear(i);
    }

    private void put(int i, long tag) {
        if (i >= tags.length) {
            tags = Arrays.copyOf(tags, Math.max(i + 1, tags.length * 2));
        }
        tags[i] = tag;
        known.set(i);
        checked.set(i);
    }

    private long tag(int i, byte[] content, int length) {
        mac.update(number.putLong(0, i).array());
        mac.update(content, 0, Math.max(0, length));
        return ByteBuffer.wrap(mac.doFinal()).getLong();
    }
}
