package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.SettledFixture.DUE;
import static io.smartblocks.ledger.family.SettledFixture.FIRST;
import static io.smartblocks.ledger.family.SettledFixture.OWNER;
import static io.smartblocks.ledger.family.SettledFixture.SECOND;
import static io.smartblocks.ledger.family.SettledFixture.commit;
import static io.smartblocks.ledger.family.SettledFixture.payable;
import static io.smartblocks.ledger.family.SettledFixture.reputation;
import static io.smartblocks.ledger.family.SettledFixture.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentTests {

    @ParameterizedTest
    @MethodSource("payments")
    void who_may_say_that_what_was_paid(Row row) {
        row.holdsOn(settled());
    }

    static Stream<Row> payments() {
        return Stream.of(
                allowed("the payee's signatory", "eve", paid("100.00", "SEPA-1")),
                allowed("the payee's runtime, in part", "robot", paid("40.00", "SEPA-1")),
                refused("not the payer", "otto", paid("100.00", "SEPA-1"), RefusalCode.NOT_ALLOWED),
                refused("no stranger", "stranger", paid("100.00", "SEPA-1"), RefusalCode.NOT_A_PARTY),
                refused("not more than is payable", "eve", paid("100.01", "SEPA-1"), RefusalCode.PAYMENT_EXCEEDS),
                refused("not nothing", "eve", paid("0", "SEPA-1"), RefusalCode.INVALID_CONTENT),
                refused("not without a reference", "eve", paid("1", " "), RefusalCode.INVALID_CONTENT),
                refused(
                        "not for another document",
                        "eve",
                        new RecordPayment(FIRST, 2, BigDecimal.ONE, DUE, "SEPA-1"),
                        RefusalCode.DOCUMENT_UNKNOWN),
                refused(
                        "not from the future",
                        "eve",
                        new RecordPayment(FIRST, 1, BigDecimal.ONE, LocalDate.of(2026, 11, 20), "SEPA-1"),
                        RefusalCode.FROM_THE_FUTURE),
                refused(
                        "nothing is taken back that was not paid",
                        "eve",
                        new ReversePayment(FIRST, 1, "SEPA-1", "bounced"),
                        RefusalCode.PAYMENT_UNKNOWN));
    }

    @Test
    void parts_add_up_and_each_reference_counts_once() {
        World world = settled();
        world.must("eve", paid("60.00", "SEPA-1"));
        refused("known", "eve", paid("40.00", "SEPA-1"), RefusalCode.PAYMENT_KNOWN)
                .holdsOn(world);
        refused("too much", "eve", paid("40.01", "SEPA-2"), RefusalCode.PAYMENT_EXCEEDS)
                .holdsOn(world);
        assertThat(reputation(world, OWNER)).isEmpty();
        world.must("eve", paid("40.00", "SEPA-2"));

        assertThat(reputation(world, OWNER)).singleElement().isInstanceOf(ReputationEvent.DealPaid.class);
    }

    @Test
    void a_payment_after_the_due_day_is_told_as_late_and_one_taken_back_opens_the_document_again() {
        World world = settled();
        world.must("eve", paid("100.00", "SEPA-1"));
        world.at(DUE.plusDays(9).atStartOfDay().toInstant(ZoneOffset.UTC));
        world.must("eve", new ReversePayment(FIRST, 1, "SEPA-1", "the bank took it back"));
        assertThat(world.at(StateKey.payment(FIRST, 1, "SEPA-1"), PaymentState.class)
                        .reversed())
                .contains("the bank took it back");
        assertThat(reputation(world, OWNER))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReputationEvent.DealPaidLate.class,
                        late -> assertThat(late.daysLate()).isEqualTo(9));
        world.must("eve", new RecordPayment(FIRST, 1, new BigDecimal("100.00"), DUE.plusDays(7), "SEPA-2"));

        assertThat(reputation(world, OWNER))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReputationEvent.DealPaidLate.class,
                        late -> assertThat(late.daysLate()).isEqualTo(7));
    }

    @Test
    void payments_count_on_when_the_period_is_settled_again() {
        World world = settled();
        world.must("eve", paid("60.00", "SEPA-1"));
        world.must("robot", commit(1, payable(1, "Owner", "ESCO", "90.00")));
        refused("the old revision", "eve", paid("30.00", "SEPA-2"), RefusalCode.SETTLEMENT_SUPERSEDED)
                .holdsOn(world);
        refused("more than is left", "eve", again("30.01", "SEPA-2"), RefusalCode.PAYMENT_EXCEEDS)
                .holdsOn(world);
        world.must("eve", again("30.00", "SEPA-2"));

        assertThat(reputation(world, OWNER)).singleElement().isInstanceOf(ReputationEvent.DealPaid.class);
    }

    @Test
    void what_was_paid_in_full_is_not_paid_a_second_time_and_forms_one_event() {
        World world = settled();
        world.must("eve", paid("100.00", "SEPA-1"));
        world.must("robot", commit(1, payable(1, "Owner", "ESCO", "120.00")));
        refused("the whole once more", "eve", again("120.00", "SEPA-2"), RefusalCode.PAYMENT_EXCEEDS)
                .holdsOn(world);
        world.must("eve", again("20.00", "SEPA-2"));

        assertThat(reputation(world, OWNER)).singleElement().isInstanceOf(ReputationEvent.DealPaid.class);
    }

    @Test
    void a_payment_under_an_earlier_revision_can_be_taken_back() {
        World world = settled();
        world.must("eve", paid("100.00", "SEPA-1"));
        world.must("robot", commit(1, payable(1, "Owner", "ESCO", "90.00")));
        refused("nothing is open", "eve", again("1.00", "SEPA-2"), RefusalCode.PAYMENT_EXCEEDS)
                .holdsOn(world);
        world.must("eve", new ReversePayment(FIRST, 1, "SEPA-1", "the bank took it back"));

        allowed("then it is", "eve", again("90.00", "SEPA-2")).holdsOn(world);
    }

    @Test
    void nobody_is_late_for_what_was_settled_after_it_was_due() {
        World world = World.withActiveAgreement();
        Payable longAgo = new Payable(1, "Owner", "ESCO", new BigDecimal("100.00"), "EUR", LocalDate.of(1999, 1, 1));
        world.must("robot", commit(0, longAgo));
        world.must("eve", paid("100.00", "SEPA-1"));

        assertThat(reputation(world, OWNER)).singleElement().isInstanceOf(ReputationEvent.DealPaid.class);
    }

    private static RecordPayment paid(String amount, String reference) {
        return new RecordPayment(FIRST, 1, new BigDecimal(amount), LocalDate.of(2026, 11, 2), reference);
    }

    private static RecordPayment again(String amount, String reference) {
        return new RecordPayment(SECOND, 1, new BigDecimal(amount), LocalDate.of(2026, 11, 2), reference);
    }
}
