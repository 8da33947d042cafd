package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.ledger.transaction.SettlementId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a party's runtime found when it computed a settlement of another party again; stands under
 * {@code verification/<agreement>/<period>/<from>/<revision>/<organisation>}.
 *
 * @param settlement what was computed again
 * @param statementHash SHA-256 of its statement
 * @param organisation the party
 * @param verifiedBy the runtime that signed for it
 * @param verifiedAt the time of its block
 * @param engine the version of its engine
 * @param difference the first value that differs; none when it got the same bytes and co-signed
 * @param disputed whether the difference opened a dispute
 */
public record VerificationState(
        SettlementId settlement,
        Hash statementHash,
        MemberId organisation,
        MemberId verifiedBy,
        Instant verifiedAt,
        String engine,
        Optional<FirstDifference> difference,
        boolean disputed)
        implements State {

    /** Whether the party got the same bytes. */
    public boolean coSigned() {
        return difference.isEmpty();
    }
}
