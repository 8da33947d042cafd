package io.smartblocks.ledger.peer;

import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.StateEntry;
import java.util.List;
import java.util.Optional;

/**
 * How much of a ledger of one machine a channel has taken over; this also is what stands under {@link PeerKeys#ADOPTION}.
 *
 * @param whole the header of the last block that was taken over to its end
 * @param open the block behind it, where only some of its batches were taken over yet
 * @param ledger what stands under the ledger's own key there; it is written here when all is taken over, so that nothing else
 *     is taken before
 * @param ended whether all was taken over, and the ledger goes on here
 */
public record Adoption(
        Optional<SignedHeader> whole, Optional<OpenBlock> open, Optional<StateEntry> ledger, boolean ended) {

    /** Nothing was taken over. */
    public static final Adoption NONE = new Adoption(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /**
     * A block of which some batches were taken over.
     *
     * @param batches how many
     * @param transactions the hashes of the leaves of their transactions
     * @param changes the hashes of the leaves of their writes
     */
    public record OpenBlock(SignedHeader header, int batches, List<Hash> transactions, List<Hash> changes) {
        public OpenBlock {
            transactions = List.copyOf(transactions);
            changes = List.copyOf(changes);
        }
    }

    /** How many blocks were taken over to their end, which is the number of the next one. */
    public long blocks() {
        return whole.map(header -> header.number() + 1).orElse(0L);
    }

    /** How many batches of the next block were taken over. */
    public int batches() {
        return open.map(OpenBlock::batches).orElse(0);
    }
}
