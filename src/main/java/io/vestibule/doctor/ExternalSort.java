package io.vestibule.doctor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;

/// Sorts a list of any length by the keys of its items in little memory: sorted pieces are stored in the database, and
/// merged while they are read. A service lists in an order of its own, and two lists in one order are compared by
/// reading each once.
final class ExternalSort<T> implements AutoCloseable {

    private static final int ITEMS_A_PIECE = 50_000;
    private static final int ITEMS_A_PART = 1_000;

    private final SortedPieceStore store;
    private final RecordCodec<T> codec;
    private final UUID id = UUID.randomUUID();
    private final List<T> unsorted = new ArrayList<>();
    private int pieces;

    ExternalSort(SortedPieceStore store, RecordCodec<T> codec) {
        this.store = store;
        this.codec = codec;
    }

    void add(T item) {
        unsorted.add(item);
        if (unsorted.size() == ITEMS_A_PIECE) {
            store();
        }
    }

    private void store() {
        unsorted.sort(Comparator.comparing(codec::key));
        var parts = new ArrayList<byte[]>();
        for (int from = 0; from < unsorted.size(); from += ITEMS_A_PART) {
            parts.add(bytes(unsorted.subList(from, Math.min(unsorted.size(), from + ITEMS_A_PART))));
        }
        store.insert(id, pieces, parts);
        pieces++;
        unsorted.clear();
    }

    private byte[] bytes(List<T> items) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var item : items) {
                codec.write(item, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// All items in the order of their keys. Of items with one key only the first comes: a service may list an item
    /// twice that changed meanwhile.
    Iterator<T> sorted() {
        unsorted.sort(Comparator.comparing(codec::key));
        var heads = new PriorityQueue<Source>(Comparator.comparing(source -> codec.key(source.head)));
        var rest = unsorted.iterator();
        if (rest.hasNext()) {
            heads.add(new Source(rest));
        }
        for (int piece = 0; piece < pieces; piece++) {
            heads.add(new Source(new Piece(piece)));
        }
        return new Merged(heads);
    }

    @Override
    public void close() {
        store.delete(id);
    }

    /// A sorted iterator with its next item at hand.
    private final class Source {

        private final Iterator<T> items;
        private T head;

        Source(Iterator<T> items) {
            this.items = items;
            this.head = items.next();
        }

        boolean advance() {
            if (!items.hasNext()) {
                return false;
            }
            head = items.next();
            return true;
        }
    }

    /// One stored piece, of which one part is in memory.
    private final class Piece implements Iterator<T> {

        private final int piece;
        private int part;
        private DataInputStream in;

        Piece(int piece) {
            this.piece = piece;
            this.in = next(0);
        }

        private DataInputStream next(int number) {
            return new DataInputStream(
                    new ByteArrayInputStream(store.read(id, piece, number).orElseGet(() -> new byte[0])));
        }

        @Override
        public boolean hasNext() {
            try {
                if (in.available() == 0) {
                    part++;
                    in = next(part);
                }
                return in.available() > 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public T next() {
            try {
                return codec.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class Merged implements Iterator<T> {

        private final PriorityQueue<Source> heads;

        Merged(PriorityQueue<Source> heads) {
            this.heads = heads;
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public T next() {
            T item = take();
            while (!heads.isEmpty() && codec.key(heads.element().head).equals(codec.key(item))) {
                take();
            }
            return item;
        }

        private T take() {
            var first = heads.remove();
            T item = first.head;
            if (first.advance()) {
                heads.add(first);
            }
            return item;
        }
    }
}
