package io.smartblocks.ledger.chaincode;

import io.smartblocks.ledger.state.StateKey;

/**
 * Where a state stands in Fabric: its key as a composite key, so that a scan by the first parts of a key sees just its own
 * kind.
 */
public record CompositeKey(String value) {

    private static final String DIVIDER = "\u0000";

    /** The composite key of a state key; its parts are what strokes divide. */
    public static CompositeKey of(StateKey key) {
        return new CompositeKey(DIVIDER + key.value().replace("/", DIVIDER) + DIVIDER);
    }

    /** The state key that stands under this composite key. */
    public StateKey stateKey() {
        boolean composite = value.length() > 2 && value.startsWith(DIVIDER) && value.endsWith(DIVIDER);
        if (!composite) {
            throw new IllegalArgumentException("'" + value.replace(DIVIDER, "|") + "' is not a composite key");
        }
        return new StateKey(value.substring(1, value.length() - 1).replace(DIVIDER, "/"));
    }
}
