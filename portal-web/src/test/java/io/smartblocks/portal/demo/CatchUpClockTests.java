package io.smartblocks.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CatchUpClockTests {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final MovableClock real = new MovableClock(NOW);
    private final CatchUpClock clock = new CatchUpClock(real);

    @Test
    void stands_still_where_it_is_put() {
        clock.standAt(NOW.minus(Duration.ofDays(30)));
        real.move(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo(NOW.minus(Duration.ofDays(30)));
    }

    @Test
    void passes_a_day_in_two_seconds_while_it_catches_up() {
        clock.standAt(NOW.minus(Duration.ofDays(30)));
        clock.run();
        real.move(Duration.ofSeconds(2));
        assertThat(clock.instant()).isEqualTo(NOW.minus(Duration.ofDays(29)));
        assertThat(clock.isPresent()).isFalse();
    }

    @Test
    void keeps_real_time_once_it_has_caught_up() {
        clock.standAt(NOW.minus(Duration.ofDays(1)));
        clock.run();
        real.move(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(3));
        assertThat(clock.isPresent()).isTrue();
        real.move(Duration.ofSeconds(60));
        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(63));
    }

    @Test
    void never_runs_ahead_of_the_real_clock() {
        clock.standAt(NOW.plus(Duration.ofDays(1)));
        clock.run();
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void shows_the_same_time_in_another_zone() {
        Clock inDublin = clock.withZone(ZoneId.of("Europe/Dublin"));
        clock.standAt(NOW.minus(Duration.ofDays(5)));
        assertThat(inDublin.instant()).isEqualTo(NOW.minus(Duration.ofDays(5)));
        assertThat(inDublin.getZone()).isEqualTo(ZoneId.of("Europe/Dublin"));
    }
}
