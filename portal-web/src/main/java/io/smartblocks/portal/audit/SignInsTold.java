package io.smartblocks.portal.audit;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.ConfirmationRefused;
import io.smartblocks.portal.account.SignedIn;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Tells who came in, who was turned away, and who left. */
@Component
class SignInsTold {

    private final AuditLog log;
    private final Accounts accounts;

    SignInsTold(AuditLog log, Accounts accounts) {
        this.log = log;
        this.accounts = accounts;
    }

    /** Before there is a session: whoever cannot be told of does not come in. */
    @EventListener
    void onSuccess(AuthenticationSuccessEvent event) {
        // whom a sign-on elsewhere vouches for comes in, if at all, as somebody known here
        if (event.getAuthentication().getPrincipal() instanceof SignedIn) {
            log.tell(told(event.getAuthentication(), Act.SIGN_IN));
        }
    }

    /** A name that nobody has is not kept: people type their password there by mistake. */
    @EventListener
    void onFailure(AbstractAuthenticationFailureEvent event) {
        Optional<Account> known = accounts.known(event.getAuthentication().getName());
        log.tellAfterwards(known.map(account -> Told.of(account, Act.SIGN_IN, account.login()))
                .orElseGet(() -> Told.ofNobody(Act.SIGN_IN, ""))
                .with(Outcome.REFUSED));
    }

    @EventListener
    void onSignOut(LogoutSuccessEvent event) {
        log.tellAfterwards(told(event.getAuthentication(), Act.SIGN_OUT));
    }

    @EventListener
    void onConfirmation(ConfirmationRefused event) {
        Account reader = event.reader();
        log.tellAfterwards(Told.of(reader, Act.CONFIRMATION, reader.login()).with(Outcome.REFUSED));
    }

    private static Told told(Authentication who, Act act) {
        return who.getPrincipal() instanceof SignedIn user
                ? Told.of(user.account(), act, user.account().login())
                : Told.ofNobody(act, who.getName());
    }
}
