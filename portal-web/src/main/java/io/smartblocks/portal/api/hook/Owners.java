package io.smartblocks.portal.api.hook;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.api.key.Scope;
import io.smartblocks.portal.explorer.PayloadAccess;
import io.smartblocks.portal.member.Access;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the owner of a webhook may hear of: what he may see on pages, and nothing once he may not have webhooks. */
@Component
class Owners {

    private final Accounts accounts;
    private final Access access;
    private final PayloadAccess payloads;

    Owners(Accounts accounts, Access access, PayloadAccess payloads) {
        this.accounts = accounts;
        this.access = access;
        this.payloads = payloads;
    }

    /** The owner as he is now; empty where he may have no such webhook any more. */
    Optional<Account> of(Hook hook) {
        return accounts.account(hook.login())
                .filter(owner -> Scope.WEBHOOKS_WRITE.isFor(owner.role()))
                .filter(owner -> owner.organisation().orElse("").equals(hook.organisation()));
    }

    boolean mayHear(Account owner, Event event) {
        return event.said().map(said -> payloads.mayRead(owner, said)).orElse(true)
                && event.meter()
                        .map(meter -> access.meter(owner, meter.value()).isPresent())
                        .orElse(true);
    }
}
