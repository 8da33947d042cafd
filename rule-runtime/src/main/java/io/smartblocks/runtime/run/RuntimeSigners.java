package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys with which this runtime commits settlements, by the organisation it acts for. */
public final class RuntimeSigners {

    private final Map<MemberId, Signer> byOrganisation;

    public RuntimeSigners(Map<MemberId, Signer> byOrganisation) {
        this.byOrganisation = new TreeMap<>(byOrganisation);
    }

    /** The signer for the first of these organisations, in the order of their ids, that this runtime acts for. */
    public Optional<Signer> forAnyOf(Collection<MemberId> organisations) {
        return byOrganisation.entrySet().stream()
                .filter(entry -> organisations.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
