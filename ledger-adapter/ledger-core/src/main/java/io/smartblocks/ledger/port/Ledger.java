package io.smartblocks.ledger.port;

import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A ledger: the shared record of what members stated, in blocks that can be followed and checked.
 *
 * <p>What it may take is decided by the families of {@code ledger-core} wherever the ledger runs.
 */
public interface Ledger extends StateView, AutoCloseable {

    /**
     * Asks for a batch to be committed as a whole, and tells the listener how far it has come.
     *
     * <p>Signatures are checked in the caller's thread, which also waits while too much is queued already.
     *
     * <p>Repeating a request (same signer, request key and content) gives its first outcome again. The future fails with
     * {@link LedgerUnavailable}, which tells the stage that was not reached. Where it says that the outcome is unknown, ask
     * {@link #find}; what is not found there may be sent again as it was signed, and happens once.
     */
    CompletableFuture<Submission> submit(Batch batch, StageListener stages);

    /** Asks for a batch to be committed as a whole. */
    default CompletableFuture<Submission> submit(Batch batch) {
        return submit(batch, StageListener.NONE);
    }

    /**
     * Submits a batch and waits for its outcome; throws {@link LedgerUnavailable} as the future of {@link #submit} fails.
     *
     * <p>Faster than to submit and to wait: nobody else need be woken, and a ledger may do the work in the caller's thread.
     */
    default Submission commit(Batch batch, StageListener stages) {
        return Underway.await(submit(batch, stages));
    }

    /** Submits a batch and waits for its outcome. */
    default Submission commit(Batch batch) {
        return commit(batch, StageListener.NONE);
    }

    /** What its transactions must name; {@link LedgerId#NONE} until it is founded. */
    default LedgerId id() {
        return state(StateKey.ledger(), LedgerState.class).map(LedgerState::id).orElse(LedgerId.NONE);
    }

    /** Where a transaction was committed; empty when it never was. */
    Optional<TransactionPlace> find(TransactionId transaction);

    /** All that ever stood under the key, oldest first. */
    List<StateVersion> history(StateKey key);

    /**
     * What stands now under the keys from one up to, and not including, another, in their order: the first of it, so that
     * one may go on behind the last key.
     *
     * @param atMost how many, at least 1
     */
    List<StandingState> standing(String from, String to, int atMost);

    /** How many blocks there are, which is the number of the next one. */
    long height();

    /** The block with the number. */
    Optional<Block> block(long number);

    /** Follows the chain from the block with the number on; the number may be that of the next block. */
    BlockStream blocks(long from);

    /** Whether it takes writes, and what its keeper should know. */
    Health health();

    /** Finishes what was submitted, then lets go of all files and streams; closing it again changes nothing. */
    @Override
    void close();
}
