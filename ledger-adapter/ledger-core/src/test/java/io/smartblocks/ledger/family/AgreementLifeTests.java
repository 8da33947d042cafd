package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static io.smartblocks.ledger.family.World.TERMS;
import static io.smartblocks.ledger.family.World.TEXT;
import static io.smartblocks.ledger.family.World.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Active;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Ending;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.AgreementState.Suspended;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.CloseAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ResumeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.RevokeTermination;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.ledger.transaction.GrantedPower;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.TerminationRight;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementLifeTests {

    private static final LocalDate END = LocalDate.of(2027, 6, 30);

    @ParameterizedTest
    @MethodSource("inForce")
    void who_may_do_what_while_it_is_in_force(Row row) {
        row.holdsOn(inForceWithRights());
    }

    static Stream<Row> inForce() {
        return Stream.of(
                allowed("a signatory asks to suspend", "eve", suspend("strike")),
                allowed("so does the other organisation itself", "owner-1", suspend("strike")),
                refused("a clerk does not", "clerk", suspend("strike"), RefusalCode.NOT_ALLOWED),
                refused("nor a runtime", "robot", suspend("strike"), RefusalCode.NOT_ALLOWED),
                refused("nor a stranger", "stranger", suspend("strike"), RefusalCode.NOT_A_PARTY),
                refused("not without a reason", "eve", suspend(" "), RefusalCode.REASON_MISSING),
                refused("nothing to resume", "eve", resume(), RefusalCode.AGREEMENT_ACTIVE),
                refused("nothing to revoke", "eve", revoke(), RefusalCode.NOTHING_CHANGES),
                refused("not over", "robot", close(), RefusalCode.AGREEMENT_NOT_OVER),
                allowed("a last day may be put forward", "otto", terminate(END)),
                refused("not by a clerk", "clerk", terminate(END), RefusalCode.NOT_ALLOWED),
                refused("not by a stranger", "stranger", terminate(END), RefusalCode.NOT_A_PARTY),
                refused("not its own last day", "otto", terminate(TERMS.to()), RefusalCode.OUTSIDE_TERM),
                refused("nor before its first", "otto", terminate(TERMS.from().minusDays(1)), RefusalCode.OUTSIDE_TERM),
                allowed("a right with its notice", "otto", under("14", LocalDate.of(2027, 1, 31))),
                refused(
                        "a day less is too short",
                        "otto",
                        under("14", LocalDate.of(2027, 1, 30)),
                        RefusalCode.NOTICE_TOO_SHORT),
                refused("the right of another", "eve", under("14", END), RefusalCode.NO_SUCH_RIGHT),
                refused("a clause without one", "otto", under("3", END), RefusalCode.NO_SUCH_RIGHT),
                refused("a right that no settlement gave", "eve", under("15", END), RefusalCode.NO_SUCH_RIGHT));
    }

    @Test
    void it_is_suspended_once_all_parties_ask_and_nothing_is_settled_meanwhile() {
        World world = inForceWithRights();
        world.must("eve", suspend("strike"));
        assertThat(standing(world))
                .isInstanceOfSatisfying(
                        Active.class,
                        active -> assertThat(active.asked())
                                .extracting(consent -> consent.organisation().value())
                                .containsExactly("esco-1"));
        refused("once is enough", "esco-1", suspend("strike"), RefusalCode.ALREADY_ASKED)
                .holdsOn(world);
        world.must("otto", suspend("strike on our side"));

        assertThat(standing(world))
                .isInstanceOfSatisfying(
                        Suspended.class,
                        suspended -> assertThat(suspended.suspendedBy())
                                .extracting(consent -> consent.reason())
                                .containsExactly("strike", "strike on our side"));
        refused("no settlement", "robot", settlement(StatementSummary.EMPTY), RefusalCode.AGREEMENT_SUSPENDED)
                .holdsOn(world);
        refused("suspended already", "eve", suspend("again"), RefusalCode.AGREEMENT_SUSPENDED)
                .holdsOn(world);

        world.must("otto", resume());
        world.must("eve", resume());
        assertThat(standing(world))
                .isInstanceOfSatisfying(
                        Active.class, active -> assertThat(active.asked()).isEmpty());
        allowed("settled again", "robot", settlement(StatementSummary.EMPTY)).holdsOn(world);
    }

    @Test
    void it_ends_early_when_all_state_the_same_last_day() {
        World world = inForceWithRights();
        world.must("eve", terminate(END));
        world.must("otto", terminate(END.plusDays(1)));
        assertThat(standing(world).termination()).isEmpty();

        world.must("otto", terminate(END));
        assertThat(standing(world).lastDay()).isEqualTo(END);
        assertThat(standing(world).asked()).isEmpty();

        world.must("eve", revoke());
        assertThat(standing(world).lastDay()).isEqualTo(END);
        world.must("otto", revoke());
        assertThat(standing(world).lastDay()).isEqualTo(TERMS.to());
    }

    @Test
    void a_right_that_depends_on_a_settlement_takes_one_that_grants_it_still() {
        World world = inForceWithRights();
        StatementSummary granting = new StatementSummary(List.of(), List.of(new GrantedPower("15", "ESCO")));
        world.must("robot", settlement(granting));
        allowed("granted", "eve", under("15", END)).holdsOn(world);

        World corrected = inForceWithRights();
        corrected.must("robot", settlement(granting));
        corrected.must("robot", settlement(StatementSummary.EMPTY, 1));
        refused("taken back by a re-settlement", "eve", under("15", END), RefusalCode.NO_SUCH_RIGHT)
                .holdsOn(corrected);
    }

    @Test
    void a_right_found_by_a_settlement_that_is_disputed_ends_nothing() {
        World world = inForceWithRights();
        StatementSummary granting = new StatementSummary(List.of(), List.of(new GrantedPower("15", "ESCO")));
        CommitSettlement settlement = settlement(granting);
        world.must("robot", settlement);
        world.must("otto", new DisputeSettlement(settlement.id(), List.of(), "the readings are wrong"));
        refused("disputed", "eve", under("15", END), RefusalCode.NO_SUCH_RIGHT).holdsOn(world);
        World upheld = world.fork();
        upheld.must("eve", resolve(settlement, Verdict.UPHELD));
        refused("upheld", "eve", under("15", END), RefusalCode.NO_SUCH_RIGHT).holdsOn(upheld);
        world.must("otto", resolve(settlement, Verdict.WITHDRAWN));

        allowed("given up", "eve", under("15", END)).holdsOn(world);
    }

    @Test
    void it_does_not_end_before_what_is_settled() {
        World world = inForceWithRights();
        world.must("robot", settlement(StatementSummary.EMPTY));

        refused("settled", "eve", terminate(LocalDate.of(2026, 10, 30)), RefusalCode.ALREADY_SETTLED)
                .holdsOn(world);
        allowed("its last settled day", "eve", terminate(LocalDate.of(2026, 10, 31)))
                .holdsOn(world);
    }

    @Test
    void it_is_closed_after_its_last_day_in_its_own_zone() {
        World world = inForceWithRights();
        world.must("otto", under("14", END));
        world.at(Instant.parse("2027-06-30T22:59:59Z"));
        refused("an hour ahead of UTC", "robot", close(), RefusalCode.AGREEMENT_NOT_OVER)
                .holdsOn(world);
        world.at(Instant.parse("2027-06-30T23:00:00Z"));
        refused("too late to revoke", "otto", revoke(), RefusalCode.AGREEMENT_ENDED)
                .holdsOn(world);
        world.must("robot", close());

        Ended ended = world.at(StateKey.agreement(AGREEMENT, "1.0"), Ended.class);
        assertThat(ended.ending()).isEqualTo(Ending.TERMINATED);
        assertThat(ended.lastDay()).isEqualTo(END);
        assertThat(ended.termination().orElseThrow().clause()).contains("14");
        refused("over", "eve", suspend("late"), RefusalCode.AGREEMENT_ENDED).holdsOn(world);
        refused("over for another text", "eve", proposal(TEXT + " More."), RefusalCode.AGREEMENT_ENDED)
                .holdsOn(world);
        allowed("its days are settled yet", "robot", settlement(StatementSummary.EMPTY))
                .holdsOn(world);
    }

    @Test
    void it_expires_after_its_term_and_its_id_is_not_used_again() {
        World world = inForceWithRights();
        world.at(Instant.parse("2031-10-01T12:00:00Z"));
        world.must("eve", close());
        assertThat(world.at(StateKey.agreement(AGREEMENT, "1.0"), Ended.class).ending())
                .isEqualTo(Ending.EXPIRED);

        ProposeAgreement next = proposal("2.0", TEXT, TERMS);
        world.must("eve", next);
        world.must("eve", next.toSign());
        world.must("otto", next.toSign());
        refused("another id", "eve", new ActivateAgreement(AGREEMENT, "2.0"), RefusalCode.AGREEMENT_ENDED)
                .holdsOn(world);
    }

    @Test
    void what_is_only_proposed_is_withdrawn_and_not_terminated() {
        World world = World.peopled();
        world.must("eve", proposal(TEXT));

        refused("not in force", "eve", terminate(END), RefusalCode.AGREEMENT_NOT_ACTIVE)
                .holdsOn(world);
    }

    private static Standing standing(World world) {
        return (Standing) world.at(StateKey.agreement(AGREEMENT, "1.0"), AgreementState.class);
    }

    private static World inForceWithRights() {
        LedgerTerms terms = new LedgerTerms(
                TERMS.from(),
                TERMS.to(),
                TERMS.zone(),
                TERMS.currency(),
                Optional.empty(),
                TERMS.periods(),
                List.of(),
                List.of(),
                TERMS.disputes(),
                List.of(
                        new TerminationRight("14", "Owner", CalendarSpan.days(90), false),
                        new TerminationRight("15", "ESCO", CalendarSpan.days(30), true)));
        World world = World.peopled();
        ProposeAgreement proposal = proposal("1.0", TEXT, terms);
        world.must("eve", proposal);
        world.must("eve", proposal.toSign());
        world.must("otto", proposal.toSign());
        world.must("eve", new ActivateAgreement(AGREEMENT, "1.0"));
        return world;
    }

    private static CommitSettlement settlement(StatementSummary summary) {
        return settlement(summary, 0);
    }

    private static CommitSettlement settlement(StatementSummary summary, int revision) {
        return World.settlement("1.0", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1), revision, summary);
    }

    private static ResolveDispute resolve(CommitSettlement settlement, Verdict verdict) {
        return new ResolveDispute(settlement.id(), new MemberId("owner-1"), verdict, "it was looked into");
    }

    private static SuspendAgreement suspend(String reason) {
        return new SuspendAgreement(AGREEMENT, "1.0", reason);
    }

    private static ResumeAgreement resume() {
        return new ResumeAgreement(AGREEMENT, "1.0", "over");
    }

    private static RevokeTermination revoke() {
        return new RevokeTermination(AGREEMENT, "1.0", "settled among us");
    }

    private static CloseAgreement close() {
        return new CloseAgreement(AGREEMENT, "1.0");
    }

    private static TerminateAgreement terminate(LocalDate lastDay) {
        return new TerminateAgreement(AGREEMENT, "1.0", lastDay, Optional.empty(), "building sold");
    }

    private static TerminateAgreement under(String clause, LocalDate lastDay) {
        return new TerminateAgreement(AGREEMENT, "1.0", lastDay, Optional.of(clause), "building sold");
    }
}
