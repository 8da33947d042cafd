package io.smartblocks.portal.document;

import io.smartblocks.portal.document.Table.Cell;
import java.util.List;
import java.util.stream.Stream;

/** A table whose rows come one after the other while it is written, so that it may be longer than memory. */
public record LongTable(String name, List<String> head, Stream<List<Cell>> rows) {

    public LongTable {
        head = List.copyOf(head);
    }

    static LongTable of(Table table) {
        return new LongTable(table.name(), table.head(), table.rows().stream());
    }
}
