package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.settlement.SettlementRow;
import io.smartblocks.portal.settlement.SettlementRows;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the settlement that was committed last, the largest of one block, among those that a reader may see. */
@Component
class LastResult {

    /** Of a block with more of them the largest of the last so many is told. */
    private static final int LOOKED_AT = 50;

    private final ReadModel read;
    private final Access access;
    private final SettlementRows rows;

    LastResult(ReadModel read, Access access, SettlementRows rows) {
        this.read = read;
        this.access = access;
        this.rows = rows;
    }

    Optional<SettlementRow> of(Account reader) {
        List<ListedSettlement> newest = access.settlements(reader, Optional.empty(), LOOKED_AT);
        return newest.stream()
                .filter(record -> record.block() == newest.get(0).block())
                .max(Comparator.comparing(LastResult::gross))
                .flatMap(record -> row(reader, record));
    }

    private static BigDecimal gross(ListedSettlement settled) {
        return settled.summary().payables().stream().map(Payable::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the reader's organisation pays or gets first. */
    private Optional<SettlementRow> row(Account reader, ListedSettlement settled) {
        return read.agreements()
                .agreement(settled.id().agreement(), settled.version())
                .map(agreement -> rows.settledFor(access.organisation(reader), settled, agreement.proposal()));
    }

    /** The newest settlements, for those whose work they are. */
    List<SettlementRow> newest(Account reader, int most) {
        return access.settlements(reader, Optional.empty(), most).stream()
                .flatMap(record -> row(reader, record).stream())
                .toList();
    }
}
