package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.port.Block;
import java.util.Optional;

/** Where blocks are read whose content stands in no table: the ledger that feeds the tables. */
@FunctionalInterface
interface BlockSource {

    /** Before any ledger is followed. */
    BlockSource NONE = number -> {
        throw new ReadModelException(
                "What block " + number + " says is read from the ledger, and this read model follows"
                        + " none yet; let it catch up or follow one first");
    };

    Optional<Block> block(long number);
}
