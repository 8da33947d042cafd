package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.ledger.readmodel.AgainCalendar.Watch;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.MeterId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an agreement reads on the ledger beside what its own parties state: meters, indexes and its own settlements. */
final class Sources {

    /** How many days around a period the stands of a register may count. */
    static final int STANDS_WITHIN = 63;

    /** How long after a period's end what any period may read is read for it. */
    private static final int EVER = 1_000_000;

    private static final String READINGS = "readings/";
    private static final String INDEX = "index/";
    private static final String SETTLEMENT = "settlement/";

    private Sources() {}

    /** The beginnings of the keys, before the day, of what some version reads, and how long after a period it does. */
    static List<Watch> of(RunningAgreement running) {
        Map<String, Integer> sources = new TreeMap<>();
        running.compiled().values().forEach(agreement -> add(running.id(), agreement, sources));
        return sources.entrySet().stream()
                .map(source -> new Watch(running.id(), source.getKey(), source.getValue()))
                .toList();
    }

    private static void add(AgreementId id, Agreement agreement, Map<String, Integer> sources) {
        LookBack lookBack = new LookBack(agreement);
        for (Declaration.Meter meter : agreement.meters()) {
            int readsOn = isFitted(agreement, meter)
                    ? EVER
                    : lookBack.readsOn(meter) + (meter.register() ? STANDS_WITHIN : 0);
            of(meter).forEach(source -> sources.merge(source, readsOn, Math::max));
        }
        for (Declaration.Index index : agreement.indexes()) {
            boolean readsOn = lookBack.looksUpFixedDays(index) || lookBack.readsWhileLate(index);
            sources.merge(of(index), readsOn ? EVER : 0, Math::max);
        }
        if (lookBack.usesDocuments() || lookBack.usesPrevious()) {
            sources.put(settlementsOf(id), 0);
        }
    }

    /** A baseline is fitted for all periods. */
    private static boolean isFitted(Agreement agreement, Declaration.Meter meter) {
        return agreement.baselines().stream()
                .anyMatch(baseline ->
                        baseline.meter().equals(meter.name()) || baseline.with().contains(meter.name()));
    }

    static Set<String> of(Declaration.Meter meter) {
        return meter.id().map(id -> Set.of(READINGS + new MeterId(id))).orElse(Set.of());
    }

    static String of(Declaration.Index index) {
        return INDEX + IndexId.of(index.publisher(), index.name());
    }

    /** What was settled under an agreement before, and paid. */
    static String settlementsOf(AgreementId agreement) {
        return SETTLEMENT + agreement;
    }
}
