package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose clock is set back, by hours, while the ledger is open and while it is not. */
@Timeout(60)
class ClockTests {

    private static final Duration HOURS = Duration.ofHours(5);

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(Campus.NOON);

    @Test
    void a_clock_set_back_while_it_runs_is_reported_until_it_has_caught_up() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            clock.move(HOURS.negated());

            assertThat(Campus.submit(ledger, Campus.meter("m1"))).isInstanceOf(Committed.class);
            assertThat(times(ledger)).containsExactly(Campus.NOON, Campus.NOON);
            assertThat(ledger.health().writable()).isTrue();
            assertThat(ledger.health().notes()).containsExactly(behind(HOURS));

            clock.move(HOURS.minusSeconds(1));
            assertThat(ledger.health().notes()).containsExactly(behind(Duration.ofSeconds(1)));
            clock.move(Duration.ofSeconds(1));
            assertThat(ledger.health().notes()).isEmpty();
            assertThat(ledger.metrics().clockBehind()).isZero();

            clock.move(Duration.ofSeconds(30));
            Campus.submit(ledger, Campus.meter("m2"));
            assertThat(times(ledger)).endsWith(Campus.NOON.plusSeconds(30));
        }
    }

    @Test
    void a_clock_set_back_between_runs_is_reported_until_it_has_caught_up() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
        }
        clock.move(HOURS.negated());
        try (EmbeddedLedger ledger = open()) {
            assertThat(ledger.health().notes()).containsExactly(behind(HOURS));
            Campus.submit(ledger, Campus.meter("m1"));
            assertThat(times(ledger)).containsExactly(Campus.NOON, Campus.NOON);
        }
        clock.move(HOURS);
        try (EmbeddedLedger ledger = open()) {
            assertThat(ledger.health().notes()).isEmpty();
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    @Test
    void what_members_state_is_measured_by_the_time_of_the_block_and_not_of_the_clock() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            clock.move(HOURS.negated());

            assertThat(stated(ledger, "now", Campus.NOON)).isInstanceOf(Committed.class);
            assertThat(stated(ledger, "by-the-clock", Campus.NOON.minus(HOURS))).isInstanceOf(Committed.class);
            assertThat(stated(ledger, "tolerated", Campus.NOON.plusSeconds(300)))
                    .isInstanceOf(Committed.class);
            assertThat(stated(ledger, "early", Campus.NOON.plusSeconds(301)))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("from-the-future"));
        }
    }

    @Test
    void the_times_of_blocks_never_go_back_however_the_clock_jumps() {
        Random chance = new Random(7);
        Instant latest = Campus.NOON;
        int blocks = 1;
        for (int run = 0; run < 5; run++) {
            try (EmbeddedLedger ledger = open()) {
                if (run == 0) {
                    Campus.found(ledger);
                }
                for (int i = 0; i < 10; i++) {
                    clock.set(Campus.NOON.plusSeconds(chance.nextInt(200_000) - 100_000));
                    latest = clock.instant().isAfter(latest) ? clock.instant() : latest;
                    Campus.submit(ledger, Campus.meter("m" + run + "-" + i));
                    assertThat(times(ledger)).hasSize(++blocks).endsWith(latest);
                    assertThat(ledger.metrics().clockBehind()).isEqualTo(Duration.between(clock.instant(), latest));
                }
                assertThat(times(ledger)).isSorted();
            }
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    private static String behind(Duration by) {
        return "this machine's clock is " + by.toSeconds() + " s behind the last block; blocks keep the time "
                + Campus.NOON + " until it has caught up: check the clock";
    }

    private static Submission stated(EmbeddedLedger ledger, String meter, Instant at) {
        return Campus.submit(
                ledger,
                Transaction.sign(Campus.ID, Campus.meterPayload(meter), new RequestKey(meter), at, Campus.OPERATOR));
    }

    private static List<Instant> times(EmbeddedLedger ledger) {
        List<Instant> times = new ArrayList<>();
        for (long number = 0; number < ledger.height(); number++) {
            times.add(ledger.block(number).orElseThrow().header().time());
        }
        return times;
    }

    private EmbeddedLedger open() {
        return EmbeddedLedger.open(directory, clock, Campus.REGISTRAR);
    }
}
