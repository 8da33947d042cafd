package io.smartblocks.ledger.readmodel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/** How far the projection has come, for those who wait for it. */
final class Progress {

    private static final Logger LOG = System.getLogger(Progress.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private Checkpoint checkpoint;
    private Optional<RuntimeException> failure = Optional.empty();

    Progress(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    void advance(Checkpoint reached) {
        lock.lock();
        try {
            failure.ifPresent(past -> LOG.log(Level.INFO, "The read model goes on at block " + reached.height()));
            failure = Optional.empty();
            if (reached.height() <= checkpoint.height()) {
                return;
            }
            checkpoint = reached;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> tell(listener, reached.height()));
    }

    /** A listener that breaks must not hold up the projection, so its failure ends here. */
    private static void tell(LongConsumer listener, long height) {
        try {
            listener.accept(height);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A listener of the read model failed at height " + height, e);
        }
    }

    void reset() {
        lock.lock();
        try {
            checkpoint = Checkpoint.NONE;
            failure = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Says what is wrong once, however often it is tried again. */
    void failed(RuntimeException cause) {
        lock.lock();
        try {
            if (!failure.map(Throwable::getMessage).equals(Optional.ofNullable(cause.getMessage()))) {
                LOG.log(
                        Level.WARNING,
                        "The read model waits before block " + checkpoint.height() + " and tries again each second: "
                                + cause.getMessage());
            }
            failure = Optional.of(cause);
        } finally {
            lock.unlock();
        }
    }

    boolean await(long height, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (checkpoint.height() < height && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return checkpoint.height() >= height;
        } finally {
            lock.unlock();
        }
    }

    Checkpoint checkpoint() {
        lock.lock();
        try {
            return checkpoint;
        } finally {
            lock.unlock();
        }
    }

    Optional<RuntimeException> failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    void listen(LongConsumer listener) {
        listeners.add(listener);
    }
}
