package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.fabric.Carrier;
import io.smartblocks.ledger.fabric.block.FabricBlock;
import java.util.Optional;

/** The blocks of the channel that a ledger on Fabric stands on; none where the ledger makes its blocks itself. */
public interface ChannelBlocks {

    /** For a ledger that makes its blocks itself. */
    ChannelBlocks NONE = new ChannelBlocks() {
        @Override
        public Optional<FabricBlock> block(long number) {
            return Optional.empty();
        }

        @Override
        public Optional<Carrier> carrier(long number, int batch) {
            return Optional.empty();
        }
    };

    /** The block of the channel with the number, its hashes recomputed. */
    Optional<FabricBlock> block(long number);

    /** The transaction of the channel that carried a batch. */
    Optional<Carrier> carrier(long number, int batch);
}
