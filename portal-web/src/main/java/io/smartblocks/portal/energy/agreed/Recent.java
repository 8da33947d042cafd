package io.smartblocks.portal.energy.agreed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps what was worked out last from things that never change. */
public final class Recent<K, V> {

    private final Map<K, V> kept;

    /** Keeps so many. */
    public Recent(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is kept under the key, or what is made of it now; two who ask at once may both make it. */
    public V of(K key, Function<K, V> make) {
        Optional<V> known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        V made = make.apply(key);
        keep(key, made);
        return made;
    }

    private synchronized Optional<V> known(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    private synchronized void keep(K key, V made) {
        kept.put(key, made);
    }
}
