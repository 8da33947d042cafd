package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtimes of both parties, each with a read model of its own, settle the same agreement at once. */
class TwoRuntimesTests {

    @TempDir
    private Path directory;

    private SupplyFixture supply;
    private ReadModel own;
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @BeforeEach
    void open() {
        supply = new SupplyFixture(directory);
        own = ReadModel.open(directory.resolve("of-client"));
        own.follow(supply.site.ledger);
    }

    @AfterEach
    void close() {
        pool.shutdown();
        own.close();
        supply.close();
    }

    @Test
    void every_period_is_settled_once_and_the_agreement_closed_once() throws Exception {
        supply.site.at("2027-01-20T10:00:00");
        supply.site.readings("IE-1", "2026-01-01", "2026-12-31", 10);

        List<Item> items = bothAtOnce();
        supply.site.at("2027-01-20T10:30:00");
        items.addAll(bothAtOnce());

        assertThat(items).extracting(Item::result).contains(Result.SETTLED, Result.CLOSED);
        assertThat(items)
                .filteredOn(item -> item.result() == Result.FAILED)
                .as("whoever came second is told that the agreement is closed, and nothing else fails")
                .allSatisfy(item -> assertThat(item.message()).startsWith("closing:"));
        assertThat(supply.settled()).hasSize(12);
        assertThat(supply.verified()).hasOnlyElementsOfType(Verification.Same.class);
        assertThat(supply.site.model.chain().transactionsAbout("supply", 100))
                .extracting(TransactionSummary::action)
                .filteredOn("close-agreement"::equals)
                .hasSize(1);
        assertThat(supply.site.sweep().runAll().items()).isEmpty();
    }

    @Test
    void a_hold_that_both_find_is_stated_once_and_fails_for_nobody() throws Exception {
        supply.site.at("2026-02-10T10:00:00");
        supply.site.readings("IE-1", "2026-01-01", "2026-01-30", 10);

        assertThat(bothAtOnce()).extracting(Item::result).containsExactly(Result.HELD, Result.HELD);
        assertThat(supply.site.model.settlements().holdsOf(supply.id)).hasSize(1);
    }

    private List<Item> bothAtOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<SweepReport>> reports = new ArrayList<>();
        for (Sweep sweep : List.of(supply.site.sweep(), supply.site.sweepOfClient(own))) {
            reports.add(pool.submit(() -> {
                start.await();
                return sweep.runAll();
            }));
        }
        List<Item> items = new ArrayList<>();
        for (Future<SweepReport> report : reports) {
            items.addAll(report.get().items());
        }
        return items;
    }
}
