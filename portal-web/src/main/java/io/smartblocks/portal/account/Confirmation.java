package io.smartblocks.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    /** For how long a sign-on elsewhere counts as the proof that a password gives here. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final LoginAttempts attempts;
    private final HttpServletRequest request;
    private final OwnKey keys;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Confirmation(
            Accounts accounts,
            LoginAttempts attempts,
            HttpServletRequest request,
            OwnKey keys,
            Clock clock,
            ApplicationEventPublisher events) {
        this.keys = keys;
        this.clock = clock;
        this.events = events;
        this.accounts = accounts;
        this.attempts = attempts;
        this.request = request;
    }

    /** Whether this is the password of the reader, who sends it with the current request. */
    public Answer of(Account reader, String password) {
        boolean elsewhere = accounts.isWithoutPassword(reader.login());
        if (elsewhere && !keys.has(reader)) {
            return hasJustSignedIn() ? new Answer.Confirmed() : new Answer.Refused("confirm.fresh", 0);
        }
        if (password.isEmpty()) {
            return new Answer.Refused("confirm.empty", 0);
        }
        String address = request.getRemoteAddr();
        Duration wait = attempts.waiting(address, reader.login());
        if (!wait.isZero()) {
            return new Answer.Refused("confirm.slow", wait.toSeconds() + 1);
        }
        if (elsewhere ? keys.opens(reader, password) : accounts.confirms(reader.login(), password)) {
            attempts.succeeded(address, reader.login());
            return new Answer.Confirmed();
        }
        attempts.failed(address, reader.login());
        events.publishEvent(new ConfirmationRefused(reader));
        return new Answer.Refused(elsewhere ? "confirm.wrong.key" : "confirm.wrong", 0);
    }

    private boolean hasJustSignedIn() {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(SingleSignOn.PROVED_AT))
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .filter(at -> at.plus(FRESH).isAfter(clock.instant()))
                .isPresent();
    }
}
