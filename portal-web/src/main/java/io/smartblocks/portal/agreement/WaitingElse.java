package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.state.State;
import io.smartblocks.portal.account.Account;
import java.util.Optional;

/** Knows of applications, which wait for whoever admits members and not for a party. */
public interface WaitingElse {

    /** Whether they wait for this reader. */
    boolean decides(Account reader);

    /** One of them in words. */
    Optional<WaitingThing> thing(State state);
}
