package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.runtime.settlement.Before;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a correction starts from. */
final class Corrections {

    private Corrections() {}

    /** A settlement as the one to be corrected, on the local day of the last block that the correction can know. */
    static Before before(ReadModel model, SettlementRecord record, long asOfBlock, ZoneId zone) {
        LocalDate on = model.chain()
                .block(asOfBlock)
                .map(block -> LocalDate.ofInstant(block.time(), zone))
                .orElseThrow(() -> new EvidenceMismatch("block " + asOfBlock + " does not stand on this ledger"));
        return Before.of(
                record.settlement().revision(),
                record.settlement().statementHash().toString(),
                SettledBefore.statementOf(record),
                on);
    }
}
