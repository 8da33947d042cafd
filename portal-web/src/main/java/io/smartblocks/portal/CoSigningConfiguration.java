package io.smartblocks.portal;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.CoSigning;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets what other parties settled be computed again and co-signed while the portal runs. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "smartblocks.co-sign", havingValue = "true", matchIfMissing = true)
class CoSigningConfiguration {

    @Bean
    CoSigning coSigning(
            Ledger ledger,
            ReadModel model,
            SettlementEngine engine,
            RuntimeKeys keys,
            @Value("${smartblocks.node:}") String node,
            Clock clock) {
        return new CoSigning(ledger, model, engine, keys, clock, NodeName.or(node));
    }

    @Bean
    CoSigningRounds coSigningRounds(CoSigning coSigning, @Value("${smartblocks.sweep-every:60s}") Duration every) {
        return new CoSigningRounds(coSigning, every);
    }
}
