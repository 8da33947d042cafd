package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Health;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StageListener;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A ledger that hands out blocks made elsewhere and takes no submissions. */
final class BlocksLedger implements Ledger {

    private final Supplier<List<Block>> blocks;
    private int streamsToBreak;

    BlocksLedger(Supplier<List<Block>> blocks) {
        this.blocks = blocks;
    }

    /** Makes the next stream fail when it is read. */
    void breakNextStream() {
        streamsToBreak = 1;
    }

    @Override
    public long height() {
        return blocks.get().size();
    }

    @Override
    public Optional<Block> block(long number) {
        return number < height() ? Optional.of(blocks.get().get((int) number)) : Optional.empty();
    }

    @Override
    public BlockStream blocks(long from) {
        boolean broken = streamsToBreak-- > 0;
        return new Stream(from, broken);
    }

    @Override
    public CompletableFuture<Submission> submit(Batch batch, StageListener stages) {
        throw new UnsupportedOperationException("This ledger takes no batches");
    }

    @Override
    public Optional<TransactionPlace> find(TransactionId transaction) {
        return Optional.empty();
    }

    @Override
    public List<StateVersion> history(StateKey key) {
        return List.of();
    }

    @Override
    public List<StandingState> standing(String from, String to, int atMost) {
        return List.of();
    }

    @Override
    public Health health() {
        return new Health(false, height(), List.of());
    }

    @Override
    public Optional<State> state(StateKey key) {
        return Optional.empty();
    }

    @Override
    public List<StateEntry> states(String prefix) {
        return List.of();
    }

    @Override
    public void close() {}

    private final class Stream implements BlockStream {

        private final boolean broken;
        private long position;
        private boolean open = true;

        private Stream(long from, boolean broken) {
            this.position = from;
            this.broken = broken;
        }

        @Override
        public synchronized Optional<Block> next() throws InterruptedException {
            if (broken) {
                throw new IllegalStateException("The stream broke");
            }
            while (open && position >= height()) {
                wait(10);
            }
            return open ? block(position++) : Optional.empty();
        }

        @Override
        public Optional<Block> next(Duration atMost) throws InterruptedException {
            return next();
        }

        @Override
        public synchronized long position() {
            return position;
        }

        @Override
        public synchronized void close() {
            open = false;
            notifyAll();
        }
    }
}
