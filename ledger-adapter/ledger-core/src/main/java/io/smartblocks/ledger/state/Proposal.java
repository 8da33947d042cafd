package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the parties of an agreement are asked to sign.
 *
 * @param agreement the agreement's id
 * @param version the version of its text
 * @param title its title
 * @param text the canonical text
 * @param textHash SHA-256 of the text
 * @param compiledHash SHA-256 of its compiled form
 * @param parties the organisation that stands behind each party's term
 * @param proposedBy the member that proposed it
 * @param compiledForm the compiled form itself, from which the agreement is settled; older proposals have none
 */
public record Proposal(
        AgreementId agreement,
        String version,
        String title,
        String text,
        Hash textHash,
        Hash compiledHash,
        Map<String, MemberId> parties,
        MemberId proposedBy,
        Optional<String> compiledForm) {

    public Proposal {
        parties = Collections.unmodifiableMap(new TreeMap<>(parties));
    }

    /** Whether the organisation is a party. */
    public boolean isParty(MemberId organisation) {
        return parties.containsValue(organisation);
    }
}
