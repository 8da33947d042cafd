package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.Case;

/** One period of one agreement that a sweep settles, with the key it commits with. */
record Attempt(DuePeriod due, RunningAgreement running, Case work, Signer signer) {

    Item item(Result result, String message) {
        return item(due, result, message);
    }

    static Item item(DuePeriod due, Result result, String message) {
        return new Item(due.agreement(), due.period(), due.nextFrom(), result, message);
    }
}
