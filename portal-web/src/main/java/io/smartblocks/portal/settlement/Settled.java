package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.NotFound;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Finds a settlement by its address, and the text it follows if the reader may see it. */
@Component
class Settled {

    private final ReadModel read;
    private final Access access;

    Settled(ReadModel read, Access access) {
        this.read = read;
        this.access = access;
    }

    SettlementRecord record(AgreementId agreement, String period, LocalDate from, int revision) {
        return read.settlements().listedOf(agreement).stream()
                .map(ListedSettlement::id)
                .filter(known -> known.revision() == revision
                        && known.from().equals(from)
                        && Slug.of(known.period()).equals(period))
                .findFirst()
                .flatMap(read.settlements()::settlement)
                .orElseThrow(() -> new NotFound("settlement of " + agreement + " from " + from));
    }

    Proposal proposal(Account reader, AgreementId agreement, String version) {
        return access.versions(reader, agreement).stream()
                .filter(known -> known.proposal().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFound("agreement " + agreement + ' ' + version))
                .proposal();
    }
}
