package io.smartblocks.portal.energy.agreed;

import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.energy.agreed.AgreedTexts.Agreed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Some agreements, the newest first, found by the meters that they name. */
public final class AgreedOf {

    private final List<Agreed> agreements;
    private final Map<MeterId, List<Integer>> places = new HashMap<>();

    private AgreedOf(List<Agreed> agreements) {
        this.agreements = agreements;
    }

    static AgreedOf of(List<Agreed> agreements) {
        AgreedOf all = new AgreedOf(List.copyOf(agreements));
        for (int i = 0; i < agreements.size(); i++) {
            for (MeterId meter : agreements.get(i).text().named()) {
                all.places.computeIfAbsent(meter, any -> new ArrayList<>()).add(i);
            }
        }
        return all;
    }

    /** Those that name one of these meters. */
    public List<Agreed> naming(Collection<MeterId> meters) {
        TreeSet<Integer> found = new TreeSet<>();
        meters.forEach(meter -> found.addAll(places.getOrDefault(meter, List.of())));
        return found.stream().map(agreements::get).toList();
    }
}
