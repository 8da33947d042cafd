package io.smartblocks.portal;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.meter.edge.MeterFolder;
import io.smartblocks.ledger.meter.validation.Thresholds;
import io.smartblocks.ledger.port.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes meter files from a folder while the portal runs, where one is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("smartblocks.meters")
class MeterFolderConfiguration {

    @Bean
    MeterFolderRounds meterFolderRounds(
            Ledger ledger,
            Clock clock,
            @Value("${smartblocks.data}") Path data,
            @Value("${smartblocks.meters}") Path folder,
            @Value("${smartblocks.meters-as:}") String signer,
            @Value("${smartblocks.meters-every:30s}") Duration every) {
        Optional<MemberId> named =
                Optional.of(signer).filter(name -> !name.isEmpty()).map(MemberId::new);
        MeterOperatorKeys keys = new MeterOperatorKeys(ledger, data, clock, named);
        MeterFolder files = new MeterFolder(folder, ColumnChoice.fromHeader(), Thresholds.standard(), clock);
        return new MeterFolderRounds(ledger, files, data.resolve("outbox"), keys::signer, clock, every);
    }
}
