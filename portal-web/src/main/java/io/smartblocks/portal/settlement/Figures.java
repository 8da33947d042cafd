package io.smartblocks.portal.settlement;

import static java.util.stream.Collectors.joining;

import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.settlement.TermValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the figures of a statement for its reader. */
record Figures(Words say) {

    private static final int MOMENTS = 6;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** A value with its unit, as the statement shows it. */
    public String shown(TermValue value) {
        return (number(value.shown()) + ' ' + value.unit()).strip();
    }

    /** The first moments of a list. */
    public String moments(List<String> moments) {
        String first = moments.stream().limit(MOMENTS).map(this::moment).collect(joining(", "));
        return moments.size() > MOMENTS ? say.message("why.moments.more", first, moments.size() - MOMENTS) : first;
    }

    private String number(String shown) {
        return DECIMAL.matcher(shown).matches() ? say.plain(new BigDecimal(shown)) : shown;
    }

    private String moment(String moment) {
        try {
            Instant at = OffsetDateTime.parse(moment).toInstant();
            boolean wholeDay = at.atZone(say.zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
            return wholeDay ? say.day(say.dayOf(at)) : say.moment(at);
        } catch (DateTimeParseException e) {
            return moment;
        }
    }
}
