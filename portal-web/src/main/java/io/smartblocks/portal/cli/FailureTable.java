package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;

import io.smartblocks.portal.cli.TestCommand.Failure;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Prints the expectations that were not met: expected beside actual, and below what is known about them. */
record FailureTable(PrintWriter out) {

    private static final String EXPECTED = "expected";

    void print(List<Failure> failures) {
        int width = failures.stream()
                .mapToInt(failure -> failure.expected().length())
                .reduce(EXPECTED.length(), Math::max);
        String row = "       %5s  %-" + width + "s  %s%n";
        out.printf(row, "line", EXPECTED, "actual");
        failures.forEach(failure -> out.printf(row, failure.line(), failure.expected(), failure.actual()));
        reasons(failures);
    }

    /** Each reason once, with the lines that share it. */
    private void reasons(List<Failure> failures) {
        Map<String, TreeSet<Integer>> lines = new LinkedHashMap<>();
        failures.forEach(failure -> lines.computeIfAbsent(failure.message(), message -> new TreeSet<>())
                .add(failure.line()));
        lines.forEach((message, at) -> out.printf(
                "       %s %s: %s%n",
                at.size() == 1 ? "line" : "lines",
                at.stream().map(Object::toString).collect(joining(", ")),
                message));
    }
}
