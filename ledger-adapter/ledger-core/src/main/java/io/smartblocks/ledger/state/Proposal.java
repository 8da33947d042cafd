package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementAction.SignAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.LedgerTerms;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the parties of an agreement are asked to sign; its text and compiled form stand as {@link DocumentState}s.
 *
 * @param agreement the agreement's id
 * @param version the version of its text
 * @param title its title
 * @param textHash SHA-256 of the text
 * @param compiledHash SHA-256 of its compiled form
 * @param terms what the ledger must know of it
 * @param parties the organisation that stands behind each party's term
 * @param proposedBy the member that proposed it
 */
public record Proposal(
        AgreementId agreement,
        String version,
        String title,
        Hash textHash,
        Hash compiledHash,
        LedgerTerms terms,
        Map<String, MemberId> parties,
        MemberId proposedBy) {

    public Proposal {
        parties = Collections.unmodifiableMap(new TreeMap<>(parties));
    }

    /** What a party signs of it. */
    public SignAgreement toSign() {
        return new SignAgreement(agreement, version, textHash, compiledHash, terms.hash());
    }

    /** Whether the organisation is a party. */
    public boolean isParty(MemberId organisation) {
        return parties.containsValue(organisation);
    }

    /** The organisation behind a party's term. */
    public Optional<MemberId> organisation(String term) {
        return Optional.ofNullable(parties.get(term));
    }

    /** Whether the organisation stands behind the term. */
    public boolean is(String term, MemberId organisation) {
        return organisation.equals(parties.get(term));
    }
}
