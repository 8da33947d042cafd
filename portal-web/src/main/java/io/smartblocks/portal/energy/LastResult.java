package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.settlement.SettlementRow;
import io.smartblocks.portal.settlement.SettlementRows;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the settlement that was committed last among those that a reader may see. */
@Component
class LastResult {

    private final ReadModel read;
    private final Access access;
    private final SettlementRows rows;

    LastResult(ReadModel read, Access access, SettlementRows rows) {
        this.read = read;
        this.access = access;
        this.rows = rows;
    }

    Optional<SettlementRow> of(Account reader) {
        return access.agreements(reader).stream()
                .flatMap(agreement -> newest(agreement).stream())
                .max(Comparator.comparing(Found::at))
                .map(Found::row);
    }

    private Optional<Found> newest(AgreementRecord agreement) {
        return read.settlements().of(agreement.proposal().agreement()).stream()
                .max(Comparator.comparing(SettlementRecord::committedAt))
                .map(record -> new Found(record.committedAt(), rows.settled(record, agreement.proposal())));
    }

    private record Found(Instant at, SettlementRow row) {}
}
