package io.smartblocks.portal;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.Sweep;
import io.smartblocks.runtime.run.SweepReport;
import io.smartblocks.runtime.schedule.SettlementSchedule;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
    Sweep sweep(
            Ledger ledger,
            ReadModel model,
            SettlementEngine engine,
            @Value("${smartblocks.data}") Path data,
            Clock clock) {
        return new Sweep(ledger, model, engine, new RuntimeKeys(ledger, new MachineKeys(data, clock)), clock);
    }

    @Bean
    Unattended unattended(Sweep sweep, @Value("${smartblocks.sweep-every:60s}") Duration every) {
        return new Unattended(sweep, every);
    }

    /** Sweeps from the moment at which everything else has started until the portal stops. */
    static final class Unattended implements DisposableBean {

        private static final Logger LOG = LoggerFactory.getLogger(Unattended.class);

        private final Sweep sweep;
        private final Duration every;
        private Optional<SettlementSchedule> schedule = Optional.empty();

        Unattended(Sweep sweep, Duration every) {
            this.sweep = sweep;
            this.every = every;
        }

        @EventListener(ApplicationReadyEvent.class)
        synchronized void start() {
            if (schedule.isEmpty()) {
                schedule = Optional.of(SettlementSchedule.start(sweep, every, Unattended::tell));
            }
        }

        @Override
        public synchronized void destroy() {
            schedule.ifPresent(SettlementSchedule::close);
        }

        private static void tell(SweepReport report) {
            for (SweepReport.Item item : report.items()) {
                LOG.info(
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
