package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.fabric.block.Content.Invocation;
import io.smartblocks.ledger.fabric.block.FabricTransaction;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.family.LongStory;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.Binding;
import io.smartblocks.ledger.peer.SignedBinding;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.MemoryLedger;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens on Fabric is what happens on every ledger, whichever organisation looks. */
@Timeout(600)
class StoryTests {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private StandIn network;
    private FabricLedger esco;
    private FabricLedger owner;

    @BeforeEach
    void start() {
        network = StandIn.start();
        esco = FabricLedger.open(
                Wallet.profile(network, network.esco().issue("portal", "client"), directory.resolve("e"), 0, 1),
                directory.resolve("esco"),
                Clock.systemUTC(),
                Wallet.SHORT);
        owner = FabricLedger.open(
                Wallet.profile(network, network.owner().issue("portal", "client"), directory.resolve("o"), 1, 0),
                directory.resolve("owner"),
                Clock.systemUTC(),
                Wallet.SHORT);
    }

    @AfterEach
    void stop() {
        owner.close();
        esco.close();
        network.close();
    }

    @Test
    void the_longest_story_leaves_the_same_on_fabric_as_elsewhere_and_for_both_organisations() throws Exception {
        same(LongStory.longest());
    }

    @Test
    void an_agreement_comes_into_force_on_fabric_as_elsewhere_and_for_both_organisations() throws Exception {
        same(LongStory.agreement());
        assertThat(owner.states("agreement/")).hasSize(1);
    }

    private void same(List<Transaction> story) throws Exception {
        MovableClock clock = new MovableClock(Clock.systemUTC().instant());
        Ledger other = new MemoryLedger(clock, Signer.of(new MemberId("node"), KeyPair.generate()));
        for (int step = 0; step < story.size(); step++) {
            FabricLedger carrier = step % 2 == 0 ? esco : owner;
            Batch batch = Batch.of(story.get(step));
            Submission outcome = carrier.commit(batch);
            if (outcome instanceof Submission.Committed committed) {
                clock.set(
                        carrier.block(committed.block()).orElseThrow().header().time());
            }
            assertThat(said(outcome)).as(step + ": " + batch.json()).isEqualTo(said(other.commit(batch)));
        }

        assertThat(states(esco)).isNotEmpty().isEqualTo(states(other));
        assertThat(states(owner)).isEqualTo(states(other));
        assertThat(batches(esco)).isEqualTo(batches(other));
        try (ReadModel theirs = ReadModel.open(directory.resolve("theirs"));
                ReadModel ours = ReadModel.open(directory.resolve("ours"))) {
            ours.follow(esco);
            theirs.follow(owner);
            long height = esco.height();
            assertThat(ours.awaitHeight(height, LONG)).isTrue();
            assertThat(theirs.awaitHeight(height, LONG)).isTrue();
            assertThat(theirs.checkpoint()).isEqualTo(ours.checkpoint());
            assertThat(theirs.meters().meters()).isEqualTo(ours.meters().meters());
        }
    }

    @Test
    void an_organisation_is_bound_by_a_client_of_its_own() {
        Campus.found(esco);
        Binding binding =
                new Binding(Campus.ID, Campus.OPERATOR.member(), "EscoMSP", Campus.OPERATOR.member(), Campus.NOON);
        SignedBinding signed = SignedBinding.sign(binding, Campus.OPERATOR);

        assertThatThrownBy(() -> owner.bind(signed))
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class,
                        refused -> assertThat(refused.outcomeUnknown()).isFalse())
                .hasMessageContaining("it is brought by a client of OwnerMSP; expected one of EscoMSP");
        long block = esco.bind(signed);

        assertThat(esco.channelBlock(block).orElseThrow().transactions())
                .flatExtracting(transaction -> transaction.invocation().stream().toList())
                .extracting(Invocation::function)
                .contains("bind");
        assertThat(esco.block(block).orElseThrow().transactions()).isEmpty();
    }

    @Test
    void the_explorer_sees_who_carried_a_batch() {
        Campus.found(esco);
        Submission.Committed committed = (Submission.Committed) owner.commit(Batch.of(Campus.meter("m1")));
        FabricTransaction carrier = owner.channelBlock(committed.block())
                .orElseThrow()
                .transactions()
                .get(0);

        assertThat(carrier.creator().orElseThrow().msp()).isEqualTo("OwnerMSP");
        assertThat(carrier.invocation().orElseThrow().shown(20)).startsWith("smartblocks: submit({\"transactions\":[{");
    }

    // numbers of blocks differ
    private static List<StateEntry> states(Ledger ledger) {
        return ledger.standing("", "~", 10_000).stream()
                .map(standing -> new StateEntry(standing.key(), standing.state()))
                .toList();
    }

    private static List<CommittedBatch> batches(Ledger ledger) {
        List<CommittedBatch> batches = new ArrayList<>();
        for (long number = 0; number < ledger.height(); number++) {
            batches.addAll(ledger.block(number).orElseThrow().batches());
        }
        return batches;
    }

    private static Object said(Submission submission) {
        return submission instanceof Submission.Committed committed ? committed.transactions() : refused(submission);
    }

    private static Object refused(Submission submission) {
        Submission.Refused refused = (Submission.Refused) submission;
        return List.of(refused.code(), refused.transaction());
    }
}
