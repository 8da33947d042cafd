package io.smartblocks.portal;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
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
    Ledger ledger(@Value("${smartblocks.data}") Path data, Clock clock) {
        return LedgerHome.open(data, clock);
    }

    @Bean
    ReadModel readModel(@Value("${smartblocks.data}") Path data, Ledger ledger, Environment settings) {
        ReadModel model = ReadModelHome.open(data, name -> Optional.ofNullable(settings.getProperty(name)));
        model.follow(ledger);
        return model;
    }

    /** Pages show what was true before as long as the tables cannot be written. */
    @Bean
    HealthIndicator readModelHealth(ReadModel model) {
        return () -> model.failure()
                .map(failure -> Health.down().withDetail("reason", String.valueOf(failure.getMessage())))
                .orElseGet(Health::up)
                .withDetail("height", model.height())
                .build();
    }
}
