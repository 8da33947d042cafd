package io.smartblocks.ledger.fabric.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status.Code;
import io.smartblocks.ledger.fabric.block.ChannelIdentity;
import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.fabric.block.FabricTransaction;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the stand-in does to Fabric's own client what a real network was seen to do. */
@Timeout(600)
class StandInTests {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static StandIn network;
    private static RawClient client;

    @BeforeAll
    static void start() throws Exception {
        network = StandIn.start();
        client = new RawClient(network, 0, network.esco().issue("portal", "client"), Duration.ofMinutes(2));
        assertThat(submit(Batch.of(Campus.founding(), Campus.operatorJoins())).isSuccessful())
                .isTrue();
    }

    @AfterAll
    static void stop() {
        client.close();
        network.close();
    }

    @Test
    void both_organisations_vouch_for_what_is_committed() throws Exception {
        Transaction meter = meter();
        org.hyperledger.fabric.client.Status status = submit(Batch.of(meter));

        FabricBlock block = block(status.getBlockNumber());
        FabricTransaction transaction = block.transactions().stream()
                .filter(each -> each.id().equals(status.getTransactionId()))
                .findFirst()
                .orElseThrow();
        assertThat(transaction.valid()).isTrue();
        assertThat(transaction.invocation().orElseThrow().endorsers())
                .extracting(ChannelIdentity::msp)
                .containsExactly("EscoMSP", "OwnerMSP");
        assertThat(block.following(block(block.number() - 1))).isSameAs(block);
        assertThat(block.orderers()).extracting(ChannelIdentity::msp).containsExactly("OrdererMSP");
    }

    @Test
    void a_refusal_is_an_answer_and_writes_nothing() throws Exception {
        Transaction stranger = Campus.sign(
                "s",
                Campus.meterPayload("x"),
                Signer.of(
                        new io.smartblocks.ledger.identity.MemberId("nobody"),
                        io.smartblocks.ledger.identity.KeyPair.generate()));

        String answer = new String(endorsed(Batch.of(stranger)).getResult(), StandardCharsets.UTF_8);
        assertThat(CanonicalJson.read(answer, Answer.class))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("signer-unknown"));
    }

    @Test
    void an_error_of_the_chaincode_stands_in_the_details_only() {
        assertThatThrownBy(() -> client.contract().newProposal("rob").build().endorse())
                .isInstanceOfSatisfying(EndorseException.class, failed -> {
                    assertThat(failed.getStatus().getCode()).isEqualTo(Code.ABORTED);
                    assertThat(failed.getMessage()).doesNotContain("rob");
                    assertThat(failed.getDetails().get(0).getMessage())
                            .contains("chaincode response 500, there is no function 'rob'");
                });
        assertThatThrownBy(() -> client.contract().evaluateTransaction("rob"))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        failed -> assertThat(failed.getStatus().getCode()).isEqualTo(Code.UNKNOWN));
    }

    @Test
    void what_one_organisation_alone_vouches_for_is_invalid() throws Exception {
        network.awaitLevel();
        org.hyperledger.fabric.client.Status status = client.contract()
                .newProposal(Functions.SUBMIT)
                .addArguments(Batch.of(meter()).json(), "1")
                .setEndorsingOrganizations("EscoMSP")
                .build()
                .endorse()
                .submitAsync()
                .getStatus();

        assertThat(status.getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void of_two_that_read_the_same_only_one_is_valid() throws Exception {
        Batch batch = Batch.of(meter());
        org.hyperledger.fabric.client.Transaction first = endorsed(batch);
        org.hyperledger.fabric.client.Transaction second = endorsed(batch);

        assertThat(first.submitAsync().getStatus().isSuccessful()).isTrue();
        assertThat(second.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
    }

    @Test
    void the_same_transaction_submitted_twice_holds_once() throws Exception {
        org.hyperledger.fabric.client.Transaction endorsed = endorsed(Batch.of(meter()));
        org.hyperledger.fabric.client.Status first = endorsed.submitAsync().getStatus();
        org.hyperledger.fabric.client.Status second = endorsed.submitAsync().getStatus();

        assertThat(second.isSuccessful()).isTrue();
        assertThat(second.getBlockNumber()).isEqualTo(first.getBlockNumber());
    }

    @Test
    void peers_at_different_heights_may_not_match() throws Exception {
        network.faults().mismatch(1);

        assertThatThrownBy(() -> endorsed(Batch.of(meter()))).isInstanceOfSatisfying(EndorseException.class, failed -> {
            assertThat(failed.getStatus().getCode()).isEqualTo(Code.ABORTED);
            assertThat(failed.getDetails().get(0).getMessage()).isEqualTo("ProposalResponsePayloads do not match");
        });
        assertThat(submit(Batch.of(meter())).isSuccessful()).isTrue();
    }

    @Test
    void without_the_other_organisation_s_peer_nothing_is_endorsed() throws Exception {
        network.killPeer(1);
        try {
            assertThatThrownBy(() -> proposed(Batch.of(meter())).endorse())
                    .isInstanceOfSatisfying(
                            EndorseException.class,
                            failed -> assertThat(failed.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION));
        } finally {
            network.restartPeer(1);
        }
        assertThat(eventually(() -> submit(Batch.of(meter()))).isSuccessful()).isTrue();
    }

    @Test
    void a_killed_chaincode_is_told_and_found_again() throws Exception {
        network.killChaincode(1);
        try {
            assertThatThrownBy(() -> endorsed(Batch.of(meter())))
                    .isInstanceOfSatisfying(EndorseException.class, failed -> {
                        assertThat(failed.getStatus().getCode()).isEqualTo(Code.ABORTED);
                        assertThat(failed.getDetails().get(0).getMessage()).contains("could not launch chaincode");
                    });
        } finally {
            network.restartChaincode(1);
        }
        assertThat(eventually(() -> submit(Batch.of(meter()))).isSuccessful()).isTrue();
    }

    @Test
    void without_an_orderer_nothing_is_submitted() throws Exception {
        org.hyperledger.fabric.client.Transaction endorsed = endorsed(Batch.of(meter()));
        network.killOrderer();
        try {
            assertThatThrownBy(endorsed::submitAsync)
                    .isInstanceOfSatisfying(
                            SubmitException.class,
                            failed -> assertThat(failed.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE))
                    .hasMessageContaining("no orderers could successfully process transaction");
        } finally {
            network.restartOrderer();
        }
        assertThat(endorsed.submitAsync().getStatus().isSuccessful()).isTrue();
    }

    @Test
    void what_was_acknowledged_may_be_lost_and_holds_when_it_is_submitted_again() throws Exception {
        try (RawClient hasty =
                new RawClient(network, 0, network.esco().issue("hasty", "client"), Duration.ofMillis(500))) {
            org.hyperledger.fabric.client.Transaction endorsed = hasty.contract()
                    .newProposal(Functions.SUBMIT)
                    .addArguments(Batch.of(meter()).json(), "1")
                    .build()
                    .endorse();
            network.loseAcknowledged(1);
            SubmittedTransaction lost = endorsed.submitAsync();

            assertThatThrownBy(lost::getStatus)
                    .isInstanceOfSatisfying(
                            CommitStatusException.class,
                            failed -> assertThat(failed.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED));
            endorsed.submitAsync();
            assertThat(lost.getStatus(options -> options.withDeadlineAfter(2, TimeUnit.MINUTES))
                            .isSuccessful())
                    .isTrue();
        }
    }

    @Test
    void an_expired_certificate_is_turned_away() {
        Credentials expired =
                network.esco().issue("old", "client", Instant.now().minusSeconds(60));
        try (RawClient late = new RawClient(network, 0, expired, Duration.ofMinutes(2))) {
            assertThatThrownBy(() ->
                            late.contract().newProposal(Functions.READY).build().endorse())
                    .isInstanceOfSatisfying(
                            EndorseException.class,
                            failed -> assertThat(failed.getDetails().get(0).getMessage())
                                    .contains("expired"));
        }
    }

    @Test
    void both_peers_hold_the_same_chain() throws Exception {
        long number = submit(Batch.of(meter())).getBlockNumber();
        try (RawClient other =
                new RawClient(network, 1, network.owner().issue("owner", "client"), Duration.ofMinutes(2))) {
            Block here = Block.parseFrom(raw(client, number));
            eventually(() -> raw(other, number));
            assertThat(Block.parseFrom(raw(other, number)).getHeader()).isEqualTo(here.getHeader());
            assertThat(FabricBlock.read(raw(other, number)).commitHash())
                    .isEqualTo(FabricBlock.read(raw(client, number)).commitHash());
        }
    }

    @Test
    void blocks_are_streamed_from_the_first_on() throws Exception {
        submit(Batch.of(meter()));
        try (var events =
                client.network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
            FabricBlock before = read(events);
            assertThat(before.number()).isZero();
            assertThat(read(events).following(before).number()).isEqualTo(1);
        }
    }

    @Test
    void what_stands_is_read_from_one_peer() throws Exception {
        String name = "m" + NAMES.incrementAndGet();
        submit(Batch.of(Campus.meter(name)));
        String key = StateKey.meter(new MeterId(name)).value();

        assertThat(new String(client.contract().evaluateTransaction(Functions.STATE, key), StandardCharsets.UTF_8))
                .contains("\"Meter " + name + "\"");
        assertThat(new String(client.contract().evaluateTransaction(Functions.HISTORY, key), StandardCharsets.UTF_8))
                .contains("carrier");
        assertThat(new String(
                        client.contract().evaluateTransaction(Functions.STANDING, "meter/", "meter0", "1000"),
                        StandardCharsets.UTF_8))
                .contains("Meter " + name);
    }

    private static FabricBlock read(Iterator<Block> events) {
        return FabricBlock.read(events.next().toByteArray());
    }

    private static FabricBlock block(long number) throws GatewayException {
        return FabricBlock.read(raw(client, number));
    }

    private static byte[] raw(RawClient from, long number) throws GatewayException {
        return from.network()
                .getContract("qscc")
                .evaluateTransaction("GetBlockByNumber", StandIn.CHANNEL, Long.toString(number));
    }

    private static Transaction meter() {
        return Campus.meter("m" + NAMES.incrementAndGet());
    }

    private static org.hyperledger.fabric.client.Transaction endorsed(Batch batch) throws Exception {
        network.awaitLevel();
        return proposed(batch).endorse();
    }

    private static Proposal proposed(Batch batch) {
        return client.contract()
                .newProposal(Functions.SUBMIT)
                .addArguments(batch.json(), "1")
                .build();
    }

    private static org.hyperledger.fabric.client.Status submit(Batch batch) throws Exception {
        return endorsed(batch).submitAsync().getStatus();
    }

    private static <T> T eventually(Callable<T> attempt) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            try {
                return attempt.call();
            } catch (GatewayException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}
