package io.smartblocks.ledger.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which column of a meter file means what. */
record ReadingsHeader(
        int time,
        OptionalInt end,
        OptionalInt interval,
        OptionalInt meter,
        int value,
        OptionalInt unit,
        OptionalInt quality,
        Optional<String> unitInHeader) {

    private static final Set<String> TIME = Set.of("start", "time", "timestamp", "dt");
    private static final Pattern WITH_UNIT =
            Pattern.compile("(.*?)\\s*[\\[(]\\s*([^\\])]+?)\\s*[\\])]\\s*|value\\s+(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    /** The columns of a file by its header, with the first row of figures to tell numbers from words. */
    static Optional<ReadingsHeader> of(
            List<String> names, List<String> firstRow, ColumnChoice choice, Problems problems) {
        OptionalInt time = choice.timeColumn()
                .map(name -> column(names, name::equals))
                .orElseGet(() -> column(names, n -> TIME.contains(n.toLowerCase(Locale.ROOT))));
        OptionalInt end = column(names, "end"::equalsIgnoreCase);
        OptionalInt interval = column(names, "interval"::equalsIgnoreCase);
        OptionalInt meter = column(names, "meter"::equalsIgnoreCase);
        OptionalInt unit = column(names, "unit"::equalsIgnoreCase);
        OptionalInt quality = column(names, "quality"::equalsIgnoreCase);
        List<OptionalInt> taken = List.of(time, end, interval, meter, unit, quality);
        OptionalInt value = choice.valueColumn()
                .map(name -> column(names, name::equals))
                .orElseGet(() -> valueColumn(names, firstRow, taken));
        report(names, time, value, meter, choice, problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> headerUnit = unitOf(names.get(value.getAsInt()));
        return Optional.of(
                new ReadingsHeader(time.getAsInt(), end, interval, meter, value.getAsInt(), unit, quality, headerUnit));
    }

    private static OptionalInt column(List<String> names, Predicate<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.test(names.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt valueColumn(List<String> names, List<String> firstRow, List<OptionalInt> taken) {
        OptionalInt named = column(names, n -> bare(n).equalsIgnoreCase("value"));
        if (named.isPresent()) {
            return named;
        }
        List<Integer> numeric = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean free = !taken.contains(OptionalInt.of(i)) && !names.get(i).isEmpty();
            if (free
                    && i < firstRow.size()
                    && NUMBER.matcher(firstRow.get(i).strip()).matches()) {
                numeric.add(i);
            }
        }
        return numeric.size() == 1 ? OptionalInt.of(numeric.get(0)) : OptionalInt.empty();
    }

    private static String bare(String name) {
        Matcher matcher = WITH_UNIT.matcher(name);
        if (!matcher.matches()) {
            return name;
        }
        return matcher.group(1) == null ? "value" : matcher.group(1);
    }

    private static Optional<String> unitOf(String name) {
        Matcher matcher = WITH_UNIT.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
    }

    private static void report(
            List<String> names,
            OptionalInt time,
            OptionalInt value,
            OptionalInt meter,
            ColumnChoice choice,
            Problems problems) {
        String found = "the header names " + String.join(", ", names);
        if (time.isEmpty()) {
            problems.add(
                    "no-time-column",
                    1,
                    found,
                    choice.timeColumn()
                            .map(c -> "a column '" + c + "' with the start of each reading")
                            .orElse("a column start, time, timestamp or dt with the start of each reading"),
                    "Name the time column in the header or when importing.");
        }
        if (value.isEmpty()) {
            problems.add(
                    "no-value-column",
                    1,
                    found,
                    choice.valueColumn()
                            .map(c -> "a column '" + c + "' with the readings")
                            .orElse("a column value, or only one other column of numbers"),
                    "Name the value column in the header or when importing.");
        }
        if (meter.isEmpty() && choice.meter().isEmpty()) {
            problems.add(
                    "no-meter",
                    1,
                    found,
                    "a column meter, or the meter named when importing",
                    "Name the meter to which the readings belong.");
        }
    }
}
