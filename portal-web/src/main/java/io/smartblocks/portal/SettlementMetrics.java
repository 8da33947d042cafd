package io.smartblocks.portal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.outbox.OutboxLook;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.SweepReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What sweeps, ledger, read model and outbox tell those who watch the machine. */
final class SettlementMetrics {

    private static final int MOST_FAILING = 10_000;

    private final MeterRegistry registry;

    SettlementMetrics(MeterRegistry registry, Ledger ledger, ReadModel model, Path data, Clock clock) {
        this.registry = registry;
        TimeGauge.builder("smartblocks.settlement.lag", model, TimeUnit.MILLISECONDS, due -> lag(due, clock))
                .description("for how long the period has been due that waits longest to be settled")
                .register(registry);
        gauge(
                "smartblocks.settlement.failing",
                "periods that could not be settled when they were tried last",
                () -> model.due().failing(MOST_FAILING).size());
        gauge("smartblocks.ledger.height", "blocks on the ledger", ledger::height);
        gauge(
                "smartblocks.readmodel.behind",
                "blocks that the read model has not seen yet",
                () -> Math.max(0, ledger.height() - model.height()));
        if (ledger instanceof EmbeddedLedger embedded) {
            gauge(
                    "smartblocks.ledger.blocks.bytes",
                    "what the ledger's blocks take on the disk",
                    () -> embedded.metrics().bytesOfBlocks());
            gauge(
                    "smartblocks.ledger.index.bytes",
                    "what the ledger's index takes on the disk",
                    () -> embedded.metrics().bytesOfIndex());
            gauge(
                    "smartblocks.ledger.waiting",
                    "batches that wait for their block",
                    () -> embedded.metrics().batchesWaiting());
        }
        Path outbox = data.resolve("outbox");
        gauge(
                "smartblocks.outbox.waiting",
                "batches of readings that wait to be sent to the ledger",
                () -> Files.isDirectory(outbox) ? OutboxLook.at(outbox).waiting() : 0);
    }

    /** Counts what a sweep did. */
    void count(SweepReport report) {
        for (SweepReport.Item item : report.items()) {
            registry.counter("smartblocks.settlements", "outcome", word(item.result()))
                    .increment();
        }
        if (!report.isComplete()) {
            registry.counter("smartblocks.sweeps.stopped").increment();
        }
        registry.timer("smartblocks.sweeps").record(Duration.between(report.startedAt(), report.endedAt()));
        step("gathering", report.took().gathering());
        step("settling", report.took().settling());
        step("committing", report.took().committing());
        step("concluding", report.took().concluding());
    }

    private void step(String name, Duration took) {
        registry.timer("smartblocks.sweeps.steps", "step", name).record(took);
    }

    /** A figure that cannot be told now, as when the database is away, is none; the others still are. */
    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, () -> told(value)).description(description).register(registry);
    }

    private static Number told(Supplier<Number> value) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    private static double lag(ReadModel model, Clock clock) {
        Instant now = clock.instant();
        return told(() -> {
                    Optional<Instant> oldest = model.due().oldest(now);
                    return oldest.map(due -> Duration.between(due, now).toMillis())
                            .orElse(0L);
                })
                .doubleValue();
    }

    private static String word(SweepReport.Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
