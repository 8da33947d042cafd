package io.smartblocks.portal;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    ReadModel readModel(@Value("${smartblocks.data}") Path data, Ledger ledger) {
        ReadModel model = ReadModel.open(data.resolve("read-model"));
        model.follow(ledger);
        return model;
    }
}
