package io.smartblocks.portal;

import java.time.Clock;
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
}
