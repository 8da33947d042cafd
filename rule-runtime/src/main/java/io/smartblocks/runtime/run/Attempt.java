package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.LookAgain;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Statement;
import java.util.Optional;

/**
 * One period of one agreement that a sweep settles, with the key it commits with.
 *
 * @param due the period's place in the calendar, or what is looked at again, put as one
 * @param again what is settled again, or an occasion; none where a period is settled for the first time
 */
record Attempt(DuePeriod due, RunningAgreement running, Case work, Signer signer, Optional<Again> again) {

    Attempt(DuePeriod due, RunningAgreement running, Case work, Signer signer) {
        this(due, running, work, signer, Optional.empty());
    }

    /**
     * What is looked at again.
     *
     * @param row why and since when
     * @param standing the statement that stands so far
     * @param revision the revision that would follow it
     * @param upheld whether a dispute of it was upheld, so that it cannot stay as it is
     */
    record Again(LookAgain row, Optional<Statement> standing, int revision, boolean upheld) {}

    /** The name under which it stands on the ledger: of the period or of an occasion. */
    String name() {
        return due.period();
    }

    int revision() {
        return again.map(Again::revision).orElse(0);
    }

    Item item(Result result, String message) {
        return item(due, result, message);
    }

    static Item item(DuePeriod due, Result result, String message) {
        return new Item(due.agreement(), due.period(), due.nextFrom(), result, message);
    }
}
