package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.transaction.MeterId;
import java.util.Optional;

/** What the caller says of a file beyond its header: the columns to use, the meter it belongs to, the unit of its values. */
public record ColumnChoice(
        Optional<MeterId> meter, Optional<String> timeColumn, Optional<String> valueColumn, Optional<String> unit) {

    /** Everything is read from the header. */
    public static ColumnChoice fromHeader() {
        return new ColumnChoice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A file that holds the readings of one meter and does not name it. */
    public static ColumnChoice ofMeter(MeterId meter) {
        return new ColumnChoice(Optional.of(meter), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ColumnChoice timeIn(String column) {
        return new ColumnChoice(meter, Optional.of(column), valueColumn, unit);
    }

    public ColumnChoice valueIn(String column) {
        return new ColumnChoice(meter, timeColumn, Optional.of(column), unit);
    }

    public ColumnChoice in(String newUnit) {
        return new ColumnChoice(meter, timeColumn, valueColumn, Optional.of(newUnit));
    }
}
