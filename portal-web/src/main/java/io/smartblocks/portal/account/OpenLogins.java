package io.smartblocks.portal.account;

import java.util.List;

/** Accounts that the sign-in page shows with their passwords; only a demo site has any. */
@FunctionalInterface
public interface OpenLogins {

    List<OpenLogin> all();

    /** An account that anyone may try. */
    record OpenLogin(String login, String name, Role role, String password) {}
}
