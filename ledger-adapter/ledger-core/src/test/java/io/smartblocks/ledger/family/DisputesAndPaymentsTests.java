package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.GrantedPower;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DisputesAndPaymentsTests {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 16);
    private static final MemberId OWNER = new MemberId("owner-1");
    private static final MemberId ESCO = new MemberId("esco-1");
    private static final SettlementId FIRST = new SettlementId(AGREEMENT, "Month", OCTOBER, 0);

    @ParameterizedTest
    @MethodSource("summaries")
    void a_summary_speaks_of_the_parties_and_of_payments_that_can_be_made(Row row) {
        row.holdsOn(World.withActiveAgreement());
    }

    static Stream<Row> summaries() {
        return Stream.of(
                allowed("the owner pays", "robot", commit(0, payable(1, "Owner", "ESCO", "100.00"))),
                invalid("a stranger pays", payable(1, "Bank", "ESCO", "100.00")),
                invalid("someone pays itself", payable(1, "ESCO", "ESCO", "100.00")),
                invalid("nothing is paid", payable(1, "Owner", "ESCO", "0.00")),
                invalid("less than nothing is paid", payable(1, "Owner", "ESCO", "-1")),
                refused(
                        "in another currency",
                        "robot",
                        commit(0, new Payable(1, "Owner", "ESCO", BigDecimal.ONE, "USD", DUE)),
                        RefusalCode.INVALID_CONTENT),
                invalid("documents are counted from 1", payable(0, "Owner", "ESCO", "1")),
                invalid(
                        "documents are counted once",
                        payable(1, "Owner", "ESCO", "1"),
                        payable(1, "ESCO", "Owner", "1")),
                refused(
                        "a stranger has a power",
                        "robot",
                        commit(0, new StatementSummary(List.of(), List.of(new GrantedPower("9", "Bank")))),
                        RefusalCode.INVALID_CONTENT),
                allowed(
                        "a party has a power",
                        "robot",
                        commit(0, new StatementSummary(List.of(), List.of(new GrantedPower("9", "Owner"))))));
    }

    @ParameterizedTest
    @MethodSource("disputes")
    void who_may_dispute_what(Row row) {
        row.holdsOn(settled());
    }

    static Stream<Row> disputes() {
        return Stream.of(
                allowed("a party's signatory", "otto", dispute(FIRST, "4.1")),
                allowed("the organisation's own key", "owner-1", dispute(FIRST)),
                refused("no clerk", "clerk", dispute(FIRST), RefusalCode.NOT_ALLOWED),
                refused("no stranger", "stranger", dispute(FIRST), RefusalCode.NOT_A_PARTY),
                refused(
                        "nothing that was not settled",
                        "otto",
                        dispute(new SettlementId(AGREEMENT, "Month", OCTOBER, 1)),
                        RefusalCode.SETTLEMENT_UNKNOWN),
                refused(
                        "no period of another name",
                        "otto",
                        dispute(new SettlementId(AGREEMENT, "month", OCTOBER, 0)),
                        RefusalCode.SETTLEMENT_UNKNOWN),
                refused(
                        "not without a reason",
                        "otto",
                        new DisputeSettlement(FIRST, List.of(), " "),
                        RefusalCode.REASON_MISSING),
                refused("each clause once", "otto", dispute(FIRST, "4.1", "4.1"), RefusalCode.INVALID_CONTENT));
    }

    @Test
    void the_window_closes_at_the_end_of_its_last_local_day() {
        World open = settled();
        open.at(Instant.parse("2026-12-02T23:59:59Z"));
        allowed("on the 30th day", "otto", dispute(FIRST)).holdsOn(open);
        World closed = settled();
        closed.at(Instant.parse("2026-12-03T00:00:00Z"));

        refused("a second later", "otto", dispute(FIRST), RefusalCode.DISPUTE_WINDOW_CLOSED)
                .holdsOn(closed);
    }

    @Test
    void only_the_newest_revision_is_disputed_and_once_by_each_party() {
        World world = settled();
        world.must("otto", dispute(FIRST));
        refused("twice", "owner-1", dispute(FIRST), RefusalCode.DISPUTED_ALREADY)
                .holdsOn(world);
        world.must("robot", commit(1, payable(1, "Owner", "ESCO", "90.00")));
        refused("superseded", "eve", dispute(FIRST), RefusalCode.SETTLEMENT_SUPERSEDED)
                .holdsOn(world);
        allowed("the new one", "eve", dispute(new SettlementId(AGREEMENT, "Month", OCTOBER, 1)))
                .holdsOn(world);
    }

    @Test
    void nobody_is_judge_in_its_own_cause() {
        World world = settled();
        world.must("otto", dispute(FIRST));
        refused("own", "otto", resolve(Verdict.UPHELD), RefusalCode.NOT_ALLOWED).holdsOn(world);
        refused("other", "eve", resolve(Verdict.REJECTED), RefusalCode.NOT_ALLOWED)
                .holdsOn(world);
        refused("other", "eve", resolve(Verdict.WITHDRAWN), RefusalCode.NOT_ALLOWED)
                .holdsOn(world);
        refused("third", "stranger", resolve(Verdict.UPHELD), RefusalCode.NOT_A_PARTY)
                .holdsOn(world);
        world.must("eve", resolve(Verdict.UPHELD));

        DisputeState ended = world.at(StateKey.dispute(FIRST, OWNER), DisputeState.class);
        assertThat(ended.open()).isFalse();
        assertThat(ended.end().orElseThrow().verdict()).isEqualTo(Verdict.UPHELD);
        assertThat(reputation(world, ESCO)).singleElement().isInstanceOf(ReputationEvent.DisputeUpheld.class);
        refused("again", "eve", resolve(Verdict.UPHELD), RefusalCode.DISPUTE_UNKNOWN)
                .holdsOn(world);
    }

    @Test
    void a_dispute_that_is_given_up_speaks_for_the_other_side_only_when_it_was_found_wrong() {
        World rejected = settled();
        rejected.must("otto", dispute(FIRST));
        rejected.must("otto", resolve(Verdict.REJECTED));
        World withdrawn = settled();
        withdrawn.must("otto", dispute(FIRST));
        withdrawn.must("otto", resolve(Verdict.WITHDRAWN));

        assertThat(reputation(rejected, ESCO)).singleElement().isInstanceOf(ReputationEvent.DisputeRejected.class);
        assertThat(reputation(withdrawn, ESCO)).isEmpty();
    }

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

    private static World settled() {
        World world = World.withActiveAgreement();
        world.must("robot", commit(0, payable(1, "Owner", "ESCO", "100.00")));
        return world;
    }

    private static List<ReputationEvent> reputation(World world, MemberId organisation) {
        return world.states().states("reputation/" + organisation + "/").stream()
                .map(entry -> (ReputationEvent) entry.state())
                .toList();
    }

    private static Row invalid(String title, Payable... payables) {
        return refused(title, "robot", commit(0, payables), RefusalCode.INVALID_CONTENT);
    }

    private static Payable payable(int document, String payer, String payee, String amount) {
        return new Payable(document, payer, payee, new BigDecimal(amount), "EUR", DUE);
    }

    private static DisputeSettlement dispute(SettlementId settlement, String... clauses) {
        return new DisputeSettlement(settlement, List.of(clauses), "the night readings are those of another meter");
    }

    private static ResolveDispute resolve(Verdict verdict) {
        return new ResolveDispute(FIRST, OWNER, verdict, "the meters were mixed up");
    }

    private static RecordPayment paid(String amount, String reference) {
        return new RecordPayment(FIRST, 1, new BigDecimal(amount), LocalDate.of(2026, 11, 2), reference);
    }

    private static CommitSettlement commit(int revision, Payable... payables) {
        return commit(revision, new StatementSummary(List.of(payables), List.of()));
    }

    private static CommitSettlement commit(int revision, StatementSummary summary) {
        String statement = "{\"revision\":" + revision + "}";
        return new CommitSettlement(
                AGREEMENT,
                "1.0",
                "Month",
                OCTOBER,
                OCTOBER.plusMonths(1),
                revision,
                statement,
                Hash.of(statement),
                Hash.of("evidence"),
                0,
                World.COMPILED,
                "1.0.0",
                summary);
    }
}
