package io.smartblocks.portal.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A table that is written as a file: its name, its columns, whose units stand in the heads, and its rows. */
public record Table(String name, List<String> head, List<List<Cell>> rows) {
    public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** One cell. */
    public sealed interface Cell {

        /** A word or sentence. */
        record Text(String text) implements Cell {}

        /** A figure with its digits. */
        record Figure(BigDecimal figure) implements Cell {}

        /** A day. */
        record Day(LocalDate day) implements Cell {}
    }

    public static Cell text(String text) {
        return new Cell.Text(text);
    }

    public static Cell figure(BigDecimal figure) {
        return new Cell.Figure(figure);
    }

    public static Cell whole(long figure) {
        return new Cell.Figure(BigDecimal.valueOf(figure));
    }

    public static Cell day(LocalDate day) {
        return new Cell.Day(day);
    }
}
