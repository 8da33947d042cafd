package io.smartblocks.ledger.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockLimitsTests {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final BlockLimits LIMITS = new BlockLimits(10, NOON);

    @ParameterizedTest
    @CsvSource({"-60, true", "0, true", "5, true", "6, false"})
    void a_signers_clock_may_run_five_minutes_ahead(int minutes, boolean allowed) {
        assertAllowed(hold(9), NOON.plus(Duration.ofMinutes(minutes)), allowed);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "47, true", "48, false", "95, false"})
    void readings_may_not_reach_beyond_the_blocks_time(int lastValue, boolean allowed) {
        List<@Nullable Long> values = new ArrayList<>(Collections.nCopies(96, null));
        values.set(lastValue, 1L);
        ReadingsPage page = ReadingsPage.of(
                new MeterId("m"), LocalDate.of(2026, 11, 2), ZoneOffset.UTC, Interval.ofMinutes(15), "kWh", 0, values);
        assertAllowed(new RecordReadings(page), NOON, allowed);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "9, true", "10, false"})
    void evidence_is_as_of_a_block_that_stands(long block, boolean allowed) {
        assertAllowed(hold(block), NOON, allowed);
    }

    private static void assertAllowed(Payload payload, Instant statedAt, boolean allowed) {
        TransactionBody body =
                new TransactionBody(LedgerId.NONE, payload, new MemberId("m"), new RequestKey("r"), statedAt);
        assertThat(LIMITS.against(body).isEmpty()).isEqualTo(allowed);
    }

    private static HoldSettlement hold(long asOf) {
        return new HoldSettlement(
                World.AGREEMENT, "1.0", "Month", LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1), List.of(), asOf);
    }
}
