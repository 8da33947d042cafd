package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.greenbutton.GreenButtonFile;
import io.smartblocks.ledger.meter.greenbutton.Series;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Green Button file of 182 MB, and a process that reads it reading by reading. */
final class LongFeed {

    static final int READINGS = 1_219_200;

    private static final int IN_A_BLOCK = 96;
    private static final String ATTRIBUTES = " xmlns:a='http://www.w3.org/2005/Atom' xmlns:e='http://naesb.org/espi'";

    private LongFeed() {}

    static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<a:feed" + ATTRIBUTES + ">\n" + FeedFixture.point() + FeedFixture.meterReading(1, "Import", 10)
                    + FeedFixture.type(10, "<e:flowDirection>1</e:flowDirection>") + "\n");
            for (int first = 0; first < READINGS; first += IN_A_BLOCK) {
                String[] readings = new String[IN_A_BLOCK];
                for (int i = 0; i < IN_A_BLOCK; i++) {
                    readings[i] = FeedFixture.reading(946_684_800L + 900L * (first + i), 900, 100 + (first + i) % 900);
                }
                out.write(FeedFixture.block(1, readings));
                out.write('\n');
            }
            out.write("</a:feed>\n");
        }
    }

    /** Tells how many readings the file has and what they sum up to. */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        GreenButtonFile file = GreenButtonFile.of(() -> Files.newInputStream(path));
        Series series = file.contents().usagePoints().get(0).series().get(0);
        BigDecimal[] sum = {BigDecimal.ZERO};
        int[] count = {0};
        file.readings(series, reading -> {
            sum[0] = sum[0].add(reading.value().orElseThrow());
            count[0]++;
        });
        System.out.println(
                count[0] + " readings, " + sum[0].stripTrailingZeros().toPlainString());
    }
}
