package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.LookAgain;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.Instant;
import java.util.List;

/**
 * What changed that may concern one agreement, and where to look what it settled.
 *
 * @param settled what its settlements made due
 * @param now when it is looked at
 * @param upTo the last block that was looked at for changes
 */
record Changed(
        RunningAgreement running,
        List<Change> changes,
        ReadModel model,
        SettledBefore settled,
        Instant now,
        long upTo) {

    Changed {
        changes = List.copyOf(changes);
    }

    /** A period, or what happened under it, to be looked at again at some time since a block. */
    LookAgain again(String name, SettlementPeriod period, Instant at, long since) {
        return new LookAgain(
                running.id(),
                name,
                period.from(),
                period.to(),
                at,
                since,
                upTo,
                running.latest().signed().terms().zone(),
                DuePlanning.shardOf(running.id()));
    }
}
