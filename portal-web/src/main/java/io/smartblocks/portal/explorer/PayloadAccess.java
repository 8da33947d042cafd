package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.PredictionAction;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import org.springframework.stereotype.Component;

/** Decides who may read what a transaction said. */
@Component
public class PayloadAccess {

    private final Access access;

    PayloadAccess(Access access) {
        this.access = access;
    }

    /** Whether the reader may see what was asked for. */
    public boolean mayRead(Account reader, Payload payload) {
        if (payload instanceof AgreementAction agreement) {
            return access.maySee(reader, agreement.agreement());
        }
        if (payload instanceof StatementAction statement) {
            return access.maySee(reader, statement.agreement());
        }
        if (payload instanceof MemberAction.RateMember rating) {
            return access.maySee(reader, rating.agreement());
        }
        if (payload instanceof PredictionAction.RecordPrediction prediction) {
            return maySee(reader, prediction.page().meter());
        }
        if (payload instanceof SettlementAction settlement) {
            return access.maySee(reader, settlement.agreement());
        }
        if (payload instanceof MeterAction.RecordReadings recorded) {
            return maySee(reader, recorded.page().meter());
        }
        if (payload instanceof MeterAction.CorrectReadings corrected) {
            return maySee(reader, corrected.page().meter());
        }
        return true;
    }

    private boolean maySee(Account reader, MeterId meter) {
        return access.meter(reader, meter.value()).isPresent();
    }
}
