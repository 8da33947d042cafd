package io.smartblocks.portal.member;

import io.smartblocks.ledger.state.Proposal;
import java.util.Optional;

/** The names of the parties of one agreement, by the terms that its text uses. */
public record PartyNames(Names names, Proposal proposal) {

    /** The name of the party that stands behind the term; the term itself where there is none. */
    public String of(String term) {
        return Optional.ofNullable(proposal.parties().get(term)).map(names::of).orElse(term);
    }
}
