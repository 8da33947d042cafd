package io.smartblocks.ledger.meter.validation;

import io.smartblocks.ledger.transaction.MeterId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One thing that is remarkable about one reading. */
public record Finding(Flag flag, MeterId meter, Instant start, ZoneId zone, String words) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx");

    /** The finding as one line, with the local time of the meter. */
    public String text() {
        return meter + " at " + LOCAL.format(start.atZone(zone)) + ": " + words;
    }
}
