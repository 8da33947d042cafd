package io.smartblocks.portal;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.member.MemberKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;

/** Builds the small site once the portal has started for the first time. */
@TestConfiguration(proxyBeanMethods = false)
class SiteBuilding {

    private final Ledger ledger;
    private final ReadModel model;
    private final Accounts accounts;
    private final MemberKeys keys;
    private final Clock clock;
    private final Path data;

    SiteBuilding(
            Ledger ledger,
            ReadModel model,
            Accounts accounts,
            MemberKeys keys,
            Clock clock,
            @Value("${smartblocks.data}") Path data) {
        this.ledger = ledger;
        this.model = model;
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
        this.data = data;
    }

    @EventListener(ApplicationReadyEvent.class)
    void build() throws IOException, InterruptedException {
        String password = Files.readString(data.resolve("admin-password"));
        new SiteFixture(ledger, accounts, keys, clock, password).build();
        model.awaitHeight(ledger.height(), Duration.ofMinutes(3));
    }
}
