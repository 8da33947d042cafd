package io.smartblocks.portal.settlement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.settlement.Part;
import io.smartblocks.runtime.settlement.TermValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the figures of a statement for its reader. */
record Figures(Words say) {

    private static final int MOMENTS = 16;
    private static final Pattern EXPLAINED = Pattern.compile("(about )?(-?[\\d,]+(?:\\.\\d+)?)");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** A value with its unit, as the statement shows it. */
    public String shown(TermValue value) {
        return (number(value.shown()) + ' ' + value.unit()).strip();
    }

    /** A figure as an explanation has it, {@code about 1,615.43}; what is no figure stays as it is. */
    public String figure(String shown) {
        Matcher figure = EXPLAINED.matcher(shown);
        if (!figure.matches()) {
            return shown;
        }
        String written = say.number(new BigDecimal(figure.group(2).replace(",", "")));
        return figure.group(1) == null ? written : say.message("amount.about", written);
    }

    /** When an amount is due: one sentence, or one for each part that a correction left on a day of its own. */
    public List<String> due(List<Part> parts) {
        return parts.size() == 1
                ? List.of(say.message("statement.due", say.longDay(parts.get(0).due())))
                : parts.stream()
                        .map(part ->
                                say.message("statement.due.part", say.number(part.amount()), say.longDay(part.due())))
                        .toList();
    }

    /** The first moments of a list, day by day; a list of midnights names days alone. */
    public String moments(List<String> moments) {
        List<ZonedDateTime> at = moments.stream()
                .map(moment -> OffsetDateTime.parse(moment).atZoneSameInstant(say.zone()))
                .toList();
        boolean wholeDays = at.stream().allMatch(moment -> moment.toLocalTime().equals(LocalTime.MIDNIGHT));
        Map<LocalDate, List<String>> days = at.stream()
                .limit(MOMENTS)
                .collect(groupingBy(
                        ZonedDateTime::toLocalDate,
                        TreeMap::new,
                        mapping(moment -> say.minute(moment.toInstant()), toList())));
        String first = days.entrySet().stream()
                .map(day -> say.day(day.getKey()) + (wholeDays ? "" : ", " + String.join(", ", day.getValue())))
                .collect(joining("; "));
        return at.size() > MOMENTS ? say.message("why.moments.more", first, at.size() - MOMENTS) : first;
    }

    private String number(String shown) {
        return DECIMAL.matcher(shown).matches() ? say.plain(new BigDecimal(shown)) : shown;
    }
}
