package io.smartblocks.portal.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.smartblocks.portal.document.Table.Cell;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as CSV and as XLSX; the same tables always give the same bytes. */
public final class TableFiles {

    /** With these a spreadsheet would take a text for a formula. */
    private static final String FORMULAS = "=+-@\t\r";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int WIDTH = 18;
    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final int ROWS_AT_ONCE = 1_000;

    private TableFiles() {}

    /** UTF-8 with a head, a decimal point and ISO days. */
    public static byte[] csv(Table table) {
        return inMemory(out -> writeCsv(LongTable.of(table), out));
    }

    static void writeCsv(LongTable table, OutputStream out) throws IOException {
        try (CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new BufferedWriter(new OutputStreamWriter(out, UTF_8)))) {
            writer.writeRecord(table.head());
            table.rows()
                    .forEach(row -> writer.writeRecord(
                            row.stream().map(TableFiles::written).toList()));
        }
    }

    private static byte[] inMemory(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a table could not be written in memory", e);
        }
        return out.toByteArray();
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static String written(Cell cell) {
        if (cell instanceof Cell.Figure figure) {
            return figure.figure().toPlainString();
        }
        return cell instanceof Cell.Day day ? day.day().toString() : harmless(((Cell.Text) cell).text());
    }

    static String harmless(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A sheet for each table; a spreadsheet keeps fifteen digits of a figure, so longer ones stand as text. */
    public static byte[] xlsx(List<Table> tables) {
        return inMemory(out -> writeXlsx(tables.stream().map(LongTable::of).toList(), out));
    }

    static void writeXlsx(List<LongTable> tables, OutputStream out) throws IOException {
        // the library's entries have no size in front, so that only the list at the archive's end can be read
        Path file = Files.createTempFile("smartblocks-", ".xlsx");
        try {
            try (OutputStream dated = new BufferedOutputStream(Files.newOutputStream(file))) {
                Workbook book = new Workbook(dated, "SmartBlocks", "1.0");
                for (LongTable table : tables) {
                    fill(book, table);
                }
                book.finish();
            }
            try (ZipFile from = new ZipFile(file.toFile())) {
                rewrite(from, out);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** What a sheet does not take goes on in the next one. */
    private static void fill(Workbook book, LongTable table) throws IOException {
        Iterator<List<Cell>> rows = table.rows().iterator();
        int number = 1;
        do {
            Worksheet sheet = book.newWorksheet(number == 1 ? table.name() : table.name() + ' ' + number);
            begin(sheet, table.head());
            for (int row = 1; row < ROWS_OF_A_SHEET && rows.hasNext(); row++) {
                List<Cell> cells = rows.next();
                for (int column = 0; column < cells.size(); column++) {
                    put(sheet, row, column, cells.get(column));
                }
                if (row % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
            number++;
        } while (rows.hasNext());
    }

    private static void begin(Worksheet sheet, List<String> head) {
        for (int column = 0; column < head.size(); column++) {
            sheet.value(0, column, head.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
    }

    private static void put(Worksheet sheet, int row, int column, Cell cell) {
        if (cell instanceof Cell.Figure figure && Precision.fits(figure.figure())) {
            sheet.value(row, column, figure.figure());
            sheet.style(row, column).format(format(figure.figure())).set();
        } else if (cell instanceof Cell.Figure figure) {
            sheet.value(row, column, figure.figure().toPlainString());
        } else if (cell instanceof Cell.Day day) {
            sheet.value(row, column, day.day());
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            sheet.value(row, column, harmless(((Cell.Text) cell).text()));
        }
    }

    private static String format(BigDecimal figure) {
        return figure.scale() <= 0 ? "0" : "0." + "0".repeat(figure.scale());
    }

    /** What a cell of a spreadsheet keeps. */
    private static final class Precision {

        private static final int DIGITS = 15;

        static boolean fits(BigDecimal figure) {
            return figure.stripTrailingZeros().precision() <= DIGITS;
        }
    }

    /** The library writes the time into the archive; nothing of it is content. */
    private static void rewrite(ZipFile from, OutputStream out) throws IOException {
        ZipOutputStream to = new ZipOutputStream(out);
        for (ZipEntry entry : from.stream().toList()) {
            ZipEntry same = new ZipEntry(entry.getName());
            same.setTimeLocal(NO_TIME);
            to.putNextEntry(same);
            try (InputStream content = from.getInputStream(entry)) {
                if (entry.getName().equals("docProps/core.xml")) {
                    to.write(undated(content.readAllBytes()));
                } else {
                    content.transferTo(to);
                }
            }
            to.closeEntry();
        }
        to.finish();
    }

    private static byte[] undated(byte[] properties) {
        return new String(properties, UTF_8)
                .replaceAll("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>", "")
                .getBytes(UTF_8);
    }
}
