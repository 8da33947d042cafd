package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.validation.Flag;
import io.smartblocks.ledger.transaction.MeterId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Understands the rows of one file one by one, and reports each field that it does not understand. */
final class RowReader {

    private static final Map<String, String> QUALITIES =
            Map.of("", "A", "a", "A", "actual", "A", "e", "E", "estimated", "E", "c", "C", "corrected", "C");

    private final ReadingsHeader header;
    private final ColumnChoice choice;
    private final RegisteredMeters registered;
    private final Problems problems;
    private final TimeReader times;
    private final ValueReader values;
    private final Map<String, Optional<RegisteredMeter>> meters = new HashMap<>();

    RowReader(ReadingsHeader header, ColumnChoice choice, RegisteredMeters registered, Problems problems) {
        this.header = header;
        this.choice = choice;
        this.registered = registered;
        this.problems = problems;
        this.times = new TimeReader(problems);
        this.values = new ValueReader(problems);
    }

    /** The reading of a row, unless something is wrong with it; what is wrong has then been reported. */
    Optional<RawReading> read(long line, List<String> fields) {
        if (!hasTheWidth(line, fields)) {
            return Optional.empty();
        }
        Optional<RegisteredMeter> meter = meter(line, fields);
        Optional<Instant> start = times.time(line, fields.get(header.time()).strip());
        String written = fields.get(header.value()).strip();
        boolean missing = ValueReader.isMissing(written);
        Optional<BigDecimal> value =
                missing ? Optional.empty() : meter.flatMap(m -> values.number(line, written, unit(fields, m), m));
        Optional<String> quality = quality(line, field(fields, header.quality()));
        if (meter.isEmpty() || start.isEmpty() || quality.isEmpty() || (value.isEmpty() && !missing)) {
            return Optional.empty();
        }
        return times.end(line, start.get(), field(fields, header.end()), field(fields, header.interval()))
                .map(end -> new RawReading(
                        line, meter.get(), start.get(), end, value, quality.get(), flag(missing, quality.get())));
    }

    private static char flag(boolean missing, String quality) {
        return !missing && quality.equals("E") ? Flag.ESTIMATED.letter() : Flag.NONE;
    }

    /** A field too many is often a decimal comma, and would be lost without a word. */
    private boolean hasTheWidth(long line, List<String> fields) {
        int needed = Math.max(header.time(), header.value()) + 1;
        boolean tooShort = fields.size() < needed;
        boolean tooLong = fields.stream().skip(header.width()).anyMatch(field -> !field.isBlank());
        if (tooShort || tooLong) {
            problems.add(
                    tooShort ? "row-too-short" : "row-too-long",
                    line,
                    "the row has " + fields.size() + (fields.size() == 1 ? " field" : " fields"),
                    (tooShort ? "at least " + needed : header.width()) + " as in the header",
                    "Complete the row or take it out; a number with a decimal comma stands in quotes or, better, has"
                            + " a point.");
        }
        return !tooShort && !tooLong;
    }

    private Optional<RegisteredMeter> meter(long line, List<String> fields) {
        String written = field(fields, header.meter());
        String id = written.isEmpty() ? choice.meter().map(MeterId::value).orElse("") : written;
        return meters.computeIfAbsent(id, unseen -> known(line, unseen));
    }

    private Optional<RegisteredMeter> known(long line, String written) {
        Optional<MeterId> id = id(written);
        Optional<RegisteredMeter> found = id.flatMap(registered::find);
        if (found.isEmpty()) {
            problems.add(
                    "unknown-meter",
                    line,
                    written.isEmpty() ? "no meter is named" : "the meter '" + written + "' is not registered",
                    "a meter that stands on the ledger",
                    "Register the meter first, or correct its id.");
        } else if (choice.meter()
                .filter(chosen -> !id.equals(Optional.of(chosen)))
                .isPresent()) {
            problems.add(
                    "other-meter",
                    line,
                    "the file holds readings of meter '" + written + "'",
                    "only readings of meter '" + choice.meter().get() + "', as named when importing",
                    "Leave the meter to the file, or take the other readings out.");
            return Optional.empty();
        }
        return found;
    }

    private static Optional<MeterId> id(String written) {
        try {
            return Optional.of(new MeterId(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String unit(List<String> fields, RegisteredMeter meter) {
        String inRow = field(fields, header.unit());
        return inRow.isEmpty() ? choice.unit().or(header::unitInHeader).orElse(meter.unit()) : inRow;
    }

    private Optional<String> quality(long line, String written) {
        Optional<String> letter = Optional.ofNullable(QUALITIES.get(written.toLowerCase(Locale.ROOT)));
        if (letter.isEmpty()) {
            problems.add(
                    "unknown-quality",
                    line,
                    "'" + written + "' is not a quality",
                    "A for actual, E for estimated, C for corrected, or nothing",
                    "Translate the quality codes of the file to these letters.");
        }
        return letter;
    }

    private static String field(List<String> fields, OptionalInt column) {
        return column.isPresent() && column.getAsInt() < fields.size()
                ? fields.get(column.getAsInt()).strip()
                : "";
    }
}
