package io.smartblocks.ledger.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.MerkleTree;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What can be read: states, what stood before, and the chain of blocks that all of it comes from. */
public interface ReadingContract extends ContractLedger {

    int WRITERS = 3;
    int BATCHES = 20;
    int IN_A_BATCH = 3;

    @Test
    default void states_come_in_the_order_of_their_keys_and_only_those_asked_for() {
        String name = fresh();
        Campus.submit(ledger(), Campus.meter(name + "-b"), Campus.meter(name + "-a"));
        Campus.submit(ledger(), Campus.meter(name + "-ab"), Campus.meter(name));

        assertThat(ledger().states("meter/" + name + "-"))
                .extracting(entry -> entry.key().value())
                .containsExactly("meter/" + name + "-a", "meter/" + name + "-ab", "meter/" + name + "-b");
        assertThat(ledger().states("meter/" + fresh())).isEmpty();
    }

    @Test
    default void the_latest_state_stands_and_history_tells_what_stood_before() {
        String name = fresh();
        StateKey key = StateKey.meter(new MeterId(name));
        List<Long> blocks = new ArrayList<>();
        for (Transaction step : List.of(Campus.meter(name), move(name, "Annexe"), move(name, "Attic"))) {
            Campus.submit(ledger(), step);
            blocks.add(ledger().find(step.id()).orElseThrow().block());
        }

        assertThat(ledger().state(key, MeterState.class).map(MeterState::site)).contains("Attic");
        assertThat(ledger().history(key))
                .extracting(version -> ((MeterState) version.state()).site())
                .containsExactly("Campus", "Annexe", "Attic");
        assertThat(ledger().history(key)).extracting(StateVersion::block).containsExactlyElementsOf(blocks);
    }

    @Test
    default void what_stands_is_listed_page_by_page_with_the_block_that_wrote_it() {
        String name = fresh();
        Campus.submit(ledger(), Campus.meter(name + "-a"), Campus.meter(name + "-b"), Campus.meter(name + "-c"));
        Transaction moved = move(name + "-b", "Annexe");
        Campus.submit(ledger(), moved);
        String prefix = "meter/" + name + "-";

        List<StandingState> first = ledger().standing(prefix, prefix + "c", 1);
        List<StandingState> rest = ledger().standing(prefix + "a!", prefix + "c", 10);

        assertThat(first).extracting(state -> state.key().value()).containsExactly(prefix + "a");
        assertThat(rest).extracting(state -> state.key().value()).containsExactly(prefix + "b");
        assertThat(((MeterState) rest.get(0).state()).site()).isEqualTo("Annexe");
        assertThat(rest.get(0).block())
                .isEqualTo(ledger().find(moved.id()).orElseThrow().block());
        assertThat(ledger().standing(prefix, prefix, 10)).isEmpty();
    }

    @Test
    default void what_never_was_is_not_found() {
        MeterId nobodys = new MeterId(fresh());

        assertThat(ledger().state(StateKey.meter(nobodys))).isEmpty();
        assertThat(ledger().history(StateKey.meter(nobodys))).isEmpty();
        assertThat(ledger().find(Campus.meter(fresh()).id())).isEmpty();
        assertThat(ledger().block(-1)).isEmpty();
        assertThat(ledger().block(ledger().height() + 1000)).isEmpty();
    }

    @Test
    default void blocks_are_a_chain_whose_roots_show_every_transaction() {
        Campus.submit(ledger(), Campus.meter(fresh()), Campus.meter(fresh()), Campus.meter(fresh()));
        Hash previous = Hash.NONE;
        long number = 0;
        for (Block block : chain()) {
            assertThat(block.number()).isEqualTo(number++);
            assertThat(block.header().previousHash()).isEqualTo(previous);
            previous = block.hash();
            rootsHold(block);
        }
    }

    private static void rootsHold(Block block) {
        List<byte[]> leaves = Block.transactionLeaves(block.batches());
        MerkleTree tree = Block.transactionTree(block.batches());
        for (int i = 0; i < leaves.size(); i++) {
            assertThat(tree.pathOf(i).leads(leaves.get(i), block.header().transactionsRoot()))
                    .isTrue();
        }
        assertThat(Block.changeTree(block.batches()).root())
                .isEqualTo(block.header().changesRoot());
    }

    @Test
    default void block_time_never_goes_back() {
        Campus.submit(ledger(), Campus.meter(fresh()));
        reopened();
        Campus.submit(ledger(), Campus.meter(fresh()));

        assertThat(chain()).extracting(block -> block.header().time()).isSorted();
    }

    @Test
    default void what_a_batch_wrote_stands_in_its_block() {
        String name = fresh();
        Transaction meter = Campus.meter(name);
        Campus.submit(ledger(), meter);
        TransactionPlace place = ledger().find(meter.id()).orElseThrow();

        StateKey key = StateKey.meter(new MeterId(name));
        assertThat(ledger().block(place.block())
                        .orElseThrow()
                        .batches()
                        .get(place.batch())
                        .writes())
                .contains(new StateEntry(key, ledger().state(key).orElseThrow()));
    }

    @Test
    default void health_tells_that_it_takes_writes() {
        long before = ledger().height();
        Health health = ledger().health();

        assertThat(health.writable()).isTrue();
        assertThat(health.height()).isBetween(before, ledger().height());
    }

    @Test
    default void readers_see_whole_batches_only_while_others_write() {
        String name = fresh();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<List<Integer>> reader = started(() -> counts(name, over));
        List<CompletableFuture<List<Integer>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String own = name + "-" + writer;
            writers.add(started(() -> write(own)));
        }
        writers.forEach(CompletableFuture::join);
        over.set(true);

        assertThat(reader.join()).isSorted().allMatch(count -> count % IN_A_BATCH == 0);
        assertThat(ledger().states("meter/" + name)).hasSize(WRITERS * BATCHES * IN_A_BATCH);
    }

    private List<Integer> counts(String name, AtomicBoolean over) {
        List<Integer> counts = new ArrayList<>();
        while (!over.get()) {
            counts.add(ledger().states("meter/" + name).size());
        }
        return counts;
    }

    private List<Integer> write(String name) {
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Transaction> meters = new ArrayList<>();
            for (int i = 0; i < IN_A_BATCH; i++) {
                meters.add(Campus.meter(name + "-" + batch + "-" + i));
            }
            ledger().submit(new Batch(meters)).join();
        }
        return List.of();
    }

    @Test
    default void ranges_may_end_with_what_no_key_holds() {
        String meter = fresh();
        Campus.submit(ledger(), Campus.meter(meter));
        String key = StateKey.meter(new MeterId(meter)).value();

        assertThat(ledger().standing(key, key + '\0', 10))
                .extracting(standing -> standing.key().value())
                .containsExactly(key);
        assertThat(ledger().standing(key + '\0', key + '\u0001', 10)).isEmpty();
        assertThat(ledger().standing(key, key + Character.MAX_VALUE, 1))
                .extracting(standing -> standing.key().value())
                .containsExactly(key);
        assertThat(ledger().standing(key + '\u007f', key + '\u0085', 10)).isEmpty();
    }

    @Test
    default void an_interrupted_reader_harms_nobody() throws InterruptedException {
        String name = fresh();
        Transaction meter = Campus.meter(name);
        Campus.submit(ledger(), meter);
        for (int i = 0; i < 20; i++) {
            Thread reader = new Thread(() -> readWhatever(name));
            reader.setUncaughtExceptionHandler((thread, itsOwnTrouble) -> {});
            reader.start();
            reader.interrupt();
            reader.join();
        }

        assertThat(ledger().state(StateKey.meter(new MeterId(name)))).isPresent();
        assertThat(ledger().find(meter.id())).isPresent();
        assertThat(chain()).isNotEmpty();
        assertThat(Campus.submit(ledger(), move(name, "Annexe"))).isInstanceOf(Submission.Committed.class);
    }

    private void readWhatever(String name) {
        Thread.currentThread().interrupt();
        ledger().states("meter/" + name);
        ledger().history(StateKey.meter(new MeterId(name)));
        ledger().block(ledger().height() - 1);
    }

    private static <T> CompletableFuture<T> started(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, command -> new Thread(command).start());
    }
}
