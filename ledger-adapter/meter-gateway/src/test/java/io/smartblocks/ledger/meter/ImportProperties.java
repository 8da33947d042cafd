package io.smartblocks.ledger.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.meter.validation.Flag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files: either a clear refusal, or every row is accounted for. */
class ImportProperties {

    private static final int ROUNDS = 3000;
    private static final String[] CSV_PIECES = {
        ",", "\n", "\"", ";", "-", "999999999999", "NaN", "E", "2026-06-01T00:00:00Z", "2026-06-01T00:15:00Z,3",
                "\u0000",
        "é", "1e99", ".", "+", "2026-06-01T00:00:00", "A", " ", "\r", "0x1", "value", "start"
    };
    private static final String[] XML_PIECES = {
        "<",
        ">",
        "&",
        "&amp;",
        "&x;",
        "</",
        "/>",
        "\"",
        "<e:value>",
        "</e:value>",
        "-1",
        "99999999999999999",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<!DOCTYPE a>",
        "<?x?>",
        "<e:IntervalReading/>",
        "<e:quality>10</e:quality>",
        "\u0000",
        "<e:IntervalReading><e:timePeriod><e:start>1767243600</e:start></e:timePeriod><e:value>4</e:value></e:IntervalReading>"
    };

    @TempDir
    Path folder;

    @Test
    void no_damaged_csv_file_loses_a_row_without_a_word() throws IOException {
        List<String> lines = new ArrayList<>(List.of("start,value,quality"));
        for (int i = 0; i < 12; i++) {
            lines.add("2026-06-01T0" + i / 4 + ":"
                    + List.of("00", "15", "30", "45").get(i % 4) + ":00Z," + i + ".5,A");
        }
        String text = String.join("\n", lines) + "\n";

        int taken = damaged(text, CSV_PIECES, ColumnChoice.ofMeter(ReadingsFileFixture.QUARTER_HOURS));

        assertThat(taken).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    @Test
    void no_damaged_green_button_file_loses_a_row_without_a_word() throws IOException {
        String text = Files.readString(FeedFixture.feed(
                folder,
                "whole.xml",
                FeedFixture.point(),
                FeedFixture.meterReading(1, "Import", 10),
                FeedFixture.type(10, "<e:intervalLength>900</e:intervalLength>"),
                FeedFixture.block(
                        1,
                        FeedFixture.reading(1_767_243_600L, 900, 500),
                        FeedFixture.reading(1_767_244_500L, 900, 600),
                        FeedFixture.reading(1_767_245_400L, 900, 700),
                        FeedFixture.reading(1_767_246_300L, 900, 800))));

        int taken = damaged(text, XML_PIECES, ColumnChoice.ofMeter(ReadingsFileFixture.QUARTER_HOURS));

        assertThat(taken).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    private int damaged(String text, String[] pieces, ColumnChoice choice) throws IOException {
        int taken = 0;
        Path file = folder.resolve("damaged");
        ReadingsFile reader = new ReadingsFile(ReadingsFileFixture.meters(), ReadingsFileFixture.NOW);
        for (int seed = 0; seed < ROUNDS; seed++) {
            Files.write(file, damaged(text, pieces, new Random(seed)));
            ColumnChoice chosen = seed % 2 == 0 ? choice : choice.puttingAsideWhatDoesNotFit();
            ReadFile read = reader.read(file, chosen);
            if (read instanceof ReadFile.Refused refused) {
                assertThat(refused.problems())
                        .as("seed " + seed)
                        .isNotEmpty()
                        .allSatisfy(problem -> assertThat(problem.text()).startsWith("damaged"));
            } else {
                taken++;
                check((ReadFile.Pages) read, "seed " + seed, chosen);
            }
        }
        return taken;
    }

    private static void check(ReadFile.Pages read, String seed, ColumnChoice choice) {
        ReadFile.Aside aside = read.aside();
        assertThat(aside.missing()).as(seed).isNotNegative();
        assertThat(read.readings() + aside.missing() + aside.left()).as(seed).isEqualTo(aside.rows());
        assertThat(aside.left() == 0).as(seed).isEqualTo(aside.problems().isEmpty());
        assertThat(choice.puttingAside() || aside.left() == 0).as(seed).isTrue();
        long values = read.pages().stream()
                .mapToLong(page -> page.values().size() - page.missing())
                .sum();
        assertThat(values).as(seed).isEqualTo(read.readings());
        boolean flagged = read.pages().stream()
                .anyMatch(page -> page.flags()
                        .filter(flags -> flags.chars().anyMatch(flag -> flag != Flag.NONE))
                        .isPresent());
        assertThat(flagged).as(seed).isEqualTo(!read.found().counts().isEmpty());
    }

    private static byte[] damaged(String text, String[] pieces, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(changed.length());
            int to = Math.min(changed.length(), at + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> changed.delete(at, to);
                case 1 -> changed.insert(at, pieces[random.nextInt(pieces.length)]);
                case 2 -> changed.insert(at, changed.substring(at, to));
                case 3 -> changed.setCharAt(at, (char) (32 + random.nextInt(95)));
                default -> changed.replace(at, to, pieces[random.nextInt(pieces.length)]);
            }
        }
        byte[] bytes = changed.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }
}
