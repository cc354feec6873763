package io.vestibule.bulk.source;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads through a spreadsheet once before the library that reads its cells: that one unpacks without limits, keeps all
/// shared texts in memory, and makes a row as long as the column that a cell claims to be in.
final class SheetGuard {

    /// Bytes of all parts unpacked. 100,000 rows of ten columns have about 60 MB.
    private static final long UNPACKED = 1_500_000_000;

    /// Bytes of the shared texts unpacked, which are kept in memory.
    private static final long TEXTS = 64_000_000;

    private static final int PARTS = 2_000;
    private static final int DEPTH = 60;

    /// The last column of Excel is XFD, the 16,384th.
    private static final int LAST_COLUMN = 16_384;

    private SheetGuard() {}

    /// @throws BulkException if the file is damaged or not what it claims to be
    static void check(byte[] file) {
        long unpacked = 0;
        int parts = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (++parts > PARTS) {
                    throw new BulkException(new BulkFailure.ArchiveBomb());
                }
                var name = part.getName().toLowerCase(Locale.ROOT);
                boolean texts = name.endsWith("sharedstrings.xml");
                var counted = new CountedStream(zip, texts ? TEXTS : UNPACKED - unpacked);
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    read(counted, name.contains("worksheets/"));
                }
                counted.skipRest();
                unpacked += counted.count();
            }
        } catch (XMLStreamException | IOException e) {
            boolean tooMuch = e instanceof TooMuchException
                    || e.getCause() instanceof TooMuchException
                    || (e instanceof XMLStreamException xml && xml.getNestedException() instanceof TooMuchException);
            throw new BulkException(tooMuch ? new BulkFailure.ArchiveBomb() : new BulkFailure.SourceDamaged(), e);
        }
        if (parts == 0) {
            throw new BulkException(new BulkFailure.SourceDamaged());
        }
    }

    private static void read(InputStream part, boolean sheet) throws XMLStreamException {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var events = factory.createXMLStreamReader(part);
        int depth = 0;
        int rows = 0;
        while (events.hasNext()) {
            switch (events.next()) {
                // No program writes a document type into a spreadsheet.
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new BulkException(new BulkFailure.ArchiveBomb());
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEPTH) {
                        throw new BulkException(new BulkFailure.ArchiveBomb());
                    }
                    if (sheet && events.getLocalName().equals("row") && ++rows > SourceLimits.ROWS) {
                        throw new BulkException(new BulkFailure.TooManyRows(SourceLimits.ROWS));
                    }
                    if (sheet && events.getLocalName().equals("c")) {
                        checkColumn(events, rows);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Texts are limited by the bytes of the part.
                }
            }
        }
    }

    private static void checkColumn(XMLStreamReader events, int row) {
        @Nullable String reference = events.getAttributeValue(null, "r");
        long column = 0;
        for (int i = 0; reference != null && i < reference.length() && column <= LAST_COLUMN; i++) {
            int letter = Character.toUpperCase(reference.charAt(i)) - 'A';
            if (letter < 0 || letter > 25) {
                break;
            }
            column = column * 26 + letter + 1;
        }
        if (column > LAST_COLUMN) {
            throw new BulkException(new BulkFailure.FarColumn(row, LAST_COLUMN));
        }
    }

    private static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Counts what is read of one part, and does not close the archive.
    private static final class CountedStream extends FilterInputStream {

        private final long most;
        private long read;

        CountedStream(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        long count() {
            return read;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = super.read(bytes, from, length);
            add(Math.max(0, some));
            return some;
        }

        private void add(int bytes) throws TooMuchException {
            read += bytes;
            if (read > most) {
                throw new TooMuchException();
            }
        }

        void skipRest() throws IOException {
            var buffer = new byte[8_192];
            while (read(buffer, 0, buffer.length) >= 0) {
                // Counted by the call.
            }
        }

        @Override
        public void close() {
            // The archive is closed by its owner.
        }
    }
}
