package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerBenchTests {

    @TempDir
    private Path directory;

    @Test
    void one_writer_gets_a_block_for_each_batch() {
        LedgerBench.Throughput result = LedgerBench.run(directory, Clock.systemUTC(), 1, 5, 3);

        assertThat(result.blocks()).isEqualTo(5);
        assertThat(result.transactions()).isEqualTo(15);
        assertThat(result.transactionsPerSecond()).isPositive();
        assertThat(result.bareAppendsPerSecond()).isPositive();
        assertThat(result.bytes() / 5).isGreaterThan(3 * 1000);
        VerificationReport report = LedgerVerification.verify(directory.resolve("ledger"));
        assertThat(report.problems()).isEmpty();
        assertThat(report.transactions()).isEqualTo(2 + 100 + 15);
    }

    @Test
    void several_writers_share_blocks_and_all_is_committed() {
        LedgerBench.Throughput result = LedgerBench.run(directory, Clock.systemUTC(), 4, 20, 2);

        assertThat(result.blocks()).isBetween(1L, 20L);
        assertThat(LedgerVerification.verify(directory.resolve("ledger")).transactions())
                .isEqualTo(2 + 100 + 40);
    }

    @Test
    void the_round_with_the_middle_share_is_told() {
        List<LedgerBench.Throughput> rounds = Stream.of(40, 90, 55, 70)
                .map(share -> new LedgerBench.Throughput(
                        8, 10, 20, 1000, Duration.ofMillis(100), Duration.ZERO, Duration.ofMillis(share)))
                .toList();

        LedgerBench.Rounds all = new LedgerBench.Rounds(rounds);
        assertThat(all.percentsOfBare()).containsExactly(40L, 90L, 55L, 70L);
        assertThat(all.middle().percentOfBare()).isEqualTo(55);
        assertThat(all.middle().transactionsPercentOfBare()).isEqualTo(110);
    }

    @Test
    void the_bare_file_holds_the_same_sizes() {
        LedgerBench.bare(directory, List.of(10, 2000, 300));

        assertThat(directory.resolve("000000000000.blocks")).hasSize(2310 + 3 * Frame.SIZE);
    }

    @Test
    void pages_are_recorded_read_back_and_weighed() {
        ConcurrentSkipListSet<Long> progress = new ConcurrentSkipListSet<>();
        PagesBench.Result result = PagesBench.run(directory, Clock.systemUTC(), 620, progress::add);

        assertThat(result.pages()).isEqualTo(620);
        assertThat(progress).contains(50L, 620L).hasSize(13);
        assertThat(result.blockBytesPerPage()).isGreaterThan(1000);
        assertThat(result.indexBytesPerPage()).isPositive();
        assertThat(result.state().p99()).isGreaterThanOrEqualTo(result.state().median());
        assertThat(result.history().p99())
                .isGreaterThanOrEqualTo(result.history().median());
        VerificationReport report = LedgerVerification.verify(directory);
        assertThat(report.problems()).isEmpty();
        assertThat(report.transactions()).isEqualTo(2 + 100 + 620 + 500 * 3);
    }
}
