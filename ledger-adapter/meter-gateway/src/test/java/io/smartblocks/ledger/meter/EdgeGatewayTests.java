package io.smartblocks.ledger.meter;

import static io.smartblocks.ledger.meter.GatewayFixture.METER;
import static io.smartblocks.ledger.meter.GatewayFixture.OPERATOR;
import static io.smartblocks.ledger.meter.ReadingsFileFixture.DUBLIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeGatewayTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final Interval HOURLY = new Interval("PT1H");

    @TempDir
    Path directory;

    private final AtomicBoolean away = new AtomicBoolean();
    private final MovableClock clock =
            new MovableClock(GatewayFixture.CLOCK.instant().minus(Duration.ofDays(30)));
    private Ledger real;
    private Ledger ledger;
    private LedgerId id;

    @BeforeEach
    void open() {
        real = GatewayFixture.ledger(directory.resolve("ledger"), "kWh", "PT1H", DUBLIN);
        ledger = AwayLedger.of(real, away);
        id = real.id();
    }

    @AfterEach
    void close() {
        real.close();
    }

    @Test
    void readings_wait_on_disk_for_days_and_reach_the_ledger_in_order_when_it_is_back() {
        away.set(true);
        for (int day = 0; day < 20; day++) {
            // Each day the gateway is started anew, as after a power cut.
            try (Outbox outbox = outbox()) {
                EdgeGateway gateway = gateway(outbox, clock);
                gateway.store(List.of(page(day)));
                assertThat(gateway.forward(ledger).committed()).isZero();
                assertThat(outbox.status().waiting()).isEqualTo(day + 1);
            }
            clock.move(Duration.ofDays(1));
        }
        away.set(false);

        try (Outbox outbox = outbox()) {
            EdgeGateway.Delivery delivery = gateway(outbox, clock).forward(ledger);
            assertThat(delivery).isEqualTo(new EdgeGateway.Delivery(20, 0, 0, List.of()));
        }

        assertThat(real.states("readings/")).hasSize(20);
        assertThat(daysInOrderOfBlocks()).isSorted().hasSize(20);
    }

    @Test
    void a_page_that_is_stored_and_sent_twice_stands_once() {
        try (Outbox outbox = outbox()) {
            EdgeGateway gateway = gateway(outbox, clock);
            gateway.store(List.of(page(0)));
            clock.move(Duration.ofHours(1));
            gateway.store(List.of(page(0)));
            gateway.forward(ledger);
            clock.move(Duration.ofHours(1));
            gateway.store(List.of(page(0)));
            assertThat(gateway.forward(ledger).refused()).isEmpty();
        }
        assertThat(standing(0).revision()).isZero();
        assertThat(daysInOrderOfBlocks()).hasSize(1);
    }

    @Test
    void what_an_import_has_recorded_meanwhile_need_not_wait() {
        new MeterGateway(real, OPERATOR, GatewayFixture.CLOCK).submit(List.of(page(0)), ImportProgress.SILENT);
        try (Outbox outbox = outbox()) {
            EdgeGateway gateway = gateway(outbox, clock);
            gateway.store(List.of(page(0)));

            assertThat(gateway.forward(ledger)).isEqualTo(new EdgeGateway.Delivery(0, 1, 0, List.of()));
        }
    }

    @Test
    void a_refused_page_stays_with_its_reason_and_holds_up_no_other() {
        new MeterGateway(real, OPERATOR, GatewayFixture.CLOCK).submit(List.of(page(1)), ImportProgress.SILENT);
        ReadingsPage other = page(1).with(Collections.nCopies(24, 9L), page(1).quality(), page(1).flags());
        try (Outbox outbox = outbox()) {
            EdgeGateway gateway = gateway(outbox, clock);
            gateway.store(List.of(page(0), other, page(2)));

            EdgeGateway.Delivery delivery = gateway.forward(ledger);

            assertThat(delivery.committed()).isEqualTo(2);
            assertThat(delivery.refused()).singleElement().satisfies(refused -> {
                assertThat(refused.refusal().code()).isEqualTo("readings-conflict");
                assertThat(refused.refusal().message()).contains("2026-01-02");
            });
        }
        try (Outbox again = outbox()) {
            assertThat(gateway(again, clock).forward(ledger).refused()).hasSize(1);
        }
    }

    @Test
    void corrections_go_back_and_forth_in_their_order() {
        ReadingsPage one = page(0);
        ReadingsPage other = one.with(Collections.nCopies(24, 9L), one.quality(), one.flags());
        try (Outbox outbox = outbox()) {
            EdgeGateway gateway = gateway(outbox, clock);
            gateway.store(List.of(one));
            for (ReadingsPage page : List.of(other, one, other)) {
                clock.move(Duration.ofSeconds(1));
                gateway.storeCorrections(List.of(page), "read again");
            }
            assertThat(gateway.forward(ledger).committed()).isEqualTo(4);
        }
        assertThat(standing(0).revision()).isEqualTo(3);
        assertThat(standing(0).page().values()).isEqualTo(other.values());
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_and_nothing_is_doubled() {
        Ledger breaking = InterruptedLedger.losingTheAnswerOf(2, real);
        try (Outbox outbox = outbox()) {
            EdgeGateway gateway = gateway(outbox, clock);
            gateway.store(List.of(page(0), page(1), page(2)));
            assertThat(gateway.forward(breaking).committed()).isEqualTo(1);
            clock.move(Duration.ofMinutes(5));
            assertThat(gateway.forward(breaking).committed()).isEqualTo(2);
        }
        assertThat(daysInOrderOfBlocks()).containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));
    }

    private List<LocalDate> daysInOrderOfBlocks() {
        List<LocalDate> days = new ArrayList<>();
        for (long number = 0; number < real.height(); number++) {
            real.block(number)
                    .orElseThrow()
                    .transactions()
                    .forEach(transaction -> EdgeFixture.dayOf(transaction).ifPresent(days::add));
        }
        return days;
    }

    private ReadingsState standing(int day) {
        return real.state(StateKey.readings(METER, FIRST.plusDays(day)), ReadingsState.class)
                .orElseThrow();
    }

    private Outbox outbox() {
        return Outbox.open(directory.resolve("outbox"), clock);
    }

    private EdgeGateway gateway(Outbox outbox, Clock at) {
        return new EdgeGateway(id, OPERATOR, at, outbox);
    }

    private static ReadingsPage page(int day) {
        Long[] hours = new Long[24];
        Arrays.setAll(hours, hour -> 100L + hour + day);
        return ReadingsPage.of(METER, FIRST.plusDays(day), DUBLIN, HOURLY, "kWh", 1, Arrays.asList(hours));
    }
}
