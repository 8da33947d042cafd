package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.evidence.SettledDuty;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Part;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an agreement's settlements made due, each statement read once: what is committed never changes. */
final class SettledBefore {

    private static final int KEPT = 10_000;

    private final ReadModel model;
    private final Map<SettlementId, Period> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SettlementId, Period> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * What one settlement made due, and under which clauses each of its documents stands.
     *
     * @param parts where corrections let parts of a document fall due on different days, up to which sum each is paid
     */
    record Period(
            SettlementId id,
            LocalDate settledOn,
            List<SettledLine> lines,
            List<SettledDuty> duties,
            Map<Integer, Set<String>> clausesOfDocuments,
            List<PartOf> parts,
            List<Payable> payables) {}

    /** What is due under a clause on a day is paid when so much of its document is. */
    record PartOf(String clause, LocalDate due, int document, BigDecimal upTo) {}

    SettledBefore(ReadModel model) {
        this.model = model;
    }

    /** The latest revision of each period that was settled as of a block, the earliest first. */
    synchronized List<Period> of(AgreementId agreement, long asOfBlock) {
        List<SettlementId> wanted = model.settlements().latestOf(agreement, asOfBlock);
        Map<SettlementId, Period> found =
                wanted.stream().filter(kept::containsKey).collect(Collectors.toMap(Function.identity(), kept::get));
        read(wanted.stream().filter(id -> !found.containsKey(id)).toList()).forEach(period -> {
            found.put(period.id(), period);
            kept.put(period.id(), period);
        });
        return wanted.stream().map(found::get).toList();
    }

    /** What one settlement made due. */
    synchronized Optional<Period> of(SettlementId id) {
        Optional<Period> known = Optional.ofNullable(kept.get(id));
        if (known.isPresent()) {
            return known;
        }
        Optional<Period> read = read(List.of(id)).stream().findFirst();
        read.ifPresent(period -> kept.put(id, period));
        return read;
    }

    private List<Period> read(List<SettlementId> missing) {
        return missing.stream()
                .flatMap(id ->
                        model.settlements().settlement(id.agreement(), id.period(), id.from(), id.revision()).stream())
                .map(SettledBefore::period)
                .toList();
    }

    /** The statement of a committed settlement. */
    static Statement statementOf(SettlementRecord record) {
        return Settlement.fromJson(record.settlement().statement().getBytes(StandardCharsets.UTF_8));
    }

    private static Period period(SettlementRecord record) {
        Statement statement = statementOf(record);
        return new Period(
                record.settlement().id(),
                statement.settledOn(),
                lines(statement),
                statement.duties().stream()
                        .map(duty -> new SettledDuty(statement.period(), statement.from(), duty.clause(), duty.due()))
                        .toList(),
                statement.documents().stream()
                        .collect(Collectors.toMap(
                                Document::number,
                                document -> clauses(statement, document),
                                (one, same) -> one,
                                TreeMap::new)),
                statement.documents().stream()
                        .flatMap(document -> parts(statement, document))
                        .distinct()
                        .toList(),
                record.settlement().summary().payables());
    }

    private static List<SettledLine> lines(Statement statement) {
        return statement.lines().stream()
                .flatMap(line -> line.parts().stream()
                        .map(part -> new SettledLine(
                                statement.period(),
                                statement.from(),
                                line.clause(),
                                line.payer(),
                                line.payee(),
                                part.amount(),
                                line.vatRate(),
                                part.due())))
                .toList();
    }

    private static Stream<PartOf> parts(Statement statement, Document document) {
        List<Line> lines = document.entries().stream()
                .map(entry -> statement.lines().get(entry.line()))
                .toList();
        boolean whole = document.earlier().isEmpty()
                && lines.stream().allMatch(line -> line.earlier().isEmpty());
        return whole
                ? Stream.empty()
                : lines.stream()
                        .flatMap(line -> line.parts().stream()
                                .map(part -> new PartOf(
                                        line.clause(), part.due(), document.number(), dueBy(part.due(), document))));
    }

    /** How much of a document is due by a day; what is due before the rest is never less than its first part. */
    private static BigDecimal dueBy(LocalDate day, Document document) {
        List<Part> parts = document.parts();
        return parts.stream()
                .skip(1)
                .filter(part -> !part.due().isAfter(day))
                .map(Part::amount)
                .reduce(parts.get(0).amount(), BigDecimal::add);
    }

    private static Set<String> clauses(Statement statement, Document document) {
        return document.entries().stream()
                .map(entry -> statement.lines().get(entry.line()).clause())
                .collect(Collectors.toUnmodifiableSet());
    }
}
