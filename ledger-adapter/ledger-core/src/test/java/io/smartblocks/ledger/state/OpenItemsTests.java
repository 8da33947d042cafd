package io.smartblocks.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenItemsTests {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    @Test
    void nothing_paid_is_all_open() {
        OpenItems items = OpenItems.of(revision(0), List.of(owed(1, "100.00")), List.of());

        assertThat(items.open(1)).isEqualByComparingTo("100.00");
        assertThat(items.paidOn(1)).isEmpty();
    }

    @Test
    void a_document_is_paid_on_the_day_of_its_last_part() {
        List<PaymentState> parts = List.of(paid(0, 1, "40.00", DAY.plusDays(3)), paid(0, 1, "60.00", DAY));

        assertThat(OpenItems.of(revision(0), List.of(owed(1, "100.00")), parts).paidOn(1))
                .contains(DAY.plusDays(3));
    }

    @Test
    void what_was_taken_back_does_not_count() {
        PaymentState reversed = paid(0, 1, "100.00", DAY).reverse("bounced");

        assertThat(OpenItems.of(revision(0), List.of(owed(1, "100.00")), List.of(reversed))
                        .open(1))
                .isEqualByComparingTo("100.00");
    }

    @Test
    void an_earlier_payment_counts_for_the_same_number_first_and_then_in_order() {
        List<Payable> now = List.of(owed(1, "50.00"), owed(2, "30.00"), owed(3, "30.00"));
        OpenItems items = OpenItems.of(revision(1), now, List.of(paid(0, 2, "100.00", DAY)));

        assertThat(items.open(2)).isZero();
        assertThat(items.open(1)).isZero();
        assertThat(items.open(3)).isEqualByComparingTo("10.00");
        assertThat(items.paidOn(1)).contains(DAY);
    }

    @Test
    void an_earlier_payment_never_pays_what_the_payee_owes() {
        Payable back = new Payable(1, "ESCO", "Owner", new BigDecimal("20.00"), "EUR", DAY);

        assertThat(OpenItems.of(revision(1), List.of(back), List.of(paid(0, 1, "100.00", DAY)))
                        .open(1))
                .isEqualByComparingTo("20.00");
    }

    @Test
    void the_order_in_which_payments_are_read_makes_no_difference() {
        List<PaymentState> payments = new ArrayList<>(List.of(
                paid(0, 1, "10.00", DAY), paid(0, 2, "35.00", DAY.plusDays(1)), paid(1, 2, "20.00", DAY.plusDays(2))));
        List<Payable> now = List.of(owed(1, "30.00"), owed(2, "40.00"));
        OpenItems one = OpenItems.of(revision(1), now, payments);
        Collections.reverse(payments);
        OpenItems other = OpenItems.of(revision(1), now, payments);

        assertThat(one.open(1)).isEqualByComparingTo("5.00").isEqualByComparingTo(other.open(1));
        assertThat(one.paidOn(2)).contains(DAY.plusDays(2)).isEqualTo(other.paidOn(2));
    }

    private static SettlementId revision(int revision) {
        return new SettlementId(new AgreementId("campus"), "Month", OCTOBER, revision);
    }

    private static Payable owed(int document, String amount) {
        return new Payable(document, "Owner", "ESCO", new BigDecimal(amount), "EUR", DAY);
    }

    private static PaymentState paid(int revision, int document, String amount, LocalDate on) {
        return new PaymentState(
                revision(revision),
                document,
                "Owner",
                "ESCO",
                new BigDecimal(amount),
                "EUR",
                on,
                "SEPA-" + revision + "-" + document,
                new MemberId("esco-1"),
                Optional.empty());
    }
}
