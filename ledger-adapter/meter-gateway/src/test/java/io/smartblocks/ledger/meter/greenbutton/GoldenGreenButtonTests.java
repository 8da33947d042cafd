package io.smartblocks.ledger.meter.greenbutton;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.meter.SharedCases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line that another reader of Green Button printed of the same files. */
class GoldenGreenButtonTests {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx");
    private static final Map<String, String> ENERGY = Map.of("Wh", "Real energy", "therm", "Energy");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abridged/electric_containerized",
                "abridged/gas_direct",
                "electricity/TestGBDataHourlyNineDaysBinnedDaily",
                "natural_gas/ngma_natural_gas_billing_billing_data_Service_1_1_2021-05-26_to_2024-04-25"
            })
    void each_reading_has_the_start_length_value_and_cost_that_another_reader_found(String name) throws IOException {
        Path golden = SharedCases.golden("greenbutton/" + name + ".txt");
        Path data = SharedCases.file("greenbutton/" + name + ".xml");

        List<String> lines = printed(GreenButtonFile.of(() -> Files.newInputStream(data)));

        assertThat(lines)
                .containsExactlyElementsOf(Files.readAllLines(golden).stream()
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    /** The file as the other reader prints it. */
    private static List<String> printed(GreenButtonFile file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (UsagePoint point : file.contents().usagePoints()) {
            for (Series series : point.series()) {
                ReadingType type = series.type().orElseThrow();
                lines.add("UsagePoint (%s) Service: %s (-1) Meter Reading (%s) %s:"
                        .formatted(
                                point.title(),
                                point.service().toUpperCase(Locale.ROOT),
                                series.title(),
                                ENERGY.get(type.unit())));
                file.readings(series, reading -> lines.add(line(reading, type)));
            }
        }
        return lines;
    }

    private static String line(IntervalReading reading, ReadingType type) {
        assertThat(reading.fault()).isEmpty();
        String start = START.format(reading.start().orElseThrow().atOffset(ZoneOffset.UTC));
        String value =
                type.inUnit(reading.value().orElseThrow()).stripTrailingZeros().toPlainString();
        String cost = reading.cost().map(GoldenGreenButtonTests::money).orElse("");
        String quality = reading.quality().map(said -> " [" + said + "]").orElse("");
        return "    %s, %s: %s %s%s%s"
                .formatted(start, length(reading.duration().orElseThrow()), value, type.unit(), cost, quality);
    }

    private static String length(Duration duration) {
        String rest =
                "%d:%02d:%02d".formatted(duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart());
        return duration.toDays() == 0 ? rest : duration.toDays() + " days, " + rest;
    }

    private static String money(BigDecimal cost) {
        BigDecimal plain = cost.stripTrailingZeros();
        return "($" + (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString() + ")";
    }
}
