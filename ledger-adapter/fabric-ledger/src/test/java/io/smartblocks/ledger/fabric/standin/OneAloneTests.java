package io.smartblocks.ledger.fabric.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.family.LongStory;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.Binding;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.peer.SignedBinding;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Even where the chaincode's policy is content with one organisation, an agreement needs its parties. */
@Timeout(600)
class OneAloneTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void one_party_alone_changes_nothing_of_an_agreement_whose_parties_are_bound() throws Exception {
        List<Transaction> story = LongStory.agreement();
        LedgerId ledger = LedgerId.of(story.get(0));
        TreeSet<String> stopped = new TreeSet<>();
        try (StandIn network = StandIn.start(1);
                RawClient esco = new RawClient(network, 0, network.esco().issue("portal", "client"), PATIENCE);
                RawClient owner = new RawClient(network, 1, network.owner().issue("portal", "client"), PATIENCE)) {
            boolean bound = false;
            for (Transaction step : story) {
                network.awaitLevel();
                if (!bound && step.body().payload() instanceof ProposeAgreement) {
                    bind(ledger, "esco-1", LongStory.signer("eve"), "EscoMSP", esco);
                    network.awaitLevel();
                    bind(ledger, "owner-1", LongStory.signer("otto"), "OwnerMSP", owner);
                    bound = true;
                }
                network.awaitLevel();
                Status alone = submit(esco, step, "EscoMSP");
                if (!alone.isSuccessful()) {
                    assertThat(alone.getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
                    network.awaitLevel();
                    assertThat(submit(esco, step).isSuccessful()).isTrue();
                    stopped.add(step.body().payload().action());
                }
            }
        }

        assertThat(stopped).contains("sign-agreement", "activate-agreement");
    }

    private static Status submit(RawClient client, Transaction step, String... endorsers) throws Exception {
        var proposal = client.contract()
                .newProposal(Functions.SUBMIT)
                .addArguments(Batch.of(step).json(), "1");
        if (endorsers.length > 0) {
            proposal.setEndorsingOrganizations(endorsers);
        }
        return proposal.build().endorse().submitAsync().getStatus();
    }

    private static void bind(LedgerId ledger, String organisation, Signer signer, String msp, RawClient client)
            throws Exception {
        Binding binding = new Binding(ledger, new MemberId(organisation), msp, signer.member(), Campus.NOON);
        client.contract().submitTransaction(Functions.BIND, CanonicalJson.write(SignedBinding.sign(binding, signer)));
    }
}
