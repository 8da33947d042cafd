package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.MeterId;
import java.util.Set;
import java.util.TreeSet;

/** What an agreement reads on the ledger beside what its own parties state: its meters and indexes. */
final class Sources {

    static final String READINGS = "readings/";
    static final String INDEX = "index/";

    private Sources() {}

    /** The beginnings of the keys, before the day, under which all its versions find readings and values. */
    static Set<String> of(RunningAgreement running) {
        Set<String> sources = new TreeSet<>();
        running.compiled().values().forEach(agreement -> {
            agreement.meters().stream().flatMap(meter -> of(meter).stream()).forEach(sources::add);
            agreement.indexes().stream().map(Sources::of).forEach(sources::add);
        });
        return sources;
    }

    static Set<String> of(Declaration.Meter meter) {
        return meter.id().map(id -> Set.of(READINGS + new MeterId(id))).orElse(Set.of());
    }

    static String of(Declaration.Index index) {
        return INDEX + IndexId.of(index.publisher(), index.name());
    }
}
