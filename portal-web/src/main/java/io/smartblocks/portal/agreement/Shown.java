package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.portal.words.Words;
import java.time.Instant;

/** One version of an agreement as pages name it. */
record Shown(
        String id,
        String version,
        String title,
        String textHash,
        String compiledHash,
        Stage stage,
        Instant proposedAt,
        long changedIn) {

    static Shown of(AgreementRecord agreement, Words say) {
        Proposal proposal = agreement.proposal();
        return new Shown(
                proposal.agreement().value(),
                proposal.version(),
                proposal.title(),
                proposal.textHash().value(),
                proposal.compiledHash().value(),
                Stage.of(agreement.state(), say),
                agreement.proposedAt(),
                agreement.changedIn());
    }
}
