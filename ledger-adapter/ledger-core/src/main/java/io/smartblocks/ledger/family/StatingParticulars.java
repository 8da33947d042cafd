package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.StateParticulars;
import java.util.Optional;

/** An organisation says itself what invoices name of it; nobody says it of another. */
final class StatingParticulars {

    private StatingParticulars() {}

    static Decision of(StateParticulars stated, Request request) {
        if (!request.maySign()) {
            return request.notAllowed("the role signatory");
        }
        if (!stated.organisation().equals(request.organisation())) {
            return request.notAllowed("to act for '" + stated.organisation() + "', which says this of itself");
        }
        StateKey key = StateKey.particulars(stated.organisation());
        ParticularsState state = new ParticularsState(stated.organisation(), stated.particulars());
        if (request.view().state(key).equals(Optional.of(state))) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES, "'" + stated.organisation() + "' said exactly this already");
        }
        return ParticularsCheck.problemWith(stated.particulars()).orElseGet(() -> Decision.write(key, state));
    }
}
