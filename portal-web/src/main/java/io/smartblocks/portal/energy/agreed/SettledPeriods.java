package io.smartblocks.portal.energy.agreed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import io.smartblocks.runtime.settlement.TermValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what was settled under an agreement: each period as its newest statement says it. */
@Component
public class SettledPeriods {

    private static final int KEPT = 4_000;
    private static final int LISTS_KEPT = 1_000;

    private final ReadModel model;
    private final Recent<TransactionId, SettledFigures> read = new Recent<>(KEPT);
    private final Recent<AsOf, List<SettledFigures>> lists = new Recent<>(LISTS_KEPT);

    /** Nothing is settled between two blocks. */
    private record AsOf(AgreementId agreement, long height) {}

    SettledPeriods(ReadModel model) {
        this.model = model;
    }

    /** The settled periods, the earliest first; occasions within a period are none. */
    public List<SettledFigures> of(AgreementId agreement) {
        return lists.of(new AsOf(agreement, model.height()), asOf -> list(agreement));
    }

    private List<SettledFigures> list(AgreementId agreement) {
        Set<List<Object>> seen = new HashSet<>();
        List<SettledFigures> periods = new ArrayList<>();
        for (ListedSettlement settled : model.settlements().listedOf(agreement)) {
            SettlementId id = settled.id();
            if (Occasion.of(id.period()).isEmpty() && seen.add(List.of(id.period(), id.from()))) {
                periods.add(read.of(settled.transaction(), any -> figures(id)));
            }
        }
        periods.sort(Comparator.comparing(SettledFigures::from).thenComparing(SettledFigures::to));
        return List.copyOf(periods);
    }

    /** Those that lie within some days, the end not included. */
    public List<SettledFigures> of(AgreementId agreement, LocalDate from, LocalDate end) {
        return of(agreement).stream()
                .filter(period -> period.isWithin(from, end))
                .toList();
    }

    private SettledFigures figures(SettlementId id) {
        SettlementRecord record = model.settlements().settlement(id).orElseThrow();
        CommitSettlement settled = record.settlement();
        Statement statement = Settlement.fromJson(settled.statement().getBytes(UTF_8));
        return new SettledFigures(
                settled.id(),
                settled.version(),
                settled.from(),
                settled.to(),
                statement.values().stream()
                        .collect(Collectors.toMap(TermValue::name, TermValue::value, (first, second) -> first)),
                statement.baselines(),
                settled.summary().payables(),
                record.transaction());
    }
}
