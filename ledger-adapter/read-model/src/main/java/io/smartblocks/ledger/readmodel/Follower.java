package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Ledger;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The thread that carries blocks from the ledger to the tables; after a failure it tries again. */
final class Follower implements AutoCloseable {

    private static final long SECONDS_BEFORE_TRYING_AGAIN = 1;
    private static final long SECONDS_TO_FINISH = 30;

    private final Ledger ledger;
    private final ReadModel model;
    private final Progress progress;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "read-model");
    private final Runnable check;
    private Optional<BlockStream> stream = Optional.empty();

    private Follower(Ledger ledger, ReadModel model, Progress progress, Runnable check) {
        this.check = check;
        this.ledger = ledger;
        this.model = model;
        this.progress = progress;
    }

    /** With what must hold before it begins, and is tried again as all else is. */
    static Follower start(Ledger ledger, ReadModel model, Progress progress, Runnable check) {
        Follower follower = new Follower(ledger, model, progress, check);
        follower.thread.setDaemon(true);
        follower.thread.start();
        return follower;
    }

    // The thread is never interrupted: that would close the ledger's files under a read.
    @Override
    public void close() {
        closed.countDown();
        current().ifPresent(BlockStream::close);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_FINISH));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean again = true;
            while (again && closed.getCount() > 0) {
                again = !followedToTheEnd() && !closed.await(SECONDS_BEFORE_TRYING_AGAIN, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean followedToTheEnd() throws InterruptedException {
        try (BlockStream blocks = checkedAndOpened()) {
            Optional<Block> block = blocks.next();
            while (block.isPresent() && closed.getCount() > 0) {
                model.apply(block.get());
                block = blocks.next();
            }
            return true;
        } catch (RuntimeException e) {
            progress.failed(e);
            return false;
        } catch (Error e) {
            progress.failed(new ReadModelException("Block " + model.height() + " could not be projected: " + e, e));
            return false;
        }
    }

    private BlockStream checkedAndOpened() {
        check.run();
        return opened();
    }

    private synchronized BlockStream opened() {
        BlockStream blocks = ledger.blocks(model.height());
        stream = Optional.of(blocks);
        if (closed.getCount() == 0) {
            blocks.close();
        }
        return blocks;
    }

    private synchronized Optional<BlockStream> current() {
        return stream;
    }
}
