package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each clause did in the last settled period, to stand in the margin of the text. */
final class ClauseNotes {

    /** The sum of a clause's payments and the way to why. */
    record Note(String figure, String words, String link) {}

    private ClauseNotes() {}

    static Map<String, Note> of(SettlementRecord record, Words say) {
        Statement statement =
                Settlement.fromJson(record.settlement().statement().getBytes(StandardCharsets.UTF_8));
        Map<String, Note> notes = new LinkedHashMap<>();
        List<Line> lines = statement.lines();
        for (int i = 0; i < lines.size(); i++) {
            String clause = lines.get(i).clause();
            String link = SettlementRows.link(record.settlement()) + "#why-" + i;
            notes.computeIfAbsent(
                    clause,
                    number -> new Note(
                            say.number(sum(lines, number)) + ' ' + statement.currency(),
                            say.message("agreement.note"),
                            link));
        }
        return notes;
    }

    private static BigDecimal sum(List<Line> lines, String clause) {
        return lines.stream()
                .filter(line -> line.clause().equals(clause))
                .map(Line::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
