package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerBenchTests {

    @TempDir
    private Path directory;

    @Test
    void each_batch_that_waits_for_the_one_before_has_its_own_block() {
        LedgerBench.Result result = LedgerBench.oneByOne(directory.resolve("a"), Clock.systemUTC(), 5, 3);

        assertThat(result.blocks()).isEqualTo(5);
        assertThat(result.transactions()).isEqualTo(15);
        assertThat(result.transactionsPerSecond()).isPositive();
        assertThat(LedgerVerification.verify(directory.resolve("a")).sound()).isTrue();
    }

    @Test
    void batches_submitted_together_are_all_committed() {
        LedgerBench.Result result = LedgerBench.together(directory.resolve("b"), Clock.systemUTC(), 20, 2);

        assertThat(result.blocks()).isBetween(1L, 20L);
        assertThat(LedgerVerification.verify(directory.resolve("b")).transactions())
                .isEqualTo(42);
    }

    @Test
    void the_disks_share_is_measured_alone() {
        assertThat(LedgerBench.syncsOnly(directory.resolve("c"), 10, 1000).blocks())
                .isEqualTo(10);
    }
}
