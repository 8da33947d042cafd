package io.smartblocks.portal.demo;

import static java.util.stream.Collectors.joining;

import io.smartblocks.portal.account.Accounts;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Fills the demo site when the portal starts, and keeps it living until the portal stops. */
@Component
@ConditionalOnBooleanProperty(name = "smartblocks.demo")
class DemoStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoSite site;
    private final DemoLife life;
    private final CatchUpClock clock;
    private final Accounts accounts;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(beat -> new Thread(beat, "demo-life"));

    private Instant lived = Instant.EPOCH;

    DemoStart(DemoSite site, DemoLife life, CatchUpClock clock, Accounts accounts) {
        this.site = site;
        this.life = life;
        this.clock = clock;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.isEmpty()) {
            site.passwords().forEach((person, password) -> accounts.open(person.account(), password));
        }
        life.catchUpWithPast();
        lived = clock.instant();
        beat();
        heart.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
        LOG.info("The demo site is ready. Sign in with one of these names and passwords:{}", logins());
    }

    private String logins() {
        return site.logins().stream()
                .map(open -> "%n  %-8s %s  (%s, %s)".formatted(open.login(), open.password(), open.name(), open.role()))
                .collect(joining());
    }

    /** A beat that fails is told and does not stop the next one: the ledger may be back by then. */
    private void beat() {
        Instant now = clock.instant();
        try {
            life.goOn(lived);
            lived = now;
        } catch (RuntimeException e) {
            LOG.warn("The demo site could not live on to {} and tries again: {}", now, e.getMessage());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        heart.shutdown();
        heart.awaitTermination(10, TimeUnit.SECONDS);
    }
}
