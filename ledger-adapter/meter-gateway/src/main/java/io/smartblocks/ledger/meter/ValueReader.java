package io.smartblocks.ledger.meter;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands the figures of a file: the number as written, brought exactly to the unit of its meter. */
final class ValueReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[\\d.]*\\d,\\d+");
    private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null");

    private final Problems problems;
    private final Set<String> unitsReported = new HashSet<>();

    ValueReader(Problems problems) {
        this.problems = problems;
    }

    static boolean isMissing(String written) {
        return MISSING.contains(written.toLowerCase(Locale.ROOT));
    }

    Optional<BigDecimal> number(long line, String written, String unit, RegisteredMeter meter) {
        if (!NUMBER.matcher(written).matches()) {
            problems.add(
                    "not-a-number",
                    line,
                    "'" + written + "' is not a number",
                    "a decimal number such as 12.5, or nothing for a missing reading",
                    WITH_COMMA.matcher(written).matches()
                            ? "Write the decimals after a point, not after a comma."
                            : "Correct the value, or leave it empty if the reading is missing.");
            return Optional.empty();
        }
        return ReadingUnit.pointShift(ReadingUnit.canonical(unit), ReadingUnit.canonical(meter.unit()))
                .map(shift -> new BigDecimal(written).movePointRight(shift))
                .or(() -> wrongUnit(line, unit, meter));
    }

    private Optional<BigDecimal> wrongUnit(long line, String unit, RegisteredMeter meter) {
        if (unitsReported.add(meter.id().value() + ' ' + unit)) {
            problems.add(
                    "wrong-unit",
                    line,
                    "the readings of meter " + meter.id().value() + " are in '" + unit + "'",
                    "its registered unit " + meter.unit() + ", or one that converts to it exactly",
                    "Name the right unit in the header or when importing, or import to another meter.");
        }
        return Optional.empty();
    }
}
