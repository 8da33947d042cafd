package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.evidence.SettledDuty;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
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

    /** What one settlement made due, and under which clauses each of its documents stands. */
    record Period(
            SettlementId id,
            LocalDate settledOn,
            List<SettledLine> lines,
            List<SettledDuty> duties,
            Map<Integer, Set<String>> clausesOfDocuments,
            List<Payable> payables) {}

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
                record.settlement().summary().payables());
    }

    private static List<SettledLine> lines(Statement statement) {
        return statement.lines().stream()
                .map(line -> new SettledLine(
                        statement.period(),
                        statement.from(),
                        line.clause(),
                        line.payer(),
                        line.payee(),
                        line.net(),
                        line.vatRate(),
                        line.due()))
                .toList();
    }

    private static Set<String> clauses(Statement statement, Document document) {
        return document.entries().stream()
                .map(entry -> statement.lines().get(entry.line()).clause())
                .collect(Collectors.toUnmodifiableSet());
    }
}
