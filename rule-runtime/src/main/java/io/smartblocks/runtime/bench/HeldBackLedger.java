package io.smartblocks.runtime.bench;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StageListener;
import io.smartblocks.ledger.port.Submission;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A ledger that shows its followers no new block until so much stands, so that who writes is measured without who follows. */
final class HeldBackLedger extends PassingLedger {

    private volatile Hold hold = new Hold(0, () -> {});

    HeldBackLedger(Ledger ledger) {
        super(ledger);
    }

    private static final class Hold {
        private final AtomicLong awaited;
        private final Runnable whenTheyStand;
        private final CountDownLatch over = new CountDownLatch(1);

        Hold(long awaited, Runnable whenTheyStand) {
            this.awaited = new AtomicLong(awaited);
            this.whenTheyStand = whenTheyStand;
            if (awaited == 0) {
                over.countDown();
            }
        }

        void committed(int transactions) {
            if (over.getCount() > 0 && awaited.addAndGet(-transactions) <= 0) {
                whenTheyStand.run();
                over.countDown();
            }
        }
    }

    /** Holds followers back until so many more transactions stand; then something is done, and they go on. */
    void holdBack(long transactions, Runnable whenTheyStand) {
        hold = new Hold(transactions, whenTheyStand);
    }

    /** Lets followers go on in any case. */
    void letGo() {
        hold.over.countDown();
    }

    @Override
    public CompletableFuture<Submission> submit(Batch batch, StageListener stages) {
        return super.submit(batch, stages).whenComplete((ended, failed) -> {
            if (ended instanceof Submission.Committed committed) {
                hold.committed(committed.transactions().size());
            }
        });
    }

    @Override
    public BlockStream blocks(long from) {
        return new HeldBackStream(super.blocks(from));
    }

    private final class HeldBackStream implements BlockStream {
        private final BlockStream blocks;

        HeldBackStream(BlockStream blocks) {
            this.blocks = blocks;
        }

        @Override
        public Optional<Block> next() throws InterruptedException {
            Optional<Block> next = blocks.next();
            hold.over.await();
            return next;
        }

        @Override
        public Optional<Block> next(Duration atMost) throws InterruptedException {
            Optional<Block> next = blocks.next(atMost);
            hold.over.await();
            return next;
        }

        @Override
        public long position() {
            return blocks.position();
        }

        @Override
        public void close() {
            letGo();
            blocks.close();
        }
    }

    @Override
    public void close() {
        letGo();
        super.close();
    }
}
