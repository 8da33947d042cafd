package io.smartblocks.runtime.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The hours of a year of load or generation, where they stand beside the project. */
final class Profiles {

    /** Digits after the point that are kept; the sum of a month then differs by less than a millionth. */
    static final int SCALE = 10;

    static final int HOURS = 8760;

    private static final BigDecimal CLOSE = new BigDecimal("0.00001");
    private static final Map<Path, List<BigDecimal>> READ = new ConcurrentHashMap<>();

    private Profiles() {}

    /** The folder of real cases; skips the test where it is absent, but never in CI. */
    static Path folder(String path) {
        Path folder = Path.of(System.getProperty("smartblocks.shared", "../../shared"), "cases", "metering");
        if ("true".equals(System.getenv("CI"))) {
            assertThat(folder).isDirectory();
        }
        assumeThat(folder).as("the folder shared/cases beside the project").isDirectory();
        return folder.resolve(path);
    }

    static List<BigDecimal> named(String name) {
        return read(folder("data/ssc-profiles").resolve(name + "_8760.csv.gz"));
    }

    /**
     * The profile whose months add up to these figures, if it is among those that are there. The peer's reader leaves out
     * the first hour of a generation profile, so one without it counts as well.
     */
    static Optional<List<BigDecimal>> adding(String kind, List<BigDecimal> months) {
        try (Stream<Path> files = Files.list(folder("data/ssc-profiles"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind))
                    .sorted()
                    .map(Profiles::read)
                    .flatMap(profile -> Stream.of(profile, withoutFirst(profile)))
                    .filter(profile -> addsUp(profile, months))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BigDecimal> withoutFirst(List<BigDecimal> profile) {
        List<BigDecimal> without = new ArrayList<>(profile);
        without.set(0, BigDecimal.ZERO);
        return without;
    }

    private static boolean addsUp(List<BigDecimal> profile, List<BigDecimal> months) {
        int hour = 0;
        for (int month = 0; month < 12; month++) {
            int hours = 24 * java.time.YearMonth.of(TariffText.YEAR, month + 1).lengthOfMonth();
            BigDecimal sum = profile.subList(hour, hour + hours).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.subtract(months.get(month)).abs().compareTo(CLOSE) > 0) {
                return false;
            }
            hour += hours;
        }
        return true;
    }

    private static List<BigDecimal> read(Path file) {
        return READ.computeIfAbsent(file, Profiles::unpacked);
    }

    private static List<BigDecimal> unpacked(Path file) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            List<BigDecimal> values = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> new BigDecimal(line.strip()).setScale(SCALE, RoundingMode.HALF_EVEN))
                    .toList();
            assertThat(values).as(file.toString()).hasSize(HOURS);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
