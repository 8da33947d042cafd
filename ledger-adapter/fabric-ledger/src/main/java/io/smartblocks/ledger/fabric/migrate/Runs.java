package io.smartblocks.ledger.fabric.migrate;

import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.peer.AdoptedPart;
import io.smartblocks.ledger.peer.PeerLimits;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cuts blocks into runs that one call may carry: many small blocks in one, a large one over several. */
final class Runs {

    // what is written stands in the call's transaction once more, of which orderers take 10 MB
    private static final int WANTED_BYTES = 2 << 20;

    // more than a header, its signature and the names of fields take
    private static final int BYTES_OF_A_PART = 2_000;

    /** The most bytes of a batch: what a call may carry, without what goes around it. */
    static final int MOST_BYTES_OF_A_BATCH = PeerLimits.MOST_BYTES - BYTES_OF_A_PART;

    private final Consumer<AdoptedPart.Run> carry;
    private final List<AdoptedPart> parts = new ArrayList<>();
    private final List<CommittedBatch> batches = new ArrayList<>();
    private int first;
    private int bytes;

    /** With what carries a run that is full. */
    Runs(Consumer<AdoptedPart.Run> carry) {
        this.carry = carry;
    }

    static int bytes(CommittedBatch batch) {
        return CanonicalJson.bytes(batch).length;
    }

    /** Adds a block from one of its batches on. */
    void add(Block block, int from) {
        first = from;
        makeRoom(BYTES_OF_A_PART);
        for (CommittedBatch batch :
                block.batches().subList(from, block.batches().size())) {
            int size = bytes(batch);
            if (bytes + size > WANTED_BYTES && !batches.isEmpty()) {
                end(block, false);
            }
            makeRoom(size);
            batches.add(batch);
            bytes += size;
        }
        end(block, true);
    }

    private void makeRoom(int more) {
        if (bytes + more > WANTED_BYTES) {
            flush();
        }
    }

    private void end(Block block, boolean last) {
        parts.add(new AdoptedPart(SignedHeader.of(block), first, batches, last));
        first += batches.size();
        batches.clear();
        bytes += BYTES_OF_A_PART;
    }

    /** Carries what is left. */
    void flush() {
        if (!parts.isEmpty()) {
            carry.accept(new AdoptedPart.Run(parts));
            parts.clear();
            bytes = 0;
        }
    }
}
