package io.smartblocks.ledger.fabric.migrate;

import io.smartblocks.ledger.proof.Hash;
import java.util.Optional;

/**
 * One kind of thing, compared on both ledgers.
 *
 * @param number how many there are
 * @param before the hash of all of them, in their order, on the ledger of one machine
 * @param now the same on the channel
 * @param difference the first of them that differs, in words
 */
public record Compared(long number, Hash before, Hash now, Optional<String> difference) {

    /** Whether both ledgers say the same. */
    public boolean same() {
        return before.equals(now) && difference.isEmpty();
    }
}
