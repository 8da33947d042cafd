package io.smartblocks.portal.api.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for events and sends them as long as the portal runs; what is under way at a stop has its time to end. */
@Component
class HookRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HookRounds.class);
    private static final int THREADS = 64;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration TIDY_EVERY = Duration.ofHours(6);

    private final HookFeed feed;
    private final HookSending sending;
    private final Deliveries deliveries;
    private final Clock clock;
    private final long everyMillis;
    private final long stopMillis;
    private Instant tidied = Instant.EPOCH;
    private volatile Optional<Workers> workers = Optional.empty();

    HookRounds(
            HookFeed feed,
            HookSending sending,
            Deliveries deliveries,
            Clock clock,
            @Value("${smartblocks.webhooks.look-every-ms}") long everyMillis,
            @Value("${smartblocks.webhooks.timeout-ms}") long timeoutMillis) {
        this.feed = feed;
        this.sending = sending;
        this.deliveries = deliveries;
        this.clock = clock;
        this.everyMillis = everyMillis;
        this.stopMillis = timeoutMillis;
    }

    /** The threads from one start to the next stop. */
    private record Workers(ScheduledExecutorService ticker, ThreadPoolExecutor senders) {

        static Workers begin() {
            return new Workers(
                    Executors.newSingleThreadScheduledExecutor(named("webhooks")),
                    new ThreadPoolExecutor(
                            0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), named("webhook-sender")));
        }

        void end(long patienceMillis) {
            ticker.shutdown();
            senders.shutdown();
            try {
                ticker.awaitTermination(patienceMillis, TimeUnit.MILLISECONDS);
                if (!senders.awaitTermination(patienceMillis, TimeUnit.MILLISECONDS)) {
                    senders.shutdownNow();
                }
            } catch (InterruptedException e) {
                senders.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void start() {
        Workers begun = Workers.begin();
        workers = Optional.of(begun);
        begun.ticker()
                .scheduleWithFixedDelay(() -> round(begun.senders()), everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void round(ThreadPoolExecutor senders) {
        try {
            while (isRunning() && feed.round()) {
                sending.round(senders);
            }
            sending.round(senders);
            tidy();
        } catch (RuntimeException e) {
            LOG.warn("Webhooks could not be looked through; it is tried again", e);
        }
    }

    private void tidy() {
        Instant now = clock.instant();
        if (tidied.plus(TIDY_EVERY).isBefore(now)) {
            tidied = now;
            deliveries.forgetBefore(now.minus(KEPT));
        }
    }

    @Override
    public void stop() {
        Optional<Workers> ending = workers;
        workers = Optional.empty();
        ending.ifPresent(each -> each.end(stopMillis));
    }

    @Override
    public boolean isRunning() {
        return workers.isPresent();
    }
}
