package io.smartblocks.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.MemoryLedger;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.bench.ChannelFigures.Rate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelBenchTests {

    private static final int AGREEMENTS = 5;

    @TempDir
    private Path directory;

    private final ConcurrentHashMap<MemberId, Signer> keys = new ConcurrentHashMap<>();
    private final Ledger ledger = new MemoryLedger(
            new MovableClock(Instant.parse("2026-12-01T10:00:00Z")),
            Signer.of(new MemberId("node"), KeyPair.generate()));

    @Test
    void settles_two_months_first_by_hundreds_and_then_each_alone() {
        List<String> told = new ArrayList<>();
        ChannelFigures figures = measure(told);

        assertThat(figures.latencies()).hasSize(100).isSorted();
        assertThat(figures.pages().committed()).isEqualTo(31 * AGREEMENTS);
        assertThat(figures.pagesAlone().committed()).isEqualTo(28 * AGREEMENTS);
        assertThat(figures.settlements().committed()).isEqualTo(AGREEMENTS);
        assertThat(figures.settlementsAlone().committed()).isEqualTo(AGREEMENTS);
        assertThat(told).hasSize(6);
        assertThat(batches("settlement/")).containsExactly(AGREEMENTS, 1, 1, 1, 1, 1);
        assertThat(batches("readings/")).filteredOn(size -> size > 1).hasSize(31);
    }

    @Test
    void a_ledger_that_is_founded_already_is_left_as_it_is() {
        Campus.found(ledger);
        long height = ledger.height();

        assertThatThrownBy(() -> measure(new ArrayList<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is founded already")
                .hasMessageContaining("name a new channel");
        assertThat(ledger.height()).isEqualTo(height);
    }

    @Test
    void latencies_are_those_that_so_many_of_a_hundred_stay_within() {
        List<Duration> latencies =
                IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();
        Rate rate = new Rate(250, Duration.ofMillis(12_340));
        ChannelFigures figures = new ChannelFigures(latencies, rate, rate, rate, rate);

        assertThat(figures.latency(50)).hasMillis(50);
        assertThat(figures.latency(95)).hasMillis(95);
        assertThat(figures.lines())
                .contains(
                        "commit               50 ms at the median, 95 ms for the slowest of twenty",
                        "pages alone          250 in 12.3 s: 20.2/s, 1,939 readings/s",
                        "settled by hundreds  250 in 12.3 s: 20.2/s");
    }

    private ChannelFigures measure(List<String> told) {
        try (ReadModel model = ReadModel.open(directory.resolve("model"))) {
            return ChannelBench.measure(
                    ledger,
                    model,
                    member -> keys.computeIfAbsent(member, each -> Signer.of(each, KeyPair.generate())),
                    AGREEMENTS,
                    told::add);
        }
    }

    // how many statements each batch held that wrote under the prefix
    private List<Integer> batches(String prefix) {
        return IntStream.range(0, (int) ledger.height())
                .mapToObj(number -> ledger.block(number).orElseThrow())
                .flatMap(block -> block.batches().stream())
                .filter(batch -> batch.writes().stream()
                        .anyMatch(write -> write.key().value().startsWith(prefix)))
                .map(batch -> batch.transactions().size())
                .toList();
    }
}
