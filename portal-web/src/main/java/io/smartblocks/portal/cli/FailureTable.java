package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;

import io.smartblocks.portal.cli.TestCommand.Failure;
import io.smartblocks.portal.cli.TestCommand.Reason;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Prints the expectations that were not met: expected beside actual, one below the other where the terminal is too narrow,
 * and below them why, with the figures and sentences that the outcome rests on.
 */
record FailureTable(PrintWriter out, int width) {

    private static final String INDENT = "       ";

    void print(List<Failure> failures) {
        List<List<String>> rows = new ArrayList<>();
        boolean differ =
                failures.stream().anyMatch(failure -> failure.difference().isPresent());
        rows.add(row("line", "expected", "actual", differ ? "difference" : ""));
        failures.forEach(failure -> rows.add(row(
                Integer.toString(failure.line()),
                failure.expected(),
                failure.actual(),
                failure.difference().orElse(""))));
        List<Integer> widths = IntStream.range(0, 4)
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        int whole = INDENT.length()
                + 6
                + widths.stream().mapToInt(Integer::intValue).sum();
        if (whole <= width) {
            rows.forEach(row -> beside(row, widths));
        } else {
            failures.forEach(this::below);
        }
        reasons(failures);
    }

    private static List<String> row(String line, String expected, String actual, String difference) {
        return List.of(line, expected, actual, difference);
    }

    private void beside(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder(INDENT).append(("%" + widths.get(0) + "s").formatted(row.get(0)));
        for (int column = 1; column < row.size(); column++) {
            line.append("  ").append(("%-" + Math.max(1, widths.get(column)) + "s").formatted(row.get(column)));
        }
        out.println(line.toString().stripTrailing());
    }

    private void below(Failure failure) {
        out.println(INDENT + "line " + failure.line());
        wrapped("  expected    ", failure.expected());
        wrapped("  actual      ", failure.actual());
        failure.difference().ifPresent(difference -> wrapped("  difference  ", difference));
    }

    /** Words after a label, on as many lines as the width asks for. */
    private void wrapped(String label, String words) {
        String margin = INDENT + " ".repeat(label.length());
        StringBuilder line = new StringBuilder(INDENT).append(label);
        boolean empty = true;
        for (String word : words.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                out.println(line);
                line = new StringBuilder(margin);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line);
    }

    /** Each reason once, with the lines that share it. */
    private void reasons(List<Failure> failures) {
        Map<String, TreeSet<Integer>> lines = new LinkedHashMap<>();
        failures.forEach(failure -> lines.computeIfAbsent(failure.message(), message -> new TreeSet<>())
                .add(failure.line()));
        lines.forEach((message, at) -> {
            String where = at.stream().map(Object::toString).collect(joining(", "));
            wrapped((at.size() == 1 ? "line " : "lines ") + where + ": ", message);
        });
        Map<String, Reason> trace = new LinkedHashMap<>();
        failures.forEach(failure -> failure.trace().forEach(reason -> trace.putIfAbsent(reason.toString(), reason)));
        if (!trace.isEmpty()) {
            out.println(INDENT + "how this came about:");
            trace.values().forEach(this::reason);
        }
    }

    private void reason(Reason reason) {
        wrapped("  ", "%s: %s".formatted(reason.what(), reason.value()));
        wrapped("    line " + reason.line() + ": ", reason.sentence());
    }
}
