package io.smartblocks.ledger.fabric.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.fabric.Carrier;
import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.Wallet;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.family.LongStory;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.AdoptedPart;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.MemoryLedger;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
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

/** A ledger of one machine comes onto a channel with all that it ever said, and goes on there. */
@Timeout(600)
class MigrationTests {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(Campus.NOON);
    private final MemoryLedger before = new MemoryLedger(clock, Signer.of(new MemberId("node"), KeyPair.generate()));
    private final List<Migration.Step> steps = new ArrayList<>();
    private StandIn network;
    private FabricLedger esco;
    private FabricLedger owner;

    @BeforeEach
    void start() {
        network = StandIn.start();
        esco = open("esco", 0, 1);
        owner = open("owner", 1, 0);
    }

    private FabricLedger open(String name, int... peers) {
        var organisation = name.equals("esco") ? network.esco() : network.owner();
        return FabricLedger.open(
                Wallet.profile(network, organisation.issue("portal", "client"), directory.resolve("w-" + name), peers),
                directory.resolve(name),
                Clock.systemUTC(),
                Wallet.SHORT);
    }

    @AfterEach
    void stop() {
        owner.close();
        esco.close();
        network.close();
    }

    private MigrationReport migrate() {
        return Migration.run(before, esco, "campus", (step, done) -> steps.add(step));
    }

    @Test
    void the_longest_story_says_the_same_behind_it_to_both_organisations() throws Exception {
        clock.set(Clock.systemUTC().instant());
        LongStory.longest().forEach(step -> before.commit(Batch.of(step)));
        assertThat(esco.height()).isZero();

        MigrationReport report = migrate();

        assertThat(report.proved()).as(report.toString()).isTrue();
        assertThat(report.height()).isEqualTo(before.height());
        assertThat(report.states().orElseThrow().number())
                .isEqualTo(before.standing("", "~", 10_000).size());
        assertThat(report.histories().orElseThrow().number()).isPositive();
        assertThat(steps).contains(Migration.Step.CHECKING, Migration.Step.CARRYING);
        assertThat(migrate()).isEqualTo(report);
        try (BlockStream blocks = owner.blocks(0)) {
            for (long number = 0; number < before.height(); number++) {
                assertThat(blocks.next(LONG)).isEqualTo(before.block(number));
            }
        }
        assertThat(owner.height()).isEqualTo(before.height());
        for (StandingState state : before.standing("", "~", 10_000)) {
            assertThat(owner.history(state.key())).isEqualTo(before.history(state.key()));
        }
        before.block(0)
                .orElseThrow()
                .transactions()
                .forEach(each -> assertThat(owner.find(each.id())).isEqualTo(before.find(each.id())));
    }

    @Test
    void it_goes_on_behind_the_last_block_and_repeats_nothing() throws Exception {
        Campus.found(before);
        Campus.submit(before, Campus.meter("m1"));
        migrate();
        Transaction next = Campus.meter("m2");

        Submission again = owner.commit(Batch.of(Campus.meter("m1")));
        Submission taken = owner.commit(Batch.of(next));

        assertThat(again).isEqualTo(before.commit(Batch.of(Campus.meter("m1"))));
        assertThat(((Committed) taken).block()).isEqualTo(2);
        assertThat(owner.find(next.id()).orElseThrow().block()).isEqualTo(2);
        Block block = owner.block(2).orElseThrow();
        assertThat(block.header().previousHash())
                .isEqualTo(before.block(1).orElseThrow().hash());
        assertThat(block.header().time())
                .isAfterOrEqualTo(before.block(1).orElseThrow().header().time());
        assertThat(owner.standing("meter/", "meter0", 9))
                .extracting(StandingState::block)
                .containsExactly(1L, 2L);
        Carrier carrier = owner.carrier(1, 0).orElseThrow();
        assertThat(carrier.transaction().invocation().orElseThrow().function()).isEqualTo("adopt");
        assertThat(carrier.hash()).isEqualTo(owner.channelBlock(1).orElseThrow().hash());
        assertThat(owner.carrier(1, 1)).isEmpty();
        assertThat(owner.channelBlock(2).orElseThrow().number())
                .isEqualTo(owner.channelBlock(0).orElseThrow().number() + 2);
        try (BlockStream blocks = esco.blocks(2);
                ReadModel model = ReadModel.open(directory.resolve("model"))) {
            assertThat(blocks.next(LONG)).contains(block);
            model.follow(esco);
            assertThat(model.awaitHeight(3, LONG)).isTrue();
        }
        MigrationReport later = migrate();
        assertThat(later.proved()).isTrue();
        assertThat(later.states()).isEmpty();
        assertThat(later.histories()).isEmpty();
    }

    @Test
    void an_index_that_is_opened_again_or_made_again_knows_the_same() {
        Campus.found(before);
        Campus.submit(before, Campus.meter("m1"));
        migrate();
        owner.commit(Batch.of(Campus.meter("m2")));
        List<StandingState> standing = owner.standing("meter/", "meter0", 9);
        owner.close();

        owner = open("owner", 1, 0);
        assertThat(owner.standing("meter/", "meter0", 9)).isEqualTo(standing);
        owner.close();
        owner = open("another", 1, 0);
        assertThat(owner.height()).isEqualTo(3);
        assertThat(owner.standing("meter/", "meter0", 9)).isEqualTo(standing);
        assertThat(owner.block(0)).isEqualTo(before.block(0));
    }

    @Test
    void what_was_broken_off_in_the_middle_of_a_block_goes_on_there() {
        Campus.found(before);
        Campus.submit(before, Campus.meter("m1"));
        Block first = before.block(0).orElseThrow();
        esco.adopt(new AdoptedPart.Run(List.of(new AdoptedPart(SignedHeader.of(first), 0, first.batches(), false))));

        assertThat(esco.height()).isZero();
        assertThat(esco.id()).isEqualTo(LedgerId.NONE);
        assertThat(esco.adoption().batches()).isEqualTo(1);
        StateKey written = first.writes().get(0).key();
        TransactionId carried = first.transactions().get(0).id();
        assertThat(esco.history(written)).isEmpty();
        assertThat(esco.standing("", "~", 99)).isEmpty();
        assertThat(esco.find(carried)).isEmpty();
        MigrationReport report = migrate();

        assertThat(esco.history(written)).isEqualTo(before.history(written)).isNotEmpty();
        assertThat(esco.standing("", "~", 99)).isEqualTo(before.standing("", "~", 99));
        assertThat(esco.find(carried)).isEqualTo(before.find(carried)).isPresent();

        assertThat(report.proved()).isTrue();
        assertThat(owner.commit(Batch.of(Campus.meter("m3")))).isInstanceOf(Committed.class);
        assertThat(owner.block(0)).contains(first);
        assertThat(owner.carrier(0, 0)).isPresent();
    }

    @Test
    void many_small_blocks_go_in_one_call_and_what_is_large_in_several() {
        Campus.found(before);
        int size = 0;
        for (int i = 0; size < 3 << 20; i++) {
            Transaction[] meters = new Transaction[200];
            for (int j = 0; j < meters.length; j++) {
                meters[j] = Campus.meter("m" + i + "-" + j);
            }
            Campus.submit(before, meters);
            size += Runs.bytes(
                    before.block(before.height() - 1).orElseThrow().batches().get(0));
        }

        MigrationReport report = migrate();

        assertThat(report.proved()).as(report.toString()).isTrue();
        long calls = steps.stream().filter(Migration.Step.CARRYING::equals).count();
        assertThat(calls).isBetween(2L, 4L);
    }

    @Test
    void another_ledger_an_empty_one_and_a_channel_with_a_ledger_are_refused() {
        assertThatThrownBy(this::migrate).isInstanceOf(MigrationRefused.class).hasMessageContaining("is empty");

        Campus.found(before);
        MemoryLedger other = new MemoryLedger(clock, Signer.of(new MemberId("node"), KeyPair.generate()));
        Campus.found(other);
        Block theirs = other.block(0).orElseThrow();
        esco.adopt(new AdoptedPart.Run(List.of(new AdoptedPart(SignedHeader.of(theirs), 0, theirs.batches(), true))));
        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining(
                        "channel 'campus' takes over another ledger, whose block 0 has the hash " + theirs.hash());

        esco.adopted(theirs.hash());
        assertThatThrownBy(this::migrate).hasMessageContaining("takes over another ledger");
        Campus.submit(other, Campus.meter("late"));
        assertThatThrownBy(() -> Migration.run(other, esco, "campus", (step, done) -> {}))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("took over 1 blocks of this ledger, which has 2 now");
    }

    @Test
    void a_channel_on_which_a_ledger_was_founded_takes_none_over() {
        Campus.found(before);
        Campus.found(esco);

        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("a ledger was founded on channel 'campus' already");
        assertThat(steps).isEmpty();
    }

    @Test
    void what_peers_refuse_is_told_with_the_reason_and_nothing_stands() {
        Campus.found(before);
        Block block = before.block(0).orElseThrow();
        SignedHeader forged = new SignedHeader(block.header(), "A".repeat(86) + "==");

        assertThatThrownBy(() ->
                        esco.adopt(new AdoptedPart.Run(List.of(new AdoptedPart(forged, 0, block.batches(), true)))))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("its signature was not made with the key");
        assertThat(esco.adoption().blocks()).isZero();
        Campus.found(esco);
        assertThat(esco.id()).isEqualTo(Campus.ID);
    }
}
