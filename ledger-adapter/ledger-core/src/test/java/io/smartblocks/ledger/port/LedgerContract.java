package io.smartblocks.ledger.port;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * All that the port promises, as tests that every ledger must pass.
 *
 * <p>A ledger need not be new for each test, blocks may hold what others submitted, and the first ones may hold nothing
 * that concerns us: so every test brings names of its own, and none counts blocks.
 */
@Timeout(120)
public abstract class LedgerContract
        implements SubmittingContract, StagesContract, ReadingContract, FollowingContract, ClosingContract {

    private Ledger ledger;

    /** Opens the ledger, with all that was committed before it was closed; blocks are signed by {@link Campus}. */
    protected abstract Ledger open();

    @BeforeEach
    void openFounded() {
        ledger = open();
        Campus.found(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Override
    public final Ledger ledger() {
        return ledger;
    }

    @Override
    public final Ledger reopened() {
        ledger.close();
        ledger = open();
        return ledger;
    }
}
