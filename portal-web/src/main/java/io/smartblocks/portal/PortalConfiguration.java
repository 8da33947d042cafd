package io.smartblocks.portal;

import io.smartblocks.ledger.fabric.Carrier;
import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.explorer.ChannelBlocks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one place that assembles the parts of the house. */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    @Bean
    @ConditionalOnBooleanProperty(name = "smartblocks.demo", havingValue = false, matchIfMissing = true)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LedgerChoice ledgerChoice(
            @Value("${smartblocks.ledger}") String kind, @Value("${smartblocks.fabric.profile:}") String profile) {
        return LedgerChoice.of(
                kind, Optional.of(profile).filter(name -> !name.isBlank()).map(Path::of));
    }

    @Bean
    Ledger ledger(@Value("${smartblocks.data}") Path data, LedgerChoice choice, Clock clock) {
        return LedgerHome.open(data, choice, clock);
    }

    /** What the explorer shows beside the ledger's own blocks. */
    @Bean
    ChannelBlocks channelBlocks(Ledger ledger) {
        return ledger instanceof FabricLedger fabric ? new FabricChannel(fabric) : ChannelBlocks.NONE;
    }

    private record FabricChannel(FabricLedger ledger) implements ChannelBlocks {
        @Override
        public Optional<FabricBlock> block(long number) {
            return ledger.channelBlock(number);
        }

        @Override
        public Optional<Carrier> carrier(long number, int batch) {
            return ledger.carrier(number, batch);
        }
    }

    @Bean
    ReadModel readModel(@Value("${smartblocks.data}") Path data, Ledger ledger, Environment settings) {
        ReadModel model = ReadModelHome.open(data, name -> Optional.ofNullable(settings.getProperty(name)));
        model.follow(ledger);
        return model;
    }

    /** Pages show what was true before as long as the tables cannot be written or are far behind. */
    @Bean
    HealthIndicator readModelHealthIndicator(
            ReadModel model, Ledger ledger, @Value("${smartblocks.readiness-lag}") long mostBehind) {
        return () -> {
            long height = model.height();
            long behind = Math.max(0, ledger.height() - height);
            return model.failure()
                    // which the ledger's own health tells; the tables show what they have
                    .filter(failure -> !(failure instanceof LedgerUnavailable))
                    .map(failure -> Health.down().withDetail("reason", String.valueOf(failure.getMessage())))
                    .orElseGet(() -> behind > mostBehind ? Health.outOfService() : Health.up())
                    .withDetail("height", height)
                    .withDetail("behind", behind)
                    .build();
        };
    }

    /** A ledger that takes no writes is an alarm, while its pages can still be read. */
    @Bean
    HealthIndicator ledgerHealthIndicator(Ledger ledger) {
        return () -> {
            io.smartblocks.ledger.port.Health health = ledger.health();
            return (health.writable() ? Health.up() : Health.outOfService())
                    .withDetail("height", health.height())
                    .withDetail("notes", health.notes())
                    .build();
        };
    }
}
