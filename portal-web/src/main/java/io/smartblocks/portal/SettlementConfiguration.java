package io.smartblocks.portal;

import io.micrometer.core.instrument.MeterRegistry;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.DryRun;
import io.smartblocks.runtime.run.ExplainingSettlement;
import io.smartblocks.runtime.run.SignedTexts;
import io.smartblocks.runtime.run.Sweep;
import io.smartblocks.runtime.run.SweepReport;
import io.smartblocks.runtime.schedule.SettlementSchedule;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Lets what is due settle by itself while the portal runs. */
@Configuration(proxyBeanMethods = false)
class SettlementConfiguration {

    @Bean
    SettlementEngine settlementEngine() {
        return new SettlementEngine();
    }

    @Bean
    SignedTexts signedTexts(ReadModel model) {
        return new SignedTexts(model);
    }

    @Bean
    ExplainingSettlement explainingSettlement(ReadModel model, SettlementEngine engine, SignedTexts texts) {
        return new ExplainingSettlement(model, engine, texts);
    }

    @Bean
    DryRun dryRun(ReadModel model, SettlementEngine engine) {
        return new DryRun(model, engine);
    }

    @Bean
    RuntimeKeys runtimeKeys(Ledger ledger, @Value("${smartblocks.data}") Path data, Clock clock) {
        return new RuntimeKeys(ledger, new MachineKeys(data, clock));
    }

    @Bean
    Sweep sweep(
            Ledger ledger,
            ReadModel model,
            SettlementEngine engine,
            RuntimeKeys keys,
            @Value("${smartblocks.node:}") String node,
            Clock clock) {
        return new Sweep(ledger, model, engine, keys, clock, NodeName.or(node));
    }

    @Bean
    SettlementMetrics settlementMetrics(
            MeterRegistry registry,
            Ledger ledger,
            ReadModel model,
            @Value("${smartblocks.data}") Path data,
            Clock clock) {
        return new SettlementMetrics(registry, ledger, model, data, clock);
    }

    @Bean
    Unattended unattended(
            Sweep sweep,
            ReadModel model,
            SettlementMetrics metrics,
            @Value("${smartblocks.sweep-every:60s}") Duration every,
            @Value("${smartblocks.node-check-in:5s}") Duration checkIn) {
        Supplier<SettlementSchedule> start = () -> {
            Consumer<SweepReport> listener = report -> {
                metrics.count(report);
                Unattended.tell(report);
            };
            return model.shared()
                    .map(database -> SettlementSchedule.shared(database, checkIn, sweep, every, listener))
                    .orElseGet(() -> SettlementSchedule.start(sweep, every, listener));
        };
        return new Unattended(start);
    }

    /** Sweeps from the moment at which everything else has started until the portal stops. */
    static final class Unattended implements DisposableBean {

        private static final Logger LOG = LoggerFactory.getLogger(Unattended.class);

        private final Supplier<SettlementSchedule> starting;
        private Optional<SettlementSchedule> schedule = Optional.empty();

        Unattended(Supplier<SettlementSchedule> starting) {
            this.starting = starting;
        }

        @EventListener(ApplicationReadyEvent.class)
        synchronized void start() {
            if (schedule.isEmpty()) {
                schedule = Optional.of(starting.get());
            }
        }

        @Override
        public synchronized void destroy() {
            schedule.ifPresent(SettlementSchedule::close);
        }

        private static void tell(SweepReport report) {
            if (report.stopped().isPresent()) {
                // the periods of a sweep that stopped stay due and are told when they have had their turn
                LOG.warn(
                        "settling in {} stopped and is tried again: {}",
                        report.zone(),
                        report.stopped().get());
                return;
            }
            LOG.info(
                    "settling in {}, shard {}: {}",
                    report.zone(),
                    report.shard(),
                    Arrays.stream(SweepReport.Result.values())
                            .filter(result -> report.count(result) > 0)
                            .map(result -> report.count(result) + " " + result)
                            .collect(Collectors.joining(", ")));
            for (SweepReport.Item item : report.items()) {
                LOG.debug(
                        "{} {} from {}: {} {}",
                        item.agreement(),
                        item.period(),
                        item.from(),
                        item.result(),
                        item.message());
            }
        }
    }
}
