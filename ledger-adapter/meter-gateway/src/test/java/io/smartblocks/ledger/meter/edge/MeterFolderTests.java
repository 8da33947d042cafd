package io.smartblocks.ledger.meter.edge;

import static io.smartblocks.ledger.meter.GatewayFixture.METER;
import static io.smartblocks.ledger.meter.GatewayFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.meter.EdgeGateway;
import io.smartblocks.ledger.meter.GatewayFixture;
import io.smartblocks.ledger.meter.RegisteredMeters;
import io.smartblocks.ledger.meter.validation.Thresholds;
import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterFolderTests {

    private static final LocalDate DAY = LocalDate.parse("2026-10-01");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void wherever_the_machine_stops_each_reading_stands_once_and_each_file_has_its_place() throws IOException {
        int stop = 0;
        while (stops(directory.resolve("stop-" + stop), stop)) {
            stop++;
        }
        // Two files that are done take two steps each, the refused one seven.
        assertThat(stop).isEqualTo(11);
    }

    private boolean stops(Path at, int stop) throws IOException {
        Path folder = Files.createDirectories(at.resolve("meters"));
        // Two files of one day with different decimals, and one that is no meter file.
        put(folder, "a.csv", hours(0, 12, "%d.5"), MINUTE);
        put(folder, "b.csv", hours(12, 24, "%d.125"), MINUTE);
        put(folder, "c.csv", "no,meter,file\n1,2,3\n", MINUTE);
        boolean stopped = false;
        try (Ledger ledger = GatewayFixture.ledger(at.resolve("ledger"), "kWh", "PT1H", ZoneOffset.UTC)) {
            try {
                forward(at, ledger, new StoppingFolder(stop));
            } catch (StoppingFolder.Stopped machine) {
                stopped = true;
            }
            forward(at, ledger, FolderDisk.REAL);

            ReadingsState standing = ledger.state(StateKey.readings(METER, DAY), ReadingsState.class)
                    .orElseThrow();
            assertThat(standing.page().missing()).isZero();
            assertThat(standing.page().scale()).isEqualTo(3);
            assertThat(standing.page().values()).startsWith(500L, 1_500L).endsWith(22_125L, 23_125L);
            assertThat(recorded(ledger)).isEqualTo(2);
        }
        assertThat(names(folder)).isEmpty();
        assertThat(names(folder.resolve("done"))).containsExactly("a.csv", "b.csv");
        assertThat(names(folder.resolve("refused"))).containsExactly("c.csv", "c.csv.why");
        assertThat(folder.resolve("refused/c.csv.why"))
                .content()
                .contains("c.csv:")
                .endsWith("\n");
        return stopped;
    }

    @Test
    void what_is_still_being_written_is_left_alone() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("meters"));
        put(folder, "now.csv", hours(0, 1, "%d"), Duration.ofSeconds(1));
        put(folder, "ahead.csv", hours(1, 2, "%d"), Duration.ofDays(-1));
        put(folder, "copy.csv.part", hours(2, 3, "%d"), MINUTE);
        put(folder, ".hidden.csv", hours(3, 4, "%d"), MINUTE);
        try (Ledger ledger = GatewayFixture.ledger(directory.resolve("ledger"), "kWh", "PT1H", ZoneOffset.UTC)) {
            List<TakenFile> taken = forward(directory, ledger, FolderDisk.REAL);

            assertThat(taken).extracting(TakenFile::name).containsExactly("ahead.csv", "now.csv");
            assertThat(taken.get(0)).isInstanceOf(TakenFile.Stored.class);
            assertThat(taken.get(1))
                    .isEqualTo(new TakenFile.Waits("now.csv", "it was written to within the last two seconds"));
        }
        assertThat(names(folder)).containsExactly(".hidden.csv", "copy.csv.part", "now.csv");
    }

    @Test
    void a_second_file_of_the_same_name_gets_a_number() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("meters"));
        try (Ledger ledger = GatewayFixture.ledger(directory.resolve("ledger"), "kWh", "PT1H", ZoneOffset.UTC)) {
            for (int hour = 0; hour < 3; hour++) {
                put(folder, "day.csv", hours(hour, hour + 1, "%d"), MINUTE);
                forward(directory, ledger, FolderDisk.REAL);
            }
        }
        assertThat(names(folder.resolve("done"))).containsExactly("day-2.csv", "day-3.csv", "day.csv");
    }

    @Test
    void a_meter_that_is_not_known_waits_for_the_ledger_only_while_that_is_away() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("meters"));
        put(folder, "day.csv", "meter,start,value\nnew,2026-10-01T00:00:00Z,1\n", MINUTE);
        try (Ledger ledger = GatewayFixture.ledger(directory.resolve("ledger"), "kWh", "PT1H", ZoneOffset.UTC);
                Outbox outbox = Outbox.open(directory.resolve("outbox"), GatewayFixture.CLOCK)) {
            Path memory = directory.resolve("memory.json");
            RememberedLedger.of(ledger, OPERATOR.member()).keepIn(memory);
            RememberedLedger known = RememberedLedger.in(memory).orElseThrow();
            assertThat(RememberedLedger.id(known)).isEqualTo(ledger.id());
            assertThat(RegisteredMeters.on(known).find(METER))
                    .isEqualTo(RegisteredMeters.on(ledger).find(METER))
                    .isPresent();
            EdgeGateway gateway = new EdgeGateway(ledger.id(), OPERATOR, GatewayFixture.CLOCK, outbox);
            MeterFolder meters =
                    new MeterFolder(folder, ColumnChoice.fromHeader(), Thresholds.standard(), GatewayFixture.CLOCK);

            assertThat(meters.take(gateway, RegisteredMeters.on(known), true))
                    .singleElement()
                    .isInstanceOf(TakenFile.Waits.class);
            assertThat(names(folder)).containsExactly("day.csv");
            assertThat(meters.take(gateway, RegisteredMeters.on(ledger), false))
                    .singleElement()
                    .isInstanceOf(TakenFile.Refused.class);
        }
        assertThat(names(folder.resolve("refused"))).containsExactly("day.csv", "day.csv.why");
    }

    @Test
    void rows_that_are_left_out_are_told_beside_the_file() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("meters"));
        put(folder, "day.csv", hours(0, 2, "%d") + "yesterday,7\n", MINUTE);
        try (Ledger ledger = GatewayFixture.ledger(directory.resolve("ledger"), "kWh", "PT1H", ZoneOffset.UTC);
                Outbox outbox = Outbox.open(directory.resolve("outbox"), GatewayFixture.CLOCK)) {
            new MeterFolder(
                            folder,
                            choice(METER).puttingAsideWhatDoesNotFit(),
                            Thresholds.standard(),
                            GatewayFixture.CLOCK)
                    .take(
                            new EdgeGateway(ledger.id(), OPERATOR, GatewayFixture.CLOCK, outbox),
                            RegisteredMeters.on(ledger),
                            false);
        }
        assertThat(folder.resolve("done/day.csv.aside")).content().startsWith("day.csv:4: 'yesterday' is not a time");
    }

    private static List<TakenFile> forward(Path at, Ledger ledger, FolderDisk disk) {
        try (Outbox outbox = Outbox.open(at.resolve("outbox"), GatewayFixture.CLOCK)) {
            EdgeGateway gateway = new EdgeGateway(ledger.id(), OPERATOR, GatewayFixture.CLOCK, outbox);
            List<TakenFile> taken = new MeterFolder(
                            at.resolve("meters"), choice(METER), Thresholds.standard(), GatewayFixture.CLOCK, disk)
                    .take(gateway, RegisteredMeters.on(ledger), false);
            assertThat(gateway.forward(ledger).refused()).isEmpty();
            return taken;
        }
    }

    private static ColumnChoice choice(MeterId meter) {
        return ColumnChoice.ofMeter(meter);
    }

    private static String hours(int from, int to, String value) {
        StringBuilder rows = new StringBuilder("start,value\n");
        for (int hour = from; hour < to; hour++) {
            rows.append(DAY.atTime(hour, 0).toInstant(ZoneOffset.UTC))
                    .append(',')
                    .append(String.format(Locale.ROOT, value, hour))
                    .append('\n');
        }
        return rows.toString();
    }

    private static void put(Path folder, String name, String text, Duration ago) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(
                file, FileTime.from(GatewayFixture.CLOCK.instant().minus(ago)));
    }

    private static long recorded(Ledger ledger) {
        long count = 0;
        for (long number = 0; number < ledger.height(); number++) {
            count += ledger.block(number).orElseThrow().transactions().stream()
                    .filter(transaction -> transaction.body().payload() instanceof RecordReadings)
                    .count();
        }
        return count;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
