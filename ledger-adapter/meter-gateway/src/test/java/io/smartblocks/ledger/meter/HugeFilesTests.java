package io.smartblocks.ledger.meter;

import static io.smartblocks.ledger.meter.ReadingsFileFixture.NOW;
import static io.smartblocks.ledger.meter.ReadingsFileFixture.QUARTER_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are very long, unpack to something very long, or are not what their names say. */
class HugeFilesTests {

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void a_green_button_file_of_182_mb_is_read_in_64_mb_of_memory() throws Exception {
        Path file = folder.resolve("long.xml");
        LongFeed.write(file);
        assertThat(Files.size(file)).isGreaterThan(182_000_000L);

        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongFeed.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        long sum = IntStream.range(0, LongFeed.READINGS)
                .mapToLong(number -> 100 + number % 900)
                .sum();
        assertThat(told.strip()).isEqualTo(LongFeed.READINGS + " readings, " + sum);
        assertThat(reading.waitFor()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "bomb.csv.gz|start,value|150|too-large|more than 128 MiB",
                "bomb.xml|<feed xmlns='http://www.w3.org/2005/Atom'>|150|not-green-button|without the end of an element"
            })
    @Timeout(120)
    void what_unpacks_to_far_more_is_refused_before_it_fills_the_memory(
            String name, String begin, int parts, String code, String words) throws IOException {
        Path file = folder.resolve(name);
        byte[] part = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((begin + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < parts; i++) {
                out.write(part);
            }
        }
        assertThat(Files.size(file)).isLessThan(2_000_000L);

        assertThat(refused(file).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.text()).contains(words);
        });
    }

    @Test
    void a_zip_archive_is_not_unpacked_whatever_it_is_called() throws IOException {
        Path file = folder.resolve("readings.csv");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("readings.csv"));
            zip.write(new byte[1 << 20]);
        }
        assertThat(refused(file).problems()).extracting(Problem::code).containsExactly("packed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"feed.xml|start,value|2026-06-01T00:00:00Z,1", "readings.gz.txt|start,value|2026-06-01T00:00:00Z,1"
            })
    void what_a_file_is_shows_in_its_text_and_not_in_its_name(String name, String header, String row)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name), header + "\n" + row + "\n");

        assertThat(read(file)).isInstanceOf(ReadFile.Pages.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "page.xml|<html><body>Log in</body></html>",
                "half.xml|<feed xmlns='http://www.w3.org/2005/Atom'><entry>",
                "readings.csv|<start>,value",
                "plain.csv.gz|start,value"
            })
    void a_name_that_promises_something_else_is_no_way_in(String name, String text) throws IOException {
        ReadFile.Refused refused = refused(Files.writeString(folder.resolve(name), text + "\n"));

        assertThat(refused.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.text()).startsWith(name).contains("; expected "));
    }

    private ReadFile.Refused refused(Path file) {
        return (ReadFile.Refused) read(file);
    }

    private static ReadFile read(Path file) {
        return new ReadingsFile(ReadingsFileFixture.meters(), NOW).read(file, ColumnChoice.ofMeter(QUARTER_HOURS));
    }
}
