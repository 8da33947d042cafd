package io.smartblocks.ledger.transaction;

import java.util.List;

/** What the ledger itself must know of a statement, which it cannot read: who owes what, and who may terminate. */
public record StatementSummary(List<Payable> payables, List<GrantedPower> powers) {

    /** The summary of a statement that makes nobody pay and gives no power. */
    public static final StatementSummary EMPTY = new StatementSummary(List.of(), List.of());

    public StatementSummary {
        payables = List.copyOf(payables);
        powers = List.copyOf(powers);
    }
}
