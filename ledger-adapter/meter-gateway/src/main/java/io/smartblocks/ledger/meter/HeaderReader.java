package io.smartblocks.ledger.meter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the columns of a meter file by its header, and reports those that are missing or cannot be told apart. */
final class HeaderReader {

    private static final Set<String> TIME = Set.of("start", "time", "timestamp", "dt");
    private static final Set<String> TAKEN = Set.of("end", "interval", "meter", "unit", "quality");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final List<String> names;
    private final ColumnChoice choice;
    private final Problems problems;

    HeaderReader(List<String> names, ColumnChoice choice, Problems problems) {
        this.names = names;
        this.choice = choice;
        this.problems = problems;
    }

    /** The columns, unless something is wrong; the first row of figures tells numbers from words. */
    Optional<ReadingsHeader> read(List<String> firstRow) {
        OptionalInt time = time();
        OptionalInt value = value(firstRow);
        OptionalInt meter = named("meter");
        if (meter.isEmpty() && choice.meter().isEmpty()) {
            report("no-meter", "a column meter, or the meter named when importing", "Name the meter of the readings.");
        }
        if (time.isEmpty() || value.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> unit = HeaderUnit.of(names.get(value.getAsInt())).unit();
        return unitsAgree(unit)
                ? Optional.of(new ReadingsHeader(
                        names.size(),
                        time.getAsInt(),
                        named("end"),
                        named("interval"),
                        meter,
                        value.getAsInt(),
                        named("unit"),
                        named("quality"),
                        unit))
                : Optional.empty();
    }

    private OptionalInt time() {
        String expected = choice.timeColumn()
                .map(c -> "one column '" + c + "' with the start of each reading")
                .orElse("one column start, time, timestamp or dt with the start of each reading");
        Predicate<String> isTime = choice.timeColumn()
                .<Predicate<String>>map(wanted -> wanted::equals)
                .orElse(name -> TIME.contains(name.toLowerCase(Locale.ROOT)));
        return only("time", columns(i -> isTime.test(names.get(i))), expected);
    }

    private OptionalInt value(List<String> firstRow) {
        if (choice.valueColumn().isPresent()) {
            String wanted = choice.valueColumn().get();
            return only(
                    "value",
                    columns(i -> names.get(i).equals(wanted)),
                    "one column '" + wanted + "' with the readings");
        }
        List<Integer> named = columns(i -> HeaderUnit.of(names.get(i)).name().equalsIgnoreCase("value"));
        List<Integer> free = columns(this::isFree);
        List<Integer> numbers = free.stream()
                .filter(i -> i < firstRow.size()
                        && NUMBER.matcher(firstRow.get(i).strip()).matches())
                .toList();
        List<Integer> unnamed = numbers.isEmpty() ? free : numbers;
        return only(
                "value", named.isEmpty() ? unnamed : named, "one column value, or only one other column of numbers");
    }

    private boolean isFree(int column) {
        String name = names.get(column).toLowerCase(Locale.ROOT);
        boolean isTime = choice.timeColumn().map(names.get(column)::equals).orElse(TIME.contains(name));
        return !name.isEmpty() && !isTime && !TAKEN.contains(name);
    }

    private OptionalInt only(String what, List<Integer> columns, String expected) {
        if (columns.size() == 1) {
            return OptionalInt.of(columns.get(0));
        }
        report(
                columns.isEmpty() ? "no-" + what + "-column" : "several-" + what + "-columns",
                expected,
                "Name the " + what + " column when importing.");
        return OptionalInt.empty();
    }

    private boolean unitsAgree(Optional<String> inHeader) {
        boolean agree = choice.unit().isEmpty()
                || inHeader.isEmpty()
                || ReadingUnit.canonical(choice.unit().get()).equals(ReadingUnit.canonical(inHeader.get()));
        if (!agree) {
            report(
                    "units-differ",
                    "readings in " + choice.unit().get() + ", as named when importing",
                    "Correct the header, or leave the unit to it.");
        }
        return agree;
    }

    private OptionalInt named(String name) {
        return columns(i -> names.get(i).equalsIgnoreCase(name)).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private List<Integer> columns(IntPredicate wanted) {
        return IntStream.range(0, names.size()).filter(wanted).boxed().toList();
    }

    private void report(String code, String expected, String mend) {
        problems.addOfTheWhole(code, 1, "the header names " + String.join(", ", names), expected, mend);
    }
}
