package io.smartblocks.portal;

import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.run.CoSigning;
import io.smartblocks.runtime.run.CoSigningReport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Computes again what others settled from the moment at which all else has started until the portal stops. */
final class CoSigningRounds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CoSigningRounds.class);
    private static final int SECONDS_TO_END = 30;

    private final CoSigning coSigning;
    private final Duration every;
    private Optional<ScheduledExecutorService> rounds = Optional.empty();
    private String failedBefore = "";

    CoSigningRounds(CoSigning coSigning, Duration every) {
        this.coSigning = coSigning;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (rounds.isEmpty()) {
            ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(CoSigningRounds::thread);
            rounds = Optional.of(thread);
            thread.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "co-signing");
        thread.setDaemon(true);
        return thread;
    }

    /** A round that fails is told and does not stop the next one: the ledger may be back by then. */
    private void round() {
        try {
            coSigning.run().items().forEach(CoSigningRounds::tell);
            failedBefore = "";
        } catch (RuntimeException e) {
            String failure = String.valueOf(e.getMessage());
            if (!failure.equals(failedBefore)) {
                LOG.warn("What others settled could not be verified and is tried again: {}", failure);
            }
            failedBefore = failure;
        }
    }

    private static void tell(CoSigningReport.Item item) {
        SettlementId settlement = item.settlement();
        LOG.atLevel(item.result() == CoSigningReport.Result.CO_SIGNED ? Level.INFO : Level.WARN)
                .log(
                        "{} {} from {}, revision {}: {} by {} {}",
                        settlement.agreement(),
                        settlement.period(),
                        settlement.from(),
                        settlement.revision(),
                        item.result(),
                        item.organisation(),
                        item.message());
    }

    /** Lets the round that runs come to its end; what is not said by then is said after the next start. */
    @Override
    public synchronized void destroy() throws InterruptedException {
        rounds.ifPresent(ExecutorService::shutdown);
        if (rounds.isPresent() && !rounds.get().awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("Settlements were still being verified when the portal stopped; they are verified again.");
        }
    }
}
