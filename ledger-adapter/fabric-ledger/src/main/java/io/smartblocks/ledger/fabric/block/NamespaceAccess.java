package io.smartblocks.ledger.fabric.block;

import java.util.List;

/**
 * What an invocation read and wrote in the keys of one chaincode, all in the order of the block.
 *
 * @param collections names of the collections of private data that were touched, of which a block holds hashes only
 */
public record NamespaceAccess(
        String namespace,
        List<KeyRead> reads,
        List<RangeRead> ranges,
        List<KeyWrite> writes,
        List<KeyMetadata> metadata,
        List<String> collections) {

    public NamespaceAccess {
        reads = List.copyOf(reads);
        ranges = List.copyOf(ranges);
        writes = List.copyOf(writes);
        metadata = List.copyOf(metadata);
        collections = List.copyOf(collections);
    }
}
