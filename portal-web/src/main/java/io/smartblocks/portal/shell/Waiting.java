package io.smartblocks.portal.shell;

import io.smartblocks.portal.account.Account;

/** Knows how many things wait for a reader; the menu shows the number. */
public interface Waiting {

    int count(Account reader);
}
