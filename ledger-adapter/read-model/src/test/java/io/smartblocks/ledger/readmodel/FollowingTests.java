package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class FollowingTests {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final BlocksLedger ledger = new BlocksLedger(chain::blocks);
    private final TestedDatabase database;

    FollowingTests(TestedDatabase database) {
        this.database = database;
    }

    @Test
    void it_catches_up_and_goes_on_with_new_blocks() throws InterruptedException {
        List<Long> heights = new CopyOnWriteArrayList<>();
        chain.add(StoryFixture.founded());
        try (ReadModel model = ReadModel.on(database.empty())) {
            model.onAdvance(heights::add);
            model.follow(ledger);
            assertThat(model.awaitHeight(1, LONG)).isTrue();

            chain.add(StoryFixture.meterRegistered());
            assertThat(model.awaitHeight(2, LONG)).isTrue();

            assertThat(model.meters().meters()).hasSize(1);
            assertThat(model.awaitHeight(3, Duration.ofMillis(20))).isFalse();
        }
        assertThat(heights).containsExactly(1L, 2L);
    }

    @Test
    void two_nodes_on_one_database_take_turns_and_neither_fails() throws InterruptedException {
        DataSource shared = database.empty();
        chain.add(StoryFixture.founded());
        try (ReadModel one = ReadModel.on(shared);
                ReadModel other = ReadModel.on(shared)) {
            one.catchUp(ledger);
            one.follow(ledger);
            other.follow(ledger);
            for (int block = 0; block < 50; block++) {
                chain.add(StoryFixture.corrected(StoryFixture.page("2026-03-01", (long) block), block, ""));
            }

            assertThat(one.awaitHeight(51, LONG)).isTrue();
            assertThat(other.awaitHeight(51, LONG)).isTrue();
            assertThat(one.failure()).isEmpty();
            assertThat(other.failure()).isEmpty();
            assertThat(one.chain().blocks(100)).hasSize(51);
        }
    }

    @Test
    void after_a_failure_it_tries_again() throws InterruptedException {
        chain.add(StoryFixture.founded());
        ledger.breakNextStream();
        try (ReadModel model = ReadModel.on(database.empty())) {
            model.follow(ledger);

            assertThat(model.awaitHeight(1, LONG)).isTrue();
            assertThat(model.failure()).isEmpty();
        }
    }

    @Test
    void while_the_database_is_away_it_says_so_and_goes_on_when_it_is_back() throws InterruptedException {
        FlakyDatabase flaky = new FlakyDatabase(database.empty());
        chain.add(StoryFixture.founded());
        try (ReadModel model = ReadModel.on(flaky.source())) {
            model.follow(ledger);
            assertThat(model.awaitHeight(1, LONG)).isTrue();
            flaky.away(true);
            chain.add(StoryFixture.meterRegistered());
            assertThat(awaitFailure(model)).hasMessageContaining("The database is away");

            flaky.away(false);
            assertThat(model.awaitHeight(2, LONG)).isTrue();
            assertThat(model.failure()).isEmpty();
        }
    }

    @Test
    void a_commit_whose_answer_was_lost_is_seen_after_all() throws InterruptedException {
        FlakyDatabase flaky = new FlakyDatabase(database.empty());
        chain.add(StoryFixture.founded());
        try (ReadModel model = ReadModel.on(flaky.source())) {
            flaky.loseOneCommit();
            model.follow(ledger);

            assertThat(model.awaitHeight(1, LONG)).isTrue();
            assertThat(model.failure()).isEmpty();
            assertThat(model.checkpoint().lastHash())
                    .isEqualTo(chain.blocks().get(0).hash());
        }
    }

    @Test
    void an_error_does_not_end_it_either() throws InterruptedException {
        FlakyDatabase flaky = new FlakyDatabase(database.empty());
        chain.add(StoryFixture.founded());
        try (ReadModel model = ReadModel.on(flaky.source())) {
            model.follow(ledger);
            assertThat(model.awaitHeight(1, LONG)).isTrue();
            flaky.breakOnce();
            chain.add(StoryFixture.meterRegistered());

            assertThat(awaitFailure(model)).hasRootCauseInstanceOf(StackOverflowError.class);
            assertThat(model.awaitHeight(2, LONG)).isTrue();
        }
    }

    static RuntimeException awaitFailure(ReadModel model) throws InterruptedException {
        for (int i = 0; i < 2000 && model.failure().isEmpty(); i++) {
            Thread.sleep(10);
        }
        return model.failure().orElseThrow();
    }

    @Test
    void a_listener_that_fails_does_not_stop_the_projection() throws InterruptedException {
        chain.add(StoryFixture.founded());
        chain.add(StoryFixture.meterRegistered());
        try (ReadModel model = ReadModel.on(database.empty())) {
            List<Long> heights = new CopyOnWriteArrayList<>();
            model.onAdvance(height -> {
                heights.add(height);
                throw new IllegalStateException("The listener broke");
            });
            model.follow(ledger);

            assertThat(model.awaitHeight(2, LONG)).isTrue();
            assertThat(model.failure()).isEmpty();
            assertThat(heights).startsWith(1L);
        }
    }
}
