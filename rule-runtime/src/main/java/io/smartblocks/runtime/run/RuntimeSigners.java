package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys with which this runtime commits and verifies settlements, by the organisation it acts for. */
public interface RuntimeSigners {

    /** Who signs for the first of these organisations that this runtime acts for; empty if it acts for none. */
    Optional<Signer> forAnyOf(Collection<MemberId> organisations);

    /** The organisations that it acts for now, in the order of their ids. */
    Set<MemberId> organisations();

    /** The signers of fixed organisations, asked in the order of the organisations' ids. */
    static RuntimeSigners of(Map<MemberId, Signer> byOrganisation) {
        Map<MemberId, Signer> inOrder = new TreeMap<>(byOrganisation);
        return new RuntimeSigners() {
            @Override
            public Optional<Signer> forAnyOf(Collection<MemberId> organisations) {
                return inOrder.entrySet().stream()
                        .filter(entry -> organisations.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
            }

            @Override
            public Set<MemberId> organisations() {
                return new TreeSet<>(inOrder.keySet());
            }
        };
    }
}
