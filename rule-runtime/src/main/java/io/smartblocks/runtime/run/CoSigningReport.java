package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.SettlementId;
import java.util.List;

/** What came of computing again what other parties settled, settlement by settlement. */
public record CoSigningReport(List<Item> items) {

    public CoSigningReport {
        items = List.copyOf(items);
    }

    /** What one organisation said about one settlement; the message says why where it did not co-sign. */
    public record Item(MemberId organisation, SettlementId settlement, Result result, String message) {}

    /** How a settlement can come out. */
    public enum Result {
        /** The same bytes: it is co-signed. */
        CO_SIGNED,
        /** Something else came out, and the settlement is disputed by that. */
        DISPUTED,
        /** Something else came out, and that is recorded; nothing lets the organisation dispute it any more. */
        DIFFERENT,
        /** It cannot be computed again here; nothing is said on the ledger. */
        NOT_VERIFIED,
        /** The ledger did not take what was found; the next round tries again. */
        FAILED
    }

    /** How many settlements came out so. */
    public long count(Result result) {
        return items.stream().filter(item -> item.result() == result).count();
    }

    /** True if nothing waited. */
    public boolean isEmpty() {
        return items.isEmpty();
    }
}
