package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.PredictionAction;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.portal.member.Reach;
import java.util.Optional;
import java.util.Set;

/** Whose matter a transaction is: that of an agreement's parties, of those who may see a meter, or everybody's. */
record Concern(Optional<AgreementId> agreement, Optional<MeterId> meter) {

    private static final Concern EVERYBODY = new Concern(Optional.empty(), Optional.empty());

    private static final Set<String> READINGS = Set.of("record-readings", "correct-readings");

    /** What was asked decides it. */
    static Concern of(Payload payload) {
        if (payload instanceof AgreementAction agreement) {
            return of(agreement.agreement());
        }
        if (payload instanceof StatementAction statement) {
            return of(statement.agreement());
        }
        if (payload instanceof SettlementAction settlement) {
            return of(settlement.agreement());
        }
        if (payload instanceof MemberAction.RateMember rating) {
            return of(rating.agreement());
        }
        if (payload instanceof PredictionAction.RecordPrediction prediction) {
            return of(prediction.page().meter());
        }
        if (payload instanceof MeterAction.RecordReadings recorded) {
            return of(recorded.page().meter());
        }
        if (payload instanceof MeterAction.CorrectReadings corrected) {
            return of(corrected.page().meter());
        }
        return EVERYBODY;
    }

    /** The same of a transaction in a list; empty where the list does not tell it. */
    static Optional<Concern> of(TransactionSummary transaction) {
        return switch (transaction.family()) {
            case "agreement", "statement", "settlement" -> Optional.of(of(new AgreementId(transaction.subject())));
            case "prediction" -> Optional.of(of(new MeterId(transaction.subject())));
            case "meter" ->
                Optional.of(
                        READINGS.contains(transaction.action()) ? of(new MeterId(transaction.subject())) : EVERYBODY);
            case "member" -> "rate-member".equals(transaction.action()) ? Optional.empty() : Optional.of(EVERYBODY);
            default -> Optional.of(EVERYBODY);
        };
    }

    boolean isWithin(Reach reach) {
        return agreement.map(reach::sees).orElse(true)
                && meter.map(MeterId::value).map(reach::seesMeter).orElse(true);
    }

    private static Concern of(AgreementId agreement) {
        return new Concern(Optional.of(agreement), Optional.empty());
    }

    private static Concern of(MeterId meter) {
        return new Concern(Optional.empty(), Optional.of(meter));
    }
}
