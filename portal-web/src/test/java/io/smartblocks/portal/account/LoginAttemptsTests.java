package io.smartblocks.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginAttemptsTests {

    private final LoginAttempts attempts =
            new LoginAttempts(Clock.fixed(Instant.parse("2026-11-06T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void four_failures_cost_nothing() {
        fail(4, "aoife");

        assertThat(attempts.waiting("192.0.2.1", "aoife")).isZero();
    }

    @Test
    void from_the_fifth_on_each_failure_doubles_the_wait_up_to_five_minutes() {
        fail(5, "aoife");
        assertThat(attempts.waiting("192.0.2.1", "aoife")).isEqualTo(Duration.ofSeconds(2));
        fail(1, "aoife");
        assertThat(attempts.waiting("192.0.2.1", "aoife")).isEqualTo(Duration.ofSeconds(4));
        fail(20, "aoife");
        assertThat(attempts.waiting("192.0.2.1", "aoife")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void neither_another_person_nor_another_address_has_to_wait() {
        fail(10, "aoife");

        assertThat(attempts.waiting("192.0.2.1", "conor")).isZero();
        assertThat(attempts.waiting("192.0.2.2", "aoife")).isZero();
    }

    private void fail(int times, String login) {
        for (int i = 0; i < times; i++) {
            attempts.failed("192.0.2.1", login);
        }
    }
}
