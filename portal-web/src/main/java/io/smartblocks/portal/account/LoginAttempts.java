package io.smartblocks.portal.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after five failures from one address for one login, each further try waits twice as long as the
 * one before. Others, and the same person elsewhere, are not locked out.
 */
@Component
class LoginAttempts {

    private static final int FREE = 5;
    private static final int REMEMBERED = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized Duration waiting(String address, String login) {
        Failures known = failures.get(key(address, login));
        if (known == null || known.count < FREE) {
            return Duration.ZERO;
        }
        Duration wait = Duration.between(clock.instant(), known.last.plus(pause(known.count)));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    @EventListener
    void onFailure(AbstractAuthenticationFailureEvent event) {
        failed(address(event.getAuthentication()), event.getAuthentication().getName());
    }

    @EventListener
    void onSuccess(AuthenticationSuccessEvent event) {
        succeeded(address(event.getAuthentication()), event.getAuthentication().getName());
    }

    private static String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
    }

    synchronized void failed(String address, String login) {
        failures.merge(
                key(address, login),
                new Failures(1, clock.instant()),
                (old, now) -> new Failures(old.count + 1, now.last));
    }

    synchronized void succeeded(String address, String login) {
        failures.remove(key(address, login));
    }

    private static Duration pause(int count) {
        Duration pause = Duration.ofSeconds(1L << Math.min(count - FREE + 1, 10));
        return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
    }

    private static String key(String address, String login) {
        return address + ' ' + login.strip().toLowerCase(Locale.ROOT);
    }

    private record Failures(int count, Instant last) {}
}
