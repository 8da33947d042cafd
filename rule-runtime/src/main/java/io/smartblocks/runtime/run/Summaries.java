package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.ledger.transaction.GrantedPower;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.runtime.obligation.Power;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Statement;
import java.util.List;

/** Sums up a statement for the ledger, which cannot read it: what is payable by each document, and who may terminate. */
final class Summaries {

    private Summaries() {}

    static StatementSummary of(Statement statement, Agreement agreement) {
        List<Payable> payables = statement.documents().stream()
                .filter(document -> document.gross().signum() > 0)
                .map(Summaries::payable)
                .toList();
        List<GrantedPower> powers = Power.of(agreement).stream()
                .filter(power -> statement.powers().contains(power.words()))
                .map(power -> new GrantedPower(power.clause(), power.party()))
                .distinct()
                .toList();
        return new StatementSummary(payables, powers);
    }

    private static Payable payable(Document document) {
        return new Payable(
                document.number(),
                document.payer(),
                document.payee(),
                document.gross(),
                document.currency(),
                document.due());
    }
}
