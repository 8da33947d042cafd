package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The clause, and the rules made from its sentence, that led to one line of a settlement, and where that is explained. */
public record Cause(
        String clause, String description, List<String> rules, BigDecimal net, String currency, String link) {

    /** What led to each line of a settlement. */
    public static List<Cause> of(CommitSettlement settled) {
        Statement statement = Settlement.fromJson(settled.statement().getBytes(StandardCharsets.UTF_8));
        return statement.trace().stream()
                .map(trace -> of(trace, statement, SettlementRows.link(settled)))
                .toList();
    }

    private static Cause of(LineTrace trace, Statement statement, String page) {
        Line line = statement.lines().get(trace.line());
        return new Cause(
                line.clause(),
                line.description(),
                trace.rules(),
                line.net(),
                statement.currency(),
                page + "/lines/" + (trace.line() + 1));
    }
}
