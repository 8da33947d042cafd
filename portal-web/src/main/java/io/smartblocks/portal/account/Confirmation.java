package io.smartblocks.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks a reader for the password once more before anything binding; guessing is slowed down as at sign-in. */
@Component
public class Confirmation {

    /** What came of it. */
    public sealed interface Answer {
        /** It is the reader's password. */
        record Confirmed() implements Answer {}

        /** It is not; the key names the message that says what to do. */
        record Refused(String key, long seconds) implements Answer {}
    }

    private final Accounts accounts;
    private final LoginAttempts attempts;
    private final HttpServletRequest request;
    private final ApplicationEventPublisher events;

    Confirmation(
            Accounts accounts, LoginAttempts attempts, HttpServletRequest request, ApplicationEventPublisher events) {
        this.events = events;
        this.accounts = accounts;
        this.attempts = attempts;
        this.request = request;
    }

    /** Whether this is the password of the reader, who sends it with the current request. */
    public Answer of(Account reader, String password) {
        if (password.isEmpty()) {
            return new Answer.Refused("confirm.empty", 0);
        }
        String address = request.getRemoteAddr();
        Duration wait = attempts.waiting(address, reader.login());
        if (!wait.isZero()) {
            return new Answer.Refused("confirm.slow", wait.toSeconds() + 1);
        }
        if (accounts.confirms(reader.login(), password)) {
            attempts.succeeded(address, reader.login());
            return new Answer.Confirmed();
        }
        attempts.failed(address, reader.login());
        events.publishEvent(new ConfirmationRefused(reader));
        return new Answer.Refused("confirm.wrong", 0);
    }
}
