package io.smartblocks.portal;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.member.MemberKeys;
import io.smartblocks.runtime.run.ProposalOf;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** An agreement in force on the small site that lets its client state a fact and its supplier an adjustment. */
public final class FactFixture {

    public static final String PAGE = "/agreements/campus-facts";

    private static final AgreementId ID = new AgreementId("campus-facts");
    private static final String FACT =
            "\nfact Outage in hours each Billing Month is 0 hours unless Client states and Supplier confirms another value.\n"
                    + "adjustment Server Room in kWh per day, proposed by Supplier, confirmed by Client.\n";

    private final Ledger ledger;
    private final ReadModel model;
    private final MemberKeys keys;
    private final Clock clock;

    FactFixture(Ledger ledger, ReadModel model, MemberKeys keys, Clock clock) {
        this.ledger = ledger;
        this.model = model;
        this.keys = keys;
        this.clock = clock;
    }

    /** Proposes it, and has both parties sign it. */
    public void comeIntoForce() throws InterruptedException {
        String text = AgreementFixture.text("Nimbus Campus facts")
                .replaceFirst("(?m)^period Billing Month[^.]*\\.$", "$0" + FACT);
        ProposeAgreement proposal = ProposalOf.text(
                ID,
                text,
                AgreementFixture.agreement(text),
                Map.of("Supplier", SiteFixture.HARBOUR, "Client", SiteFixture.NIMBUS));
        submit(SiteFixture.CONOR, proposal);
        submit(SiteFixture.CONOR, proposal.toSign());
        submit(SiteFixture.AOIFE, proposal.toSign());
        submit(SiteFixture.AOIFE, new ActivateAgreement(ID, proposal.version()));
        if (!model.awaitHeight(ledger.height(), Duration.ofMinutes(3))) {
            throw new IllegalStateException("the read model did not follow");
        }
    }

    private void submit(MemberId member, Payload payload) {
        Transaction transaction = Transaction.sign(
                ledger.id(),
                payload,
                new RequestKey("facts/" + UUID.randomUUID()),
                clock.instant(),
                keys.open(member, SiteFixture.PASSWORD).orElseThrow());
        if (ledger.submit(Batch.of(transaction)).join() instanceof Submission.Refused refused) {
            throw new IllegalStateException(payload + " was refused: " + refused.message());
        }
    }
}
