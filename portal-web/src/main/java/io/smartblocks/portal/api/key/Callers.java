package io.smartblocks.portal.api.key;

import io.smartblocks.portal.account.Accounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows programs by the keys they show; account and key are read anew each time, so that what is revoked is out at once. */
@Component
public class Callers {

    private final ApiKeys keys;
    private final Accounts accounts;

    Callers(ApiKeys keys, Accounts accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    /** Who shows this secret; empty where it opens nothing, or its owner may not sign in any more. */
    public Optional<ApiCaller> with(String secret) {
        return keys.open(secret)
                .flatMap(key -> accounts.account(key.login()).map(account -> ApiCaller.with(key, account)));
    }
}
