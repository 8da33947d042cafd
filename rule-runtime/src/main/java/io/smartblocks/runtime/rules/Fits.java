package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.runtime.baseline.BaselineFitting;
import io.smartblocks.runtime.evidence.BaselineEvidence;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fits of baselines, each made once for as long as its readings stay: a year of days is settled twelve times and more. */
final class Fits {

    private static final int KEPT = 512;

    private static final Fits ALL = new Fits();

    private record Key(Declaration.Baseline.Method method, LocalDate from, LocalDate to, String digest) {}

    private final Map<Key, BaselineFitting.Result> fits = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BaselineFitting.Result> eldest) {
            return size() > KEPT;
        }
    };

    private Fits() {}

    static BaselineFitting.Result of(Declaration.Baseline baseline, BaselineEvidence readings) {
        return ALL.fit(baseline, readings);
    }

    private BaselineFitting.Result fit(Declaration.Baseline baseline, BaselineEvidence readings) {
        Key key = new Key(baseline.method(), baseline.from(), baseline.to(), readings.digest());
        synchronized (fits) {
            BaselineFitting.Result known = fits.get(key);
            if (known != null) {
                return known;
            }
        }
        BaselineFitting.Result fit = BaselineFitting.fit(
                baseline.method(),
                baseline.from(),
                baseline.to().plusDays(1),
                readings.usage(),
                readings.temperature());
        synchronized (fits) {
            fits.put(key, fit);
        }
        return fit;
    }
}
