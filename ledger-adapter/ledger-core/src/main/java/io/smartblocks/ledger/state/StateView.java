package io.smartblocks.ledger.state;

import java.util.List;
import java.util.Optional;

/** What a family may read while it decides about a transaction. */
public interface StateView {

    /** What stands under the key. */
    Optional<State> state(StateKey key);

    /** All states whose key begins with the prefix, in the order of their keys. */
    List<StateEntry> states(String prefix);

    /** What stands under the key, which can only be of the given type. */
    default <S extends State> Optional<S> state(StateKey key, Class<S> type) {
        return state(key).map(found -> {
            if (!type.isInstance(found)) {
                throw new IllegalStateException("'" + key + "' holds a "
                        + found.getClass().getSimpleName() + " where a " + type.getSimpleName() + " was expected");
            }
            return type.cast(found);
        });
    }
}
