package io.smartblocks.portal.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Prints things as rows below a header, each column as wide as its widest entry. */
final class Table<T> {

    private final List<String> header = new ArrayList<>();
    private final List<Function<T, String>> columns = new ArrayList<>();

    /** The same table with one more column on the right. */
    Table<T> with(String heading, Function<T, String> entry) {
        header.add(heading);
        columns.add(entry);
        return this;
    }

    /** The rows, or in their place the words for none. */
    void print(PrintWriter out, List<T> things, String none) {
        if (things.isEmpty()) {
            out.println(none);
            return;
        }
        List<List<String>> rows = new ArrayList<>(List.of(header));
        things.forEach(thing ->
                rows.add(columns.stream().map(column -> column.apply(thing)).toList()));
        int[] widths = IntStream.range(0, header.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(row.get(column))
                    .append(" ".repeat(widths[column] - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
