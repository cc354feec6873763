package io.vestibule.bulk.source;

import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/// The first sheet of an XLSX file. Of a formula the stored result counts. Dates are texts as in ISO 8601.
final class SheetTable implements RowTable {

    private static final int LONGEST_PATTERN = 100;

    private final byte[] file;
    private final List<String> header;
    private final int headerRow;

    /// @throws BulkException if it is not a spreadsheet that can be read
    SheetTable(byte[] file) {
        SheetGuard.check(file);
        this.file = file;
        var first = new ArrayList<SourceRow>();
        rows(row -> {
            if (row.cells().stream().allMatch(String::isEmpty) && row.problem().isEmpty()) {
                return true;
            }
            first.add(row);
            return false;
        });
        if (first.isEmpty()) {
            throw new BulkException(new BulkFailure.NoRows());
        }
        if (first.getFirst().problem().isPresent()) {
            throw new BulkException(new BulkFailure.FarColumn(first.getFirst().number(), SourceLimits.COLUMNS));
        }
        header = first.getFirst().cells();
        headerRow = first.getFirst().number();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void read(Predicate<SourceRow> consumer) {
        rows(row -> row.number() <= headerRow
                || (row.problem().isEmpty() && row.cells().stream().allMatch(String::isEmpty))
                || consumer.test(row));
    }

    private void rows(Predicate<SourceRow> consumer) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (var iterator = rows.iterator(); iterator.hasNext(); ) {
                if (!consumer.test(read(iterator.next()))) {
                    return;
                }
            }
        } catch (BulkException e) {
            throw e;
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new BulkException(new BulkFailure.SourceDamaged(), e);
        } catch (RuntimeException e) {
            // The library throws whatever the contents lead to: of an index, of a number, of nothing where there
            // should be a part.
            throw new BulkException(new BulkFailure.SourceDamaged(), e);
        }
    }

    private static SourceRow read(Row row) {
        if (row.getCellCount() > SourceLimits.COLUMNS) {
            return RowGuard.row(row.getRowNum(), java.util.Collections.nCopies(row.getCellCount(), ""));
        }
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(SheetTable::text).orElse(""));
        }
        return RowGuard.row(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? date(cell) : number(cell.asNumber());
        }
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
            return "";
        }
        var value = cell.getValue();
        return value instanceof BigDecimal number ? number(number) : value == null ? "" : value.toString();
    }

    private static boolean isDate(Cell cell) {
        var pattern = cell.getDataFormatString();
        if (pattern == null || pattern.length() > LONGEST_PATTERN) {
            return false;
        }
        // Letters in quotes and brackets are no parts of a date.
        var plain = pattern.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        return plain.contains("y") && plain.contains("d");
    }

    private static String date(Cell cell) {
        var at = cell.asDate();
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }

    /// An employee number has no exponent and no decimal places.
    private static String number(BigDecimal value) {
        return value.scale() > 30 || value.precision() > 40
                ? value.toString()
                : value.stripTrailingZeros().toPlainString();
    }
}
