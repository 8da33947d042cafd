package io.smartblocks.ledger.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/** Keeps the points of the keys that were used last: to find a key's point is a tenth of checking a signature. */
final class KnownPoints {

    private static final int MOST = 1024;

    private final Map<VerifyingKey, PublicPoint> points = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<VerifyingKey, PublicPoint> eldest) {
            return size() > MOST;
        }
    };

    /** The point of a key; empty when it is none, or one of the few for which anyone could sign. */
    Optional<PublicPoint> of(VerifyingKey key) {
        Optional<PublicPoint> known = known(key);
        return known.isPresent() ? known : decoded(key);
    }

    private synchronized Optional<PublicPoint> known(VerifyingKey key) {
        return Optional.ofNullable(points.get(key));
    }

    private Optional<PublicPoint> decoded(VerifyingKey key) {
        Optional<PublicPoint> point = Optional.ofNullable(Ed25519.validatePublicKeyPartialExport(key.point(), 0));
        point.ifPresent(found -> keep(key, found));
        return point;
    }

    private synchronized void keep(VerifyingKey key, PublicPoint point) {
        points.put(key, point);
    }

    synchronized int size() {
        return points.size();
    }
}
