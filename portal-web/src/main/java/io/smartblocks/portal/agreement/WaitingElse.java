package io.smartblocks.portal.agreement;

import io.smartblocks.portal.account.Account;
import java.util.List;

/** Knows of other things than agreements that wait for a reader. */
public interface WaitingElse {

    /** What waits. */
    List<WaitingThing> of(Account reader);
}
