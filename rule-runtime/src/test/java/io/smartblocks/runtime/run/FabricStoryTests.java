package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.Wallet;
import io.smartblocks.ledger.fabric.standin.Credentials;
import io.smartblocks.ledger.fabric.standin.RawClient;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** The story on the stand-in, and what the peers of one organisation alone vouch for. */
class FabricStoryTests extends FabricStory {

    private static final Duration LONG = Duration.ofMinutes(5);

    private StandIn network;

    @Override
    void startNetwork() {
        network = StandIn.start();
    }

    @Override
    void stopNetwork() {
        network.close();
    }

    @Override
    FabricLedger open(String organisation) {
        boolean ofEsco = organisation.equals("esco");
        Credentials client = (ofEsco ? network.esco() : network.owner()).issue("portal", "client");
        int own = ofEsco ? 0 : 1;
        return FabricLedger.open(
                Wallet.profile(network, client, directory.resolve(organisation), own, 1 - own),
                directory.resolve(organisation + "-ledger"),
                Clock.systemUTC(),
                Wallet.SHORT);
    }

    @Test
    void one_organisation_that_alone_vouches_for_a_settlement_cannot_commit_it() throws Exception {
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        AtomicReference<Batch> settlement = new AtomicReference<>();
        site.sweepOn(keeping(settlement)).runAll();
        assertThat(esco.states("settlement/")).isEmpty();

        network.awaitLevel();
        try (RawClient alone = new RawClient(network, 0, network.esco().issue("alone", "client"), LONG)) {
            Status status = alone.contract()
                    .newProposal(Functions.SUBMIT)
                    .addArguments(settlement.get().json(), Long.toString(esco.height()))
                    .setEndorsingOrganizations("EscoMSP")
                    .build()
                    .endorse()
                    .submitAsync()
                    .getStatus();

            assertThat(status.getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        }
        assertThat(owner.states("settlement/")).isEmpty();
        assertThat(owner.commit(settlement.get())).isInstanceOf(Submission.Committed.class);
        assertThat(owner.states("settlement/")).hasSize(1);
    }

    /** A ledger that takes no settlement, and lets go of the batch with one. */
    private Ledger keeping(AtomicReference<Batch> settlement) {
        return (Ledger) Proxy.newProxyInstance(
                FabricStoryTests.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("commit")) {
                        return InvocationHandler.invokeDefault(proxy, called, arguments);
                    }
                    if (called.getName().equals("submit")
                            && ((Batch) arguments[0])
                                    .transactions().stream()
                                            .anyMatch(each -> each.body().payload() instanceof CommitSettlement)) {
                        settlement.set((Batch) arguments[0]);
                        return CompletableFuture.failedFuture(
                                LedgerUnavailable.nothingTaken(Stage.PROPOSED, "it is kept"));
                    }
                    try {
                        return called.invoke(esco, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
