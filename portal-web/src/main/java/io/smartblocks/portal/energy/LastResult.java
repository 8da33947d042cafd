package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.settlement.SettlementRow;
import io.smartblocks.portal.settlement.SettlementRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the settlement that was committed last, the largest of one block, among those that a reader may see. */
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
                .max(Comparator.comparing(Found::at).thenComparing(Found::gross))
                .map(Found::row);
    }

    private Optional<Found> newest(AgreementRecord agreement) {
        return read.settlements().of(agreement.proposal().agreement()).stream()
                .max(Comparator.comparing(SettlementRecord::committedAt))
                .map(record -> found(record, agreement));
    }

    private Found found(SettlementRecord record, AgreementRecord agreement) {
        BigDecimal gross = record.documents().stream()
                .flatMap(document -> document.gross().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Found(record.committedAt(), gross, rows.settled(record, agreement.proposal()));
    }

    private record Found(Instant at, BigDecimal gross, SettlementRow row) {}
}
