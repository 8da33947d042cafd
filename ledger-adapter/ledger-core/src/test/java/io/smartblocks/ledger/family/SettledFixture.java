package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.World.AGREEMENT;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** October, settled so that the owner pays the ESCO 100 EUR. */
final class SettledFixture {

    static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    static final LocalDate DUE = LocalDate.of(2026, 11, 16);
    static final MemberId OWNER = new MemberId("owner-1");
    static final MemberId ESCO = new MemberId("esco-1");
    static final SettlementId FIRST = new SettlementId(AGREEMENT, "Month", OCTOBER, 0);
    static final SettlementId SECOND = new SettlementId(AGREEMENT, "Month", OCTOBER, 1);

    private SettledFixture() {}

    static World settled() {
        World world = World.withActiveAgreement();
        world.must("robot", commit(0, payable(1, "Owner", "ESCO", "100.00")));
        return world;
    }

    static List<ReputationEvent> reputation(World world, MemberId organisation) {
        return world.states().states("reputation/" + organisation + "/").stream()
                .map(entry -> (ReputationEvent) entry.state())
                .toList();
    }

    static Payable payable(int document, String payer, String payee, String amount) {
        return new Payable(document, payer, payee, new BigDecimal(amount), "EUR", DUE);
    }

    static CommitSettlement commit(int revision, Payable... payables) {
        return commit(revision, new StatementSummary(List.of(payables), List.of()));
    }

    static CommitSettlement commit(int revision, StatementSummary summary) {
        return World.settlement("1.0", OCTOBER, OCTOBER.plusMonths(1), revision, summary);
    }
}
