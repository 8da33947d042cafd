package io.smartblocks.portal.demo;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.account.OpenLogins;
import io.smartblocks.portal.shell.SiteTime;
import io.smartblocks.runtime.run.CoSigning;
import io.smartblocks.runtime.run.Sweep;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the portal a demo site. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "smartblocks.demo")
class DemoConfiguration {

    /** Part of what a demo site is: another seed would contradict the readings that it has on its ledger. */
    static final long SEED = 20_260_701;

    static final ZoneId ZONE = ZoneId.of("Europe/Dublin");

    @Bean
    CatchUpClock clock() {
        return new CatchUpClock(Clock.systemUTC());
    }

    @Bean
    SiteTime siteTime(CatchUpClock clock) {
        return () -> clock.isPresent() ? Optional.empty() : Optional.of(clock.instant());
    }

    @Bean
    DemoSite demoSite(@Value("${smartblocks.data}") Path data) {
        return DemoSite.openOrMark(data, LocalDate.now(Clock.system(ZONE)));
    }

    @Bean
    DemoKeys demoKeys(DemoSite site, @Value("${smartblocks.data}") Path data, CatchUpClock clock) {
        return new DemoKeys(site, data, clock);
    }

    @Bean
    OpenLogins openLogins(DemoSite site) {
        return site::logins;
    }

    @Bean
    DemoLife demoLife(
            DemoSite site,
            DemoKeys keys,
            Ledger ledger,
            Sweep sweep,
            ObjectProvider<CoSigning> coSigning,
            CatchUpClock clock) {
        return new DemoLife(
                site,
                new DemoLedger(ledger, keys::signer, clock),
                new CampusSimulator(SEED, ZONE, site.calendar().firstMonth().atDay(1)),
                () -> {
                    sweep.runAll();
                    coSigning.ifAvailable(CoSigning::run);
                },
                clock,
                ZONE);
    }
}
