package io.smartblocks.portal;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.meter.EdgeGateway;
import io.smartblocks.ledger.meter.RegisteredMeters;
import io.smartblocks.ledger.meter.edge.MeterFolder;
import io.smartblocks.ledger.meter.edge.TakenFile;
import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.outbox.OutboxInUse;
import io.smartblocks.ledger.outbox.PutAside;
import io.smartblocks.ledger.port.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Takes meter files from a folder to the ledger from the moment at which all else has started until the portal stops. */
final class MeterFolderRounds implements HeldOutbox, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MeterFolderRounds.class);
    private static final int SECONDS_TO_END = 10;

    private final Ledger ledger;
    private final MeterFolder folder;
    private final Path directory;
    private final Supplier<Signer> signer;
    private final Clock clock;
    private final Duration every;
    private Optional<Outbox> outbox = Optional.empty();
    private Optional<ScheduledExecutorService> rounds = Optional.empty();
    private Set<String> toldBefore = Set.of();

    /**
     * Rounds that have not begun.
     *
     * @param directory where the outbox lies
     * @param signer asked in each round, so that a new key is used as soon as the ledger names it
     */
    MeterFolderRounds(
            Ledger ledger, MeterFolder folder, Path directory, Supplier<Signer> signer, Clock clock, Duration every) {
        this.ledger = ledger;
        this.folder = folder;
        this.directory = directory;
        this.signer = signer;
        this.clock = clock;
        this.every = every;
    }

    /** Begins, unless nobody can sign or another process has the outbox. */
    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (rounds.isPresent()) {
            return;
        }
        signer.get();
        Outbox opened = open();
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(MeterFolderRounds::thread);
        outbox = Optional.of(opened);
        rounds = Optional.of(thread);
        thread.scheduleWithFixedDelay(() -> round(opened), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized Optional<Outbox> outbox() {
        return outbox;
    }

    private Outbox open() {
        try {
            return Outbox.open(directory, clock);
        } catch (OutboxInUse e) {
            throw new MetersNotTaken("The " + e.getMessage() + ".", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "meter-folder");
        thread.setDaemon(true);
        return thread;
    }

    /** A round that fails is told and does not stop the next one: the folder or the ledger may be back by then. */
    private void round(Outbox opened) {
        Set<String> told = new HashSet<>();
        try {
            if (folder.holdsFiles() || opened.status().waiting() > 0) {
                take(new EdgeGateway(ledger.id(), signer.get(), clock, opened), told);
            }
        } catch (RuntimeException e) {
            warn("Meter files could not be taken and are tried again: " + e.getMessage(), told);
        }
        toldBefore = told;
    }

    private void take(EdgeGateway gateway, Set<String> told) {
        folder.take(gateway, RegisteredMeters.on(ledger), false).forEach(file -> tell(file, told));
        for (PutAside refused : gateway.forward(ledger).refused()) {
            warn(
                    "put aside: %s %s: %s"
                            .formatted(
                                    refused.receipt(),
                                    refused.lane(),
                                    refused.refusal().message()),
                    told);
        }
    }

    private void tell(TakenFile file, Set<String> told) {
        if (file instanceof TakenFile.Stored stored) {
            LOG.info(
                    "{}: {} readings on {} pages stored, {} flagged, {} left out",
                    oneLine(file.name()),
                    stored.read().readings(),
                    stored.read().pages().size(),
                    stored.read().found().lines().size(),
                    stored.read().aside().left());
        } else if (file instanceof TakenFile.Refused refused) {
            LOG.warn(
                    "{}: moved to 'refused' with all reasons beside it: {}",
                    oneLine(file.name()),
                    oneLine(refused.why().lines().findFirst().orElse("")));
        } else {
            warn(file.name() + ": waits: " + ((TakenFile.Waits) file).why(), told);
        }
    }

    /** What was told in the round before is no news. */
    private void warn(String news, Set<String> told) {
        if (told.add(news) && !toldBefore.contains(news)) {
            LOG.warn("{}", oneLine(news));
        }
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\p{Cntrl}+", " ");
    }

    /** Lets the round that runs come to its end; what is not sent by then waits in the outbox. */
    @Override
    public synchronized void destroy() throws InterruptedException {
        rounds.ifPresent(ExecutorService::shutdown);
        if (rounds.isPresent() && !rounds.get().awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("Meter files were still being taken when the portal stopped; they are taken again.");
        }
        outbox.ifPresent(Outbox::close);
        outbox = Optional.empty();
    }
}
