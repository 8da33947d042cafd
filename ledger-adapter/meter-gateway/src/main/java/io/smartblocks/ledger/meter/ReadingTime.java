package io.smartblocks.ledger.meter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as a meter file writes it: an instant when it carries its offset, and what is amiss when it does not. */
sealed interface ReadingTime {

    /** A time that names one instant. */
    record At(Instant instant) implements ReadingTime {}

    /** A local time, which names no instant and in autumn may name two. */
    record WithoutOffset() implements ReadingTime {}

    /** Text that is no time. */
    record NotATime() implements ReadingTime {}

    Pattern SHAPE = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)\\s?(Z|[+-]\\d{2}(?::?\\d{2})?)?");
    Pattern ONLY_A_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    static ReadingTime of(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return ONLY_A_DATE.matcher(text).matches() ? new WithoutOffset() : new NotATime();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(shape.group(1) + "T" + shape.group(2));
            String offset = shape.group(3);
            return offset == null ? new WithoutOffset() : new At(local.toInstant(ZoneOffset.of(offset)));
        } catch (DateTimeException e) {
            return new NotATime();
        }
    }
}
