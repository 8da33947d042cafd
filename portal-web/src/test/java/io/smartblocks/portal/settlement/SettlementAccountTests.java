package io.smartblocks.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A correction's documents are whole, and what was paid for an earlier revision counts on. */
class SettlementAccountTests {

    private static final AgreementId CAMPUS = new AgreementId("campus");
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    @Test
    void of_a_correction_only_the_difference_is_open() {
        SettlementAccount corrected = account(1, false, owed("937.15"), paid(0, "936.19"));

        assertThat(corrected.open(owed("937.15"))).isEqualByComparingTo("0.96");
        assertThat(corrected.paidOn(owed("937.15"))).isEmpty();
        assertThat(corrected.payments(owed("937.15"))).hasSize(1);
        assertThat(corrected.isOpen()).isTrue();
    }

    @Test
    void a_correction_to_less_than_was_paid_is_paid() {
        SettlementAccount corrected = account(1, false, owed("936.19"), paid(0, "937.15"));

        assertThat(corrected.open(owed("936.19"))).isEqualByComparingTo("0");
        assertThat(corrected.paidOn(owed("936.19"))).contains(DAY);
        assertThat(corrected.isOpen()).isFalse();
    }

    @Test
    void nothing_is_to_be_paid_by_what_was_settled_again_since() {
        SettlementAccount before = account(0, true, owed("937.15"), paid(1, "936.19"));

        assertThat(before.open(owed("937.15"))).isEqualByComparingTo("0");
        assertThat(before.paidOn(owed("937.15"))).isEmpty();
        assertThat(before.payments(owed("937.15"))).isEmpty();
        assertThat(before.isOpen()).isFalse();
    }

    @Test
    void what_was_paid_the_other_way_does_not_count() {
        Payable back = new Payable(1, "ESCO", "Owner", new BigDecimal("10.00"), "EUR", DAY);
        SettlementAccount corrected = account(1, false, back, paid(0, "937.15"));

        assertThat(corrected.open(back)).isEqualByComparingTo("10.00");
        assertThat(corrected.payments(back)).isEmpty();
    }

    @Test
    void what_was_taken_back_is_told_and_open_again() {
        SettlementAccount account =
                account(0, false, owed("937.15"), paid(0, "937.15").reverse("bounced"));

        assertThat(account.open(owed("937.15"))).isEqualByComparingTo("937.15");
        assertThat(account.payments(owed("937.15"))).hasSize(1);
    }

    private static SettlementAccount account(int revision, boolean superseded, Payable payable, PaymentState payment) {
        CommitSettlement settled = new CommitSettlement(
                CAMPUS,
                "1.0",
                "Month",
                OCTOBER,
                OCTOBER.plusMonths(1),
                revision,
                "{}",
                Hash.of("{}"),
                Hash.of("evidence"),
                5,
                Hash.of("compiled"),
                "1",
                new StatementSummary(List.of(payable), List.of()));
        Proposal agreement = new Proposal(
                CAMPUS,
                "1.0",
                "Campus",
                Hash.of("text"),
                Hash.of("compiled"),
                LedgerTerms.plain(OCTOBER, OCTOBER.plusYears(1), ZoneOffset.UTC, "EUR"),
                Map.of(),
                new MemberId("esco-1"));
        return new SettlementAccount(
                new SettlementState(settled, new MemberId("esco-1"), Instant.parse("2026-11-07T06:00:00Z")),
                agreement,
                List.of(payment),
                List.of(),
                List.of(),
                superseded);
    }

    private static Payable owed(String amount) {
        return new Payable(1, "Owner", "ESCO", new BigDecimal(amount), "EUR", DAY);
    }

    private static PaymentState paid(int revision, String amount) {
        return new PaymentState(
                new SettlementId(CAMPUS, "Month", OCTOBER, revision),
                1,
                "Owner",
                "ESCO",
                new BigDecimal(amount),
                "EUR",
                DAY,
                "SEPA-" + revision,
                new MemberId("esco-1"),
                Optional.empty());
    }
}
