package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.BlockLimits;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The one thread that makes blocks: whatever waits when a block is begun shares it, and its one write to disk. */
final class BlockWriter implements Runnable {

    private static final long IDLE_MILLIS = 500;

    private final BlockFiles blocks;
    private final IndexHolder index;
    private final Progress progress;
    private final Clock clock;
    private final Signer signer;
    private final Waiting waiting = new Waiting();
    private final Thread thread = new Thread(this, "smartblocks-ledger-writer");
    private volatile BlockLink link;

    BlockWriter(BlockFiles blocks, IndexHolder index, Progress progress, Clock clock, Signer signer, BlockLink link) {
        this.blocks = blocks;
        this.index = index;
        this.progress = progress;
        this.clock = clock;
        this.signer = signer;
        this.link = link;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues a batch; false when the ledger is closed. */
    boolean offer(Pending pending) {
        return waiting.offer(pending);
    }

    int waiting() {
        return waiting.size();
    }

    /** The end of the chain. */
    BlockLink link() {
        return link;
    }

    /** Finishes what is queued and stops. */
    void close() {
        waiting.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!waiting.over()) {
                List<Pending> group = group();
                if (!group.isEmpty()) {
                    write(group);
                }
            }
        } catch (RuntimeException | Error failed) {
            waiting.close();
            blocks.stop("its writer ended", failed);
            fail(waiting.rest(), undecided("the ledger's writer ended: " + failed.getMessage(), failed));
            throw failed;
        }
    }

    private List<Pending> group() {
        try {
            return waiting.group(IDLE_MILLIS);
        } catch (InterruptedException stop) {
            throw new IllegalStateException("the ledger's writer is stopped by closing it, not by interrupts", stop);
        }
    }

    private void write(List<Pending> group) {
        try {
            Instant time = link.timeFor(clock.instant());
            BlockDraft draft = new BlockDraft(new BlockLimits(link.number(), time), index.get());
            group.forEach(pending -> decide(pending, draft));
            if (!draft.making().isEmpty()) {
                draft.submitted();
                append(draft.making().finish(link, time, signer), time);
            }
            draft.answers().forEach(BlockDraft.Answer::give);
        } catch (LedgerUnavailable unavailable) {
            fail(group, unavailable);
        } catch (RuntimeException | Error unexpected) {
            fail(group, undecided("block " + link.number() + " could not be made", unexpected));
        }
    }

    /** What cannot even be decided fails alone, not with those that share its block. */
    private static void decide(Pending pending, BlockDraft draft) {
        try {
            draft.take(pending);
        } catch (RuntimeException unexpected) {
            fail(List.of(pending), undecided("the batch could not be decided", unexpected));
        }
    }

    private void append(BlockText block, Instant time) {
        blocks.append(block.number(), block.content());
        try {
            link = new BlockLink(block.number() + 1, block.hash(), time);
            index.apply(block);
            progress.reached(block.number() + 1);
        } catch (RuntimeException | Error failed) {
            // what the next block may hold cannot be decided without the index
            throw blocks.stop(
                    "block " + block.number() + " was taken, ask then by transaction id; the index failed", failed);
        }
    }

    private static LedgerUnavailable undecided(String problem, Throwable cause) {
        return LedgerUnavailable.nothingTaken(Stage.ENDORSED, problem, cause);
    }

    private static void fail(List<Pending> group, LedgerUnavailable unavailable) {
        group.forEach(pending -> pending.underway().broke(unavailable));
    }
}
