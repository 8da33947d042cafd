package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.transaction.MeterId;
import java.util.Optional;

/**
 * What the caller says of a file beyond what stands in it.
 *
 * @param meter the meter that it belongs to, if it does not say
 * @param timeColumn the column of a CSV file with the starts
 * @param valueColumn the column of a CSV file with the readings
 * @param unit the unit of its values, if it does not say
 * @param usagePoint the usage point of a Green Button file, by number, title or address
 * @param reading the series of a Green Button file, by number, title or address
 * @param puttingAside whether rows that cannot be recorded are listed and left out, where otherwise the whole file is refused
 */
public record ColumnChoice(
        Optional<MeterId> meter,
        Optional<String> timeColumn,
        Optional<String> valueColumn,
        Optional<String> unit,
        Optional<String> usagePoint,
        Optional<String> reading,
        boolean puttingAside) {

    /** Everything is read from the header. */
    public static ColumnChoice fromHeader() {
        return of(Optional.empty());
    }

    /** A file that holds the readings of one meter and does not name it. */
    public static ColumnChoice ofMeter(MeterId meter) {
        return of(Optional.of(meter));
    }

    private static ColumnChoice of(Optional<MeterId> meter) {
        return new ColumnChoice(
                meter, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    public ColumnChoice timeIn(String column) {
        return new ColumnChoice(meter, Optional.of(column), valueColumn, unit, usagePoint, reading, puttingAside);
    }

    public ColumnChoice valueIn(String column) {
        return new ColumnChoice(meter, timeColumn, Optional.of(column), unit, usagePoint, reading, puttingAside);
    }

    public ColumnChoice in(String newUnit) {
        return new ColumnChoice(
                meter, timeColumn, valueColumn, Optional.of(newUnit), usagePoint, reading, puttingAside);
    }

    public ColumnChoice atUsagePoint(String point) {
        return new ColumnChoice(meter, timeColumn, valueColumn, unit, Optional.of(point), reading, puttingAside);
    }

    public ColumnChoice ofReading(String series) {
        return new ColumnChoice(meter, timeColumn, valueColumn, unit, usagePoint, Optional.of(series), puttingAside);
    }

    /** The same, with rows that cannot be recorded put aside. */
    public ColumnChoice puttingAsideWhatDoesNotFit() {
        return new ColumnChoice(meter, timeColumn, valueColumn, unit, usagePoint, reading, true);
    }
}
