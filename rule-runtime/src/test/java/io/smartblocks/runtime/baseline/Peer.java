package io.smartblocks.runtime.baseline;

import io.smartblocks.runtime.SharedFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Files of a peer's results and of the readings behind them, read where they stand. */
@NullMarked
final class Peer {

    static final String CALTRACK = "cases/metering/golden/caltrack";
    static final String NMECR = "cases/metering/golden/nmecr";
    static final String DATA = "cases/metering/data";

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/yy HH:mm");

    private Peer() {}

    static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(SharedFiles.text(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file as maps by the names of its columns. */
    static List<Map<String, String>> table(String path) {
        Path file = SharedFiles.path(path);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = path.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> names = List.of(reader.readLine().split(",", -1));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An instant as any of the peers writes one. */
    static Instant instant(String text) {
        if (text.contains("/")) {
            return LocalDateTime.parse(text, AMERICAN).toInstant(ZoneOffset.UTC);
        }
        String iso = text.replace(' ', 'T');
        boolean zoned = iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:\\d\\d$");
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    static @Nullable BigDecimal number(String text) {
        return text.isBlank() || text.equals("nan") ? null : new BigDecimal(text);
    }

    /** Hourly temperatures behind a vector, in °F. */
    static TreeMap<Instant, BigDecimal> temperatures(JsonNode vector) {
        String id = vector.path("id").asString();
        TreeMap<Instant, BigDecimal> temperatures = new TreeMap<>();
        if (id.startsWith("nmecr")) {
            for (Map<String, String> row : table(DATA + "/nmecr/data_temp_daily_degF.csv")) {
                Instant day = Instant.ofEpochSecond(
                        Math.floorDiv(instant(row.get("time")).getEpochSecond(), 86400) * 86400);
                for (int hour = 0; hour < 24; hour++) {
                    temperatures.put(day.plus(Duration.ofHours(hour)), new BigDecimal(row.get("temp")));
                }
            }
        } else if (id.startsWith("rmv2")) {
            List.of("pre", "post")
                    .forEach(part -> table(DATA + "/rmv2/Data_" + part + "_1_2.csv.gz").stream()
                            .filter(row -> !row.get("time").equals("NA"))
                            .forEach(row -> put(temperatures, row.get("time"), fahrenheit(row.get("Temp")))));
        } else {
            String file = vector.path("provenance").path("temperature").asString("il-tempF.csv.gz");
            boolean celsius = file.contains("tempC");
            table(DATA + "/eemeter-samples/" + file).forEach(row -> {
                String value = row.get(celsius ? "tempC" : "tempF");
                put(temperatures, row.get("dt"), celsius ? fahrenheit(value) : number(value));
            });
        }
        return temperatures;
    }

    private static void put(TreeMap<Instant, BigDecimal> into, String at, @Nullable BigDecimal value) {
        if (value != null) {
            into.put(instant(at), value);
        }
    }

    private static @Nullable BigDecimal fahrenheit(String celsius) {
        BigDecimal value = number(celsius);
        return value == null ? null : value.multiply(new BigDecimal("1.8")).add(BigDecimal.valueOf(32));
    }
}
