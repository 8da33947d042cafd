package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.BlockLimits;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes blocks. Each submitter's thread decides its own batch, on the states as they will be, into the next block; while
 * the disk is at work with one, the next collects what comes, and it goes to the disk as soon as that is free. The writer's
 * thread takes it there, or a submitter's own that finds the disk idle and has to wait anyway: so whoever submits alone wakes nobody.
 *
 * <p>Only when a block is on the disk is it seen by readers and acknowledged. If the disk did not take it, the next is decided
 * anew without it.
 */
final class BlockWriter implements Runnable {

    private final Appending appending;
    private final Clock clock;
    private final Thread thread = new Thread(this, "smartblocks-ledger-writer");
    private Optional<BlockDraft> next = Optional.empty();
    private Optional<BlockDraft> underWay = Optional.empty();
    private boolean closed;

    BlockWriter(Appending appending, Clock clock) {
        this.appending = appending;
        this.clock = clock;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Decides a batch; true when someone must take its block to the disk, which is idle. */
    synchronized boolean decide(Pending pending) {
        awaitRoom();
        if (closed) {
            pending.underway().broke(LedgerUnavailable.nothingTaken(Stage.PROPOSED, "the ledger is closed"));
            return false;
        }
        pending.underway().reached(Stage.PROPOSED);
        try {
            BlockDraft draft = next.orElseGet(this::draft);
            next = Optional.of(draft);
            take(pending, draft);
        } catch (RuntimeException unexpected) {
            fail(List.of(pending), Appending.undecided("a block could not be begun", unexpected));
        } catch (Error failed) {
            // a part of it may be in the draft
            next = next.flatMap(spoilt -> anew(spoilt.pendings()));
            fail(List.of(pending), Appending.undecided("the batch could not be decided", failed));
        }
        return underWay.isEmpty();
    }

    /** Lets the writer's thread take the next block to the disk. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Takes the next block to the disk in the caller's thread, unless another one does or it would take long. */
    void writeHere() {
        begin(true).ifPresentOrElse(this::write, this::wake);
    }

    private void awaitRoom() {
        boolean interrupted = false;
        while (next.isPresent() && next.get().full() && !closed) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private BlockDraft draft() {
        BlockLink end = appending.link();
        long number = underWay.map(BlockDraft::end).orElse(end.number());
        BlockLink after = new BlockLink(
                number, end.previousHash(), underWay.map(BlockDraft::time).orElse(end.notBefore()));
        BlockLimits limits = new BlockLimits(number, after.timeFor(clock.instant()));
        return new BlockDraft(limits, appending.index(), underWay);
    }

    /** What cannot even be decided fails alone, not with those that share its block. */
    private static void take(Pending pending, BlockDraft draft) {
        try {
            draft.take(pending);
        } catch (RuntimeException unexpected) {
            fail(List.of(pending), Appending.undecided("the batch could not be decided", unexpected));
        }
    }

    @Override
    public void run() {
        while (!over()) {
            begin(false).ifPresentOrElse(this::write, LockSupport::park);
        }
    }

    private synchronized boolean over() {
        return closed && next.isEmpty() && underWay.isEmpty();
    }

    /** The block to take to the disk now; empty when there is none, one is there already, or it would take long. */
    private synchronized Optional<BlockDraft> begin(boolean shortOnly) {
        if (underWay.isPresent() || next.isEmpty() || shortOnly && !appending.isShort(next.get())) {
            return Optional.empty();
        }
        underWay = next;
        next = Optional.empty();
        notifyAll();
        return underWay;
    }

    private void write(BlockDraft draft) {
        Optional<LedgerUnavailable> failed;
        try {
            failed = appending.append(draft);
        } catch (RuntimeException | Error fatal) {
            failed = Optional.of(stop(fatal));
        }
        if (written(failed.isPresent())) {
            wake();
        }
        if (failed.isPresent()) {
            LedgerUnavailable unavailable = failed.get();
            draft.pendings().forEach(each -> each.underway().broke(appending.told(each, unavailable)));
        } else {
            draft.answers().forEach(BlockDraft.Answer::give);
        }
    }

    /** Lets the next block go to the disk; true when there is one, or the writer's thread has to end. */
    private synchronized boolean written(boolean failed) {
        underWay = Optional.empty();
        if (next.isPresent() && (failed || !next.get().isOn(appending.index()))) {
            next = anew(next.get().pendings());
            // it may have room now
            notifyAll();
        }
        return next.isPresent() || closed;
    }

    private Optional<BlockDraft> anew(List<Pending> pendings) {
        try {
            BlockDraft draft = draft();
            pendings.forEach(pending -> take(pending, draft));
            return Optional.of(draft);
        } catch (RuntimeException | Error unexpected) {
            fail(pendings, Appending.undecided("a block could not be begun", unexpected));
            return Optional.empty();
        }
    }

    /** After a fault nobody knows what the drafts hold. */
    private synchronized LedgerUnavailable stop(Throwable fatal) {
        closed = true;
        LedgerUnavailable stopped = appending.stop(fatal);
        next.ifPresent(draft ->
                fail(draft.pendings(), Appending.undecided("the ledger's writer ended: " + fatal.getMessage(), fatal)));
        next = Optional.empty();
        notifyAll();
        wake();
        return stopped;
    }

    private static void fail(List<Pending> group, LedgerUnavailable unavailable) {
        group.forEach(pending -> pending.underway().broke(unavailable));
    }

    /** How many batches wait for their block to be taken to the disk. */
    synchronized int waiting() {
        return next.map(draft -> draft.answers().size()).orElse(0);
    }

    /** Finishes what was submitted and stops. */
    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        wake();
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
}
