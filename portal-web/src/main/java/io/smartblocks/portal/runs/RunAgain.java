package io.smartblocks.portal.runs;

import io.smartblocks.runtime.run.Sweep;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sweeps once more on demand, one at a time; that nothing is paid twice is the ledger's doing. */
@Component
public class RunAgain implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RunAgain.class);

    private final Sweep sweep;
    private final AtomicBoolean running = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "run-again");
        thread.setDaemon(true);
        return thread;
    });

    RunAgain(Sweep sweep) {
        this.sweep = sweep;
    }

    /** Whether one that was started here still goes on. */
    public boolean isRunning() {
        return running.get();
    }

    /** All that settles on this node now, by itself or on demand. */
    List<Sweep.Going> going() {
        return sweep.going();
    }

    /** How many settlements are proposed to the ledger by this node and wait for its answer. */
    int proposed() {
        return sweep.proposed();
    }

    /** Starts a sweep; false while one that was started here still goes on. */
    public boolean start() {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        worker.execute(() -> {
            try {
                sweep.runAll();
            } catch (RuntimeException e) {
                LOG.warn("A run on demand stopped: {}", e.getMessage());
            } finally {
                running.set(false);
            }
        });
        return true;
    }

    @Override
    public void destroy() {
        worker.shutdown();
    }
}
