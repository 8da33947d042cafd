package io.smartblocks.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The session in which a reader chooses another password: it goes on, under another id, where all others end. */
@Component
public class OwnSession {

    private final Accounts accounts;
    private final HttpServletRequest request;

    OwnSession(Accounts accounts, HttpServletRequest request) {
        this.accounts = accounts;
        this.request = request;
    }

    /** Lets the session of this request go on with the password that the account has now. */
    public void goesOn(SignedIn user) {
        accounts.standing(user.account().login()).map(Accounts.Standing::proof).ifPresent(user::goesOnWith);
        request.changeSessionId();
    }
}
