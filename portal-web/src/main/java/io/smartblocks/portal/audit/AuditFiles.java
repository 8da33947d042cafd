package io.smartblocks.portal.audit;

import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Table;
import io.smartblocks.portal.document.Table.Cell;
import io.smartblocks.portal.document.TableFiles;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The audit log as a file: what the filter shows, newest first, with all that the hash of an entry is made of. */
@Component
class AuditFiles {

    private static final int MOST = 50_000;
    private static final List<String> COLUMNS = List.of(
            "number",
            "at",
            "who",
            "role",
            "address",
            "act",
            "subject",
            "outcome",
            "reason",
            "before",
            "after",
            "transaction",
            "previous",
            "hash");

    private final EntryRows rows;
    private final Words say;

    AuditFiles(EntryRows rows, Words say) {
        this.rows = rows;
        this.say = say;
    }

    byte[] made(AuditFilter filter, DocumentFormat format) {
        Table table = table(filter);
        return format == DocumentFormat.CSV ? TableFiles.csv(table) : TableFiles.xlsx(List.of(table));
    }

    /** Says so in its last row where there is more than one file holds. */
    private Table table(AuditFilter filter) {
        List<Entry> entries = rows.newest(filter, Long.MAX_VALUE, MOST + 1);
        List<List<Cell>> cells = new ArrayList<>();
        entries.stream().limit(MOST).map(AuditFiles::cells).forEach(cells::add);
        if (entries.size() > MOST) {
            cells.add(COLUMNS.stream()
                    .map(column ->
                            text(column.equals("number") ? say.message("audit.file.more", say.number(MOST)) : ""))
                    .toList());
        }
        return new Table(
                "audit",
                COLUMNS.stream()
                        .map(column -> say.message("audit.column." + column))
                        .toList(),
                cells);
    }

    static List<Cell> cells(Entry entry) {
        Entry.Content content = entry.content();
        return List.of(
                whole(content.number()),
                text(content.at().toString()),
                text(content.who()),
                text(content.role()),
                text(content.address()),
                text(content.act()),
                text(content.subject()),
                text(content.outcome()),
                text(content.reason()),
                text(content.before()),
                text(content.after()),
                text(content.transaction()),
                text(content.previous().value()),
                text(entry.hash().value()));
    }
}
