package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Meters and files for the tests of the importer. */
final class ReadingsFileFixture {

    static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    static final MeterId QUARTER_HOURS = new MeterId("IE-9001/import");
    static final MeterId DAYS = new MeterId("IE-9001/daily");
    static final MeterId MONTHS = new MeterId("IE-9001/bill");
    static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private static final Map<MeterId, RegisteredMeter> METERS = Map.of(
            QUARTER_HOURS, new RegisteredMeter(QUARTER_HOURS, "kWh", new Interval("PT15M"), DUBLIN),
            DAYS, new RegisteredMeter(DAYS, "kWh", new Interval("P1D"), DUBLIN),
            MONTHS, new RegisteredMeter(MONTHS, "kWh", new Interval("P1M"), DUBLIN));

    private ReadingsFileFixture() {}

    static RegisteredMeters meters() {
        return id -> Optional.ofNullable(METERS.get(id));
    }

    static RegisteredMeters only(String id, String unit, String interval, String zone) {
        RegisteredMeter meter = new RegisteredMeter(new MeterId(id), unit, new Interval(interval), ZoneId.of(zone));
        return wanted -> Optional.of(meter).filter(m -> m.id().equals(wanted));
    }

    static Path file(Path folder, String name, List<String> lines) {
        try {
            return Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path packed(Path folder, String name, List<String> lines) {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
