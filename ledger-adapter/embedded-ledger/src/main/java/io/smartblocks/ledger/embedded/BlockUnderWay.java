package io.smartblocks.ledger.embedded;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A block on its way to the disk; nobody but the writer knows of it before it is there.
 *
 * @param draft what is in it
 * @param text what is written
 * @param time the block's own
 * @param written ends when it is on the disk, or fails with what the submitters are told
 */
record BlockUnderWay(BlockDraft draft, BlockText text, Instant time, CompletableFuture<Void> written) {

    /** The end of the chain once it is there. */
    BlockLink link() {
        return new BlockLink(text.number() + 1, text.hash(), time);
    }

    boolean over() {
        return written.isDone();
    }

    /** Waits until it is on the disk; throws what kept it from getting there. */
    void await() {
        try {
            written.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }
}
