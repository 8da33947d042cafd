package io.smartblocks.ledger.fabric.block;

import java.util.Map;
import java.util.TreeMap;

/** What was written beside a key, by name: under {@link #POLICY} who must endorse its next writes. */
public record KeyMetadata(String key, Map<String, Octets> entries) {

    public static final String POLICY = "VALIDATION_PARAMETER";

    public KeyMetadata {
        entries = new TreeMap<>(entries);
    }

    @Override
    public Map<String, Octets> entries() {
        return Map.copyOf(entries);
    }
}
