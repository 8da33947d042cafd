package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.SettledFixture.DUE;
import static io.smartblocks.ledger.family.SettledFixture.ESCO;
import static io.smartblocks.ledger.family.SettledFixture.FIRST;
import static io.smartblocks.ledger.family.SettledFixture.OCTOBER;
import static io.smartblocks.ledger.family.SettledFixture.OWNER;
import static io.smartblocks.ledger.family.SettledFixture.commit;
import static io.smartblocks.ledger.family.SettledFixture.payable;
import static io.smartblocks.ledger.family.SettledFixture.reputation;
import static io.smartblocks.ledger.family.SettledFixture.settled;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.GrantedPower;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DisputeTests {

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
                refused("no clause that owes nothing", "otto", dispute(FIRST, "99"), RefusalCode.INVALID_CONTENT),
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
    void what_was_taken_back_may_be_disputed_again_and_what_was_found_wrong_not() {
        World world = settled();
        world.must("otto", dispute(FIRST));
        world.must("otto", resolve(Verdict.WITHDRAWN));
        allowed("again", "otto", dispute(FIRST, "4.1")).holdsOn(world);
        assertThat(world.at(StateKey.dispute(FIRST, OWNER), DisputeState.class).open())
                .isTrue();
        world.must("otto", resolve(Verdict.REJECTED));

        refused("found wrong", "otto", dispute(FIRST), RefusalCode.DISPUTED_ALREADY)
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

    private static Row invalid(String title, Payable... payables) {
        return refused(title, "robot", commit(0, payables), RefusalCode.INVALID_CONTENT);
    }

    private static DisputeSettlement dispute(SettlementId settlement, String... clauses) {
        return new DisputeSettlement(settlement, List.of(clauses), "the night readings are those of another meter");
    }

    private static ResolveDispute resolve(Verdict verdict) {
        return new ResolveDispute(FIRST, OWNER, verdict, "the meters were mixed up");
    }
}
