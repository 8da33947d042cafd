package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.peer.AdoptedPart;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** The blocks of a ledger that the channel took over, put together again from the calls that carried them. */
final class AdoptedBlocks {

    // each has many blocks, which are mostly read one after the other
    private static final int MOST_KEPT = 4;

    private final AdoptedIndex index;
    private final PortBlocks reading;
    private final LongFunction<FabricBlock> channel;
    private final Map<Long, List<PortBlocks.Adopting>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** With what reads a block of the channel that was seen before. */
    AdoptedBlocks(AdoptedIndex index, PortBlocks reading, LongFunction<FabricBlock> channel) {
        this.index = index;
        this.reading = reading;
        this.channel = channel;
    }

    /** The block with the number, as it was signed. */
    Block block(long number) {
        List<CommittedBatch> batches = new ArrayList<>();
        for (long carrier = first(number); ; carrier++) {
            for (AdoptedPart part : parts(carrier, number)) {
                batches.addAll(part.batches());
                if (part.last()) {
                    return new Block(part.header().header(), part.header().signature(), batches);
                }
            }
        }
    }

    /** The number of the channel's block that carried the block, or its first batches. */
    long first(long number) {
        return index.carrier(number)
                .orElseThrow(() -> new IllegalStateException("block " + number + " was not taken over"));
    }

    /** The channel's transaction that carried a batch of the block; none where it has no such batch. */
    Optional<Carrier> carrier(long number, int batch) {
        for (long carrier = first(number); ; carrier++) {
            for (PortBlocks.Adopting call : calls(carrier)) {
                for (AdoptedPart part : call.parts()) {
                    boolean ours = part.number() == number;
                    if (ours && batch < part.first() + part.batches().size()) {
                        return Optional.of(call.carrier());
                    }
                    if (ours && part.last()) {
                        return Optional.empty();
                    }
                }
            }
        }
    }

    private List<AdoptedPart> parts(long carrier, long number) {
        return calls(carrier).stream()
                .flatMap(call -> call.parts().stream())
                .filter(part -> part.number() == number)
                .toList();
    }

    private List<PortBlocks.Adopting> calls(long carrier) {
        synchronized (kept) {
            List<PortBlocks.Adopting> known = kept.get(carrier);
            if (known != null) {
                return known;
            }
        }
        List<PortBlocks.Adopting> read = reading.adopting(channel.apply(carrier));
        synchronized (kept) {
            kept.put(carrier, read);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return read;
    }
}
