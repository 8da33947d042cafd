package io.smartblocks.portal.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.document.Table.Cell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTests {

    private static final List<String> HEAD = List.of("Name", "kWh");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"})
    void a_text_that_a_spreadsheet_would_take_for_a_formula_is_a_text_in_either_file(String formula)
            throws IOException {
        Table table = new Table("t", HEAD, List.of(List.of(Table.text(formula), Table.figure(new BigDecimal("-1.5")))));

        assertThat(new String(TableFiles.csv(table), UTF_8))
                .contains("'" + formula)
                .contains(",-1.5");

        Map<String, String> book = parts(TableFiles.xlsx(List.of(table)));
        String sheet = book.get("xl/worksheets/sheet1.xml");
        assertThat(sheet).doesNotContain("<f>", "<f ").containsPattern("<c r=\"A2\"[^>]* t=\"s\"");
        assertThat(sheet).as("a figure stays one").contains("<v>-1.5</v>");
        assertThat(book.get("xl/sharedStrings.xml"))
                .as("as text it keeps a mark also where the sheet is saved as CSV")
                .contains(">&apos;");
    }

    @Test
    void a_table_that_is_written_while_it_is_read_has_the_same_bytes() throws IOException {
        List<List<Cell>> rows = IntStream.range(0, 2_500)
                .mapToObj(row -> List.of(Table.text("row " + row), Table.whole(row)))
                .toList();
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();

        TableFiles.writeCsv(new LongTable("t", HEAD, rows.stream()), csv);
        TableFiles.writeXlsx(List.of(new LongTable("t", HEAD, rows.stream())), xlsx);

        Table table = new Table("t", HEAD, rows);
        assertThat(csv.toByteArray()).isEqualTo(TableFiles.csv(table));
        assertThat(xlsx.toByteArray()).isEqualTo(TableFiles.xlsx(List.of(table)));
        assertThat(parts(xlsx.toByteArray()).get("xl/worksheets/sheet1.xml")).contains("<v>2499</v>");
    }

    private static Map<String, String> parts(byte[] book) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return parts;
    }
}
