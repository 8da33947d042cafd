package io.smartblocks.portal.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.smartblocks.portal.document.Table.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
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

    private TableFiles() {}

    /** UTF-8 with a head, a decimal point and ISO days. */
    public static byte[] csv(Table table) {
        StringWriter out = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            writer.writeRecord(table.head());
            table.rows()
                    .forEach(row -> writer.writeRecord(
                            row.stream().map(TableFiles::written).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("a table could not be written in memory", e);
        }
        return out.toString().getBytes(UTF_8);
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Workbook book = new Workbook(out, "SmartBlocks", "1.0");
            for (Table table : tables) {
                fill(book.newWorksheet(table.name()), table);
            }
            book.finish();
            return withoutTime(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook could not be written in memory", e);
        }
    }

    private static void fill(Worksheet sheet, Table table) {
        for (int column = 0; column < table.head().size(); column++) {
            sheet.value(0, column, table.head().get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.rows().get(row).size(); column++) {
                put(sheet, row + 1, column, table.rows().get(row).get(column));
            }
        }
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
            sheet.value(row, column, ((Cell.Text) cell).text());
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
    private static byte[] withoutTime(byte[] archive) throws IOException {
        // the library's entries have no size in front, so that only the list at the archive's end can be read
        Path file = Files.createTempFile("smartblocks-", ".xlsx");
        try {
            Files.write(file, archive);
            try (ZipFile from = new ZipFile(file.toFile())) {
                return rewritten(from);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] rewritten(ZipFile from) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                to.putNextEntry(same);
                to.write(entry.getName().equals("docProps/core.xml") ? undated(content) : content);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] undated(byte[] properties) {
        return new String(properties, UTF_8)
                .replaceAll("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>", "")
                .getBytes(UTF_8);
    }
}
