package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.BlockLimits;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Makes blocks in one thread, and hands each to another one that writes it to the disk. While the disk is at work with a block,
 * the next one takes in what comes, on the states as they will be; it is handed over as soon as the disk is free. Only then is the
 * block before seen by readers and acknowledged. If the disk did not take that one, the next is decided anew without it.
 */
final class BlockWriter implements Runnable {

    private final BlockFiles blocks;
    private final IndexHolder index;
    private final Progress progress;
    private final Clock clock;
    private final Signer signer;
    private final Waiting waiting = new Waiting();
    private final Thread thread = new Thread(this, "smartblocks-ledger-writer");
    private final ExecutorService disk = Executors.newSingleThreadExecutor(BlockWriter::diskThread);
    private Optional<BlockUnderWay> underWay = Optional.empty();
    private Optional<LedgerUnavailable> indexFailed = Optional.empty();
    private boolean alone;
    private volatile BlockLink link;

    BlockWriter(BlockFiles blocks, IndexHolder index, Progress progress, Clock clock, Signer signer, BlockLink link) {
        this.blocks = blocks;
        this.index = index;
        this.progress = progress;
        this.clock = clock;
        this.signer = signer;
        this.link = link;
    }

    private static Thread diskThread(Runnable work) {
        Thread thread = new Thread(work, "smartblocks-ledger-disk");
        thread.setDaemon(true);
        return thread;
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

    /** The end of the chain as readers see it. */
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
        disk.shutdown();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!waiting.over() || underWay.isPresent()) {
                makeBlock();
            }
        } catch (RuntimeException | Error failed) {
            waiting.close();
            LedgerUnavailable stopped = blocks.stop("its writer ended", failed);
            underWay.ifPresent(block -> fail(block.draft().pendings(), stopped));
            fail(waiting.rest(), undecided("the ledger's writer ended: " + failed.getMessage(), failed));
            throw failed;
        }
    }

    private void makeBlock() {
        if (diskIsFree()) {
            settle();
        }
        Optional<Pending> first = waiting.next(() -> underWay.isPresent() && diskIsFree());
        if (first.isEmpty()) {
            settle();
            return;
        }
        try {
            BlockDraft draft = draft();
            collect(first.get(), draft);
            handOver(draft);
        } catch (RuntimeException unexpected) {
            fail(List.of(first.get()), undecided("a block could not be begun", unexpected));
        }
    }

    private boolean diskIsFree() {
        return underWay.isEmpty() || underWay.get().over();
    }

    private BlockDraft draft() {
        BlockLink end = end();
        BlockLimits limits = new BlockLimits(end.number(), end.timeFor(clock.instant()));
        return new BlockDraft(limits, index.get(), underWay.map(BlockUnderWay::draft));
    }

    private BlockLink end() {
        return underWay.map(BlockUnderWay::link).orElse(link);
    }

    /** Takes in what waits, until the disk is free for it. */
    private void collect(Pending first, BlockDraft draft) {
        Optional<Pending> next = Optional.of(first);
        while (next.isPresent()) {
            decide(next.get(), draft);
            boolean goesNow = draft.full() || diskIsFree();
            next = goesNow ? Optional.empty() : waiting.next(this::diskIsFree);
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

    private void handOver(BlockDraft draft) {
        Optional<BlockUnderWay> before = underWay;
        if (before.isPresent() && !isOnDisk(before.get())) {
            underWay = Optional.empty();
            BlockDraft anew = draft();
            draft.pendings().forEach(pending -> decide(pending, anew));
            handOver(anew);
            return;
        }
        underWay = begin(draft);
        before.ifPresent(this::settle);
        if (underWay.isEmpty()) {
            draft.answers().forEach(BlockDraft.Answer::give);
        }
    }

    /** Whether it was taken; when it was not, its submitters are told. */
    private static boolean isOnDisk(BlockUnderWay block) {
        try {
            block.await();
            return true;
        } catch (LedgerUnavailable unavailable) {
            fail(block.draft().pendings(), unavailable);
        } catch (RuntimeException unexpected) {
            fail(
                    block.draft().pendings(),
                    LedgerUnavailable.outcomeUnknown(
                            Stage.COMMITTED, "block " + block.text().number() + " could not be written", unexpected));
        }
        return false;
    }

    /** Sends a block to the disk; empty when nothing is in it, or it cannot be made. */
    private Optional<BlockUnderWay> begin(BlockDraft draft) {
        if (draft.making().isEmpty()) {
            return Optional.empty();
        }
        try {
            BlockText text = draft.making().finish(end(), draft.time(), signer);
            draft.submitted();
            CompletableFuture<Void> written =
                    CompletableFuture.runAsync(() -> blocks.append(text.number(), text.content()), diskFor(draft));
            written.whenComplete((done, failed) -> waiting.wake());
            return Optional.of(new BlockUnderWay(draft, text, draft.time(), written));
        } catch (RuntimeException unexpected) {
            fail(draft.pendings(), undecided("block " + draft.number() + " could not be made", unexpected));
            return Optional.empty();
        }
    }

    /** While one submits alone there is nothing to do beside the disk, and a change of threads only costs time. */
    private Executor diskFor(BlockDraft draft) {
        boolean wasAlone = alone;
        alone = draft.pendings().size() == 1 && waiting.size() == 0;
        return wasAlone && alone ? Runnable::run : disk;
    }

    private void settle() {
        Optional<BlockUnderWay> over = underWay;
        underWay = Optional.empty();
        over.filter(BlockWriter::isOnDisk).ifPresent(this::settle);
    }

    /** Shows readers a block that is on the disk, and answers those who wait for it. */
    private void settle(BlockUnderWay block) {
        if (indexFailed.isEmpty()) {
            show(block);
        }
        if (indexFailed.isPresent()) {
            fail(block.draft().pendings(), indexFailed.get());
        } else {
            block.draft().answers().forEach(BlockDraft.Answer::give);
        }
    }

    private void show(BlockUnderWay block) {
        try {
            link = block.link();
            index.apply(block.text());
            progress.reached(link.number());
        } catch (RuntimeException | Error failed) {
            // what the next block may hold cannot be decided without the index
            indexFailed = Optional.of(blocks.stop(
                    "block " + block.text().number() + " was taken, ask then by transaction id; the index failed",
                    failed));
        }
    }

    private static LedgerUnavailable undecided(String problem, Throwable cause) {
        return LedgerUnavailable.nothingTaken(Stage.ENDORSED, problem, cause);
    }

    private static void fail(List<Pending> group, LedgerUnavailable unavailable) {
        group.forEach(pending -> pending.underway().broke(unavailable));
    }
}
