package io.smartblocks.portal.admin;

import io.smartblocks.portal.account.Accounts.Standing;
import io.smartblocks.portal.audit.Act;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an administrator does with an account, each in some of its states only. */
enum AccountAct {
    ROLE(Act.ACCOUNT_ROLE),
    PASSWORD(Act.PASSWORD),
    LOCK(Act.ACCOUNT_LOCKED),
    UNLOCK(Act.ACCOUNT_UNLOCKED);

    private final Act told;

    AccountAct(Act told) {
        this.told = told;
    }

    static Optional<AccountAct> named(String key) {
        return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
    }

    static List<AccountAct> in(Standing standing) {
        return Arrays.stream(values()).filter(act -> act.fits(standing)).toList();
    }

    /** How the audit log calls it. */
    Act told() {
        return told;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean fits(Standing standing) {
        return this == UNLOCK
                ? standing.locked().isPresent()
                : this != LOCK || standing.locked().isEmpty();
    }
}
