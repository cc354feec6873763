package io.vestibule.bulk.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;

/// A text file with a delimiter. A row that breaks the rules of quotes is skipped and named, and reading goes on in
/// the next line.
final class CsvTable implements RowTable {

    /// Broken rows of one file, before it is given up: each begins a new pass over the file.
    private static final int MOST_BROKEN = 200;

    /// Lines that one row may have. A quote that is never closed would otherwise take in everybody below.
    private static final int LINES = 10;

    private static final int BUFFER = 4_000_000;
    private static final int MOST_FIELDS = 16_000;

    private final byte[] file;
    private final TextFormat format;
    private final List<String> header;
    private final long headerLine;

    CsvTable(byte[] file, TextFormat format) {
        this.file = file;
        this.format = format;
        var first = first();
        this.header = first.getFields().stream().map(String::strip).toList();
        this.headerLine = first.getStartingLineNumber();
        if (header.size() > SourceLimits.COLUMNS) {
            throw new BulkException(new BulkFailure.FarColumn(1, SourceLimits.COLUMNS));
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    private CsvRecord first() {
        try (var records = reader(0)) {
            for (CsvRecord csvRecord : records) {
                if (csvRecord.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    return csvRecord;
                }
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw new BulkException(new BulkFailure.SourceDamaged(), e);
        }
        throw new BulkException(new BulkFailure.NoRows());
    }

    @Override
    public void read(Predicate<SourceRow> consumer) {
        long next = headerLine;
        boolean skipHeader = true;
        for (int broken = 0; next > 0; broken++) {
            if (broken > MOST_BROKEN) {
                throw new BulkException(new BulkFailure.SourceDamaged());
            }
            next = readFrom(next - 1, skipHeader, consumer);
            skipHeader = false;
        }
    }

    /// @param skip lines to leave out
    /// @return line, from 1, at which to go on after a broken row; 0 at the end
    private long readFrom(long skip, boolean skipHeader, Predicate<SourceRow> consumer) {
        long expected = skip + 1;
        boolean skipOne = skipHeader;
        try (var records = reader(skip)) {
            for (var iterator = records.iterator(); iterator.hasNext(); ) {
                var csvRecord = iterator.next();
                long line = skip + csvRecord.getStartingLineNumber();
                long lines = lines(csvRecord);
                expected = line + lines;
                if (skipOne) {
                    skipOne = false;
                    continue;
                }
                if (line > SourceLimits.ROWS) {
                    throw new BulkException(new BulkFailure.TooManyRows(SourceLimits.ROWS));
                }
                if (lines > LINES) {
                    return consumer.test(RowGuard.damaged((int) line)) ? line + 1 : 0;
                }
                boolean blank = csvRecord.getFields().stream().allMatch(String::isBlank);
                if (!blank && !consumer.test(RowGuard.row((int) line, csvRecord.getFields()))) {
                    return 0;
                }
            }
            return 0;
        } catch (CsvParseException | UncheckedIOException e) {
            return consumer.test(RowGuard.damaged((int) expected)) ? expected + 1 : 0;
        } catch (IOException e) {
            throw new BulkException(new BulkFailure.SourceDamaged(), e);
        }
    }

    private static long lines(CsvRecord csvRecord) {
        long lines = 1;
        for (int i = 0; i < csvRecord.getFieldCount(); i++) {
            lines += csvRecord
                    .getField(i)
                    .chars()
                    .filter(letter -> letter == '\n')
                    .count();
        }
        return lines;
    }

    private CsvReader<CsvRecord> reader(long skip) {
        Reader text = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(file), format.charset()));
        try {
            skipMark(text);
            skipLines(text, skip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(BUFFER)
                .build(
                        CsvRecordHandler.of(limits -> limits.maxFields(MOST_FIELDS)
                                .maxFieldSize(BUFFER)
                                .maxRecordSize(BUFFER)),
                        text);
    }

    /// The mark of the byte order at the beginning is no part of the first name.
    private void skipMark(Reader text) throws IOException {
        var start = new String(file, 0, Math.min(4, file.length), format.charset());
        if (start.startsWith("\uFEFF")) {
            var _ = text.read();
        }
    }

    private static void skipLines(Reader text, long lines) throws IOException {
        for (long left = lines; left > 0; ) {
            int letter = text.read();
            if (letter < 0) {
                return;
            }
            if (letter == '\n') {
                left--;
            }
        }
    }
}
