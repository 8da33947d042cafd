package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.validation.Flag;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the day pages of one meter, all with the one scale that keeps every digit of the file. */
final class MeterPages {

    // The largest whole number that canonical JSON may hold.
    private static final BigInteger LARGEST_UNSCALED = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);
    private static final int LARGEST_SCALE = 15;

    private final MeterReadings readings;
    private final Problems problems;

    MeterPages(MeterReadings readings, Problems problems) {
        this.readings = readings;
        this.problems = problems;
    }

    List<ReadingsPage> pages() {
        for (RawReading reading : placedValues()) {
            if (scale(reading) > LARGEST_SCALE) {
                reportTooFine(reading);
                readings.putAside(reading);
            }
        }
        int scale = placedValues().stream().mapToInt(MeterPages::scale).max().orElse(0);
        placedValues().stream().filter(reading -> isTooLong(reading, scale)).forEach(readings::putAside);
        List<ReadingsPage> pages = new ArrayList<>();
        readings.days().forEach((day, places) -> pages.add(page(day, places, scale)));
        // A day without any reading says nothing, and the ledger takes no page of it.
        pages.removeIf(page -> page.missing() == page.values().size());
        return pages;
    }

    private List<RawReading> placedValues() {
        return readings.days().values().stream()
                .flatMap(Arrays::stream)
                .filter(place -> place != null && place.value().isPresent())
                .toList();
    }

    private ReadingsPage page(LocalDate day, @Nullable RawReading[] places, int scale) {
        List<@Nullable Long> values = new ArrayList<>(places.length);
        StringBuilder quality = new StringBuilder(places.length);
        StringBuilder flags = new StringBuilder(places.length);
        for (RawReading place : places) {
            Optional<BigDecimal> value = Optional.ofNullable(place).flatMap(RawReading::value);
            values.add(
                    value.isPresent()
                            ? value.get().setScale(scale).unscaledValue().longValueExact()
                            : null);
            quality.append(place == null || value.isEmpty() ? "-" : place.quality());
            flags.append(place == null || value.isEmpty() ? Flag.NONE : place.flag());
        }
        RegisteredMeter meter = readings.meter();
        return new ReadingsPage(
                meter.id(),
                day,
                meter.zone(),
                readings.grid().startOf(day),
                meter.interval(),
                meter.unit(),
                scale,
                values,
                quality.toString(),
                Optional.of(flags.toString()).filter(all -> all.chars().anyMatch(flag -> flag != Flag.NONE)));
    }

    private static int scale(RawReading reading) {
        return reading.value()
                .map(value -> Math.max(0, value.stripTrailingZeros().scale()))
                .orElse(0);
    }

    private boolean isTooLong(RawReading reading, int scale) {
        boolean tooLong = reading.value()
                .filter(value -> value.setScale(scale).unscaledValue().abs().compareTo(LARGEST_UNSCALED) > 0)
                .isPresent();
        if (tooLong) {
            problems.add(
                    "too-many-digits",
                    reading.line(),
                    "with the " + scale + " decimals of this file the value " + reading.valueText()
                            + " has too many digits",
                    "at most 15 digits before and after the point together",
                    "Export the readings with fewer decimals, or in a larger unit.");
        }
        return tooLong;
    }

    private void reportTooFine(RawReading reading) {
        problems.add(
                "too-many-decimals",
                reading.line(),
                "the value " + reading.valueText() + " has " + scale(reading) + " decimals in "
                        + reading.meter().unit(),
                "at most " + LARGEST_SCALE + " decimals",
                "Export the readings with fewer decimals: they are kept exactly, so the file has to state them.");
    }
}
