package io.smartblocks.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Slows down those who try one thing after the other on a page that asks for no sign-in, as at sign-in. */
@Component
public class Misses {

    private final LoginAttempts attempts;
    private final HttpServletRequest request;

    Misses(LoginAttempts attempts, HttpServletRequest request) {
        this.attempts = attempts;
        this.request = request;
    }

    /** How long the sender of the current request still has to wait. */
    public Duration waiting(String page) {
        return attempts.waiting(request.getRemoteAddr(), page);
    }

    /** Counts a try that found nothing. */
    public void missed(String page) {
        attempts.failed(request.getRemoteAddr(), page);
    }
}
