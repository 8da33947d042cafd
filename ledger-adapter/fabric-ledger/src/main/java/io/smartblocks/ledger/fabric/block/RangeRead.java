package io.smartblocks.ledger.fabric.block;

import java.util.List;

/**
 * That a range of keys was read.
 *
 * @param exhausted whether it was read up to its end
 * @param reads what was found; empty where Fabric keeps hashes of them only
 */
public record RangeRead(String from, String to, boolean exhausted, List<KeyRead> reads) {

    public RangeRead {
        reads = List.copyOf(reads);
    }
}
