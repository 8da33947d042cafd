package io.smartblocks.ledger.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
