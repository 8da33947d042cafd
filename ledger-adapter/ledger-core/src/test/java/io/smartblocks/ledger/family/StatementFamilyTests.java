package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static io.smartblocks.ledger.family.World.MONTH;
import static io.smartblocks.ledger.family.World.NOON;
import static io.smartblocks.ledger.family.World.TERMS;
import static io.smartblocks.ledger.family.World.TEXT;
import static io.smartblocks.ledger.family.World.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.Figure;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import io.smartblocks.ledger.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementFamilyTests {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    @ParameterizedTest
    @MethodSource("statements")
    void who_may_state_what(Row row) {
        row.holdsOn(inForce());
    }

    static Stream<Row> statements() {
        return Stream.concat(facts(), Stream.concat(adjustments(), Stream.concat(events(), occurrences())));
    }

    private static Stream<Row> facts() {
        return Stream.of(
                allowed("the party named states", "eve", area(OCTOBER, "1250.5")),
                allowed("so does its organisation", "esco-1", area(OCTOBER, "1250.5")),
                allowed("ahead inside the term", "eve", area(DECEMBER, "1250.5")),
                refused("not the other party", "otto", area(OCTOBER, "1250.5"), RefusalCode.NOT_ALLOWED),
                refused("nor a runtime", "robot", area(OCTOBER, "1250.5"), RefusalCode.NOT_ALLOWED),
                refused("nor a stranger", "stranger", area(OCTOBER, "1250.5"), RefusalCode.NOT_A_PARTY),
                refused("before the term", "eve", area(OCTOBER.minusDays(1), "1"), RefusalCode.OUTSIDE_TERM),
                refused("after the term", "eve", area(TERMS.to().plusDays(1), "1"), RefusalCode.OUTSIDE_TERM),
                refused("an exponent", "eve", area(OCTOBER, "1E+9"), RefusalCode.INVALID_CONTENT),
                refused(
                        "nothing that is not declared",
                        "eve",
                        new StateFact(AGREEMENT, "Are/a", OCTOBER, BigDecimal.ONE, ""),
                        RefusalCode.NOT_STATABLE),
                allowed("for the period that began", "otto", outage(LocalDate.of(2026, 11, 1), "7.5")),
                refused(
                        "on its first day only",
                        "otto",
                        outage(OCTOBER.plusDays(1), "7.5"),
                        RefusalCode.INVALID_CONTENT),
                refused("not for one to come", "otto", outage(DECEMBER, "7.5"), RefusalCode.FROM_THE_FUTURE));
    }

    private static Stream<Row> adjustments() {
        return Stream.of(
                allowed("an adjustment without end", "eve", adjustment(Optional.empty(), "new tenant")),
                allowed(
                        "one until the end",
                        "eve",
                        adjustment(Optional.of(TERMS.to().plusDays(1)), "new tenant")),
                refused("not backwards", "eve", adjustment(Optional.of(OCTOBER), "new"), RefusalCode.INVALID_CONTENT),
                refused(
                        "not beyond the end",
                        "eve",
                        adjustment(Optional.of(TERMS.to().plusDays(2)), "new"),
                        RefusalCode.OUTSIDE_TERM),
                refused("not without a reason", "eve", adjustment(Optional.empty(), ""), RefusalCode.REASON_MISSING),
                refused("not by the other", "otto", adjustment(Optional.empty(), "new"), RefusalCode.NOT_ALLOWED));
    }

    private static Stream<Row> events() {
        Map<String, BigDecimal> right = Map.of("Energy", new BigDecimal("12.5"));
        return Stream.of(
                allowed("what happened", "otto", new ReportEvent(AGREEMENT, "Session", NOON, "s-1", right)),
                refused(
                        "not what is to come",
                        "otto",
                        new ReportEvent(AGREEMENT, "Session", NOON.plusMillis(1), "s-1", right),
                        RefusalCode.FROM_THE_FUTURE),
                refused(
                        "nothing at the end of time",
                        "otto",
                        new ReportEvent(AGREEMENT, "Session", Instant.MAX, "s-1", right),
                        RefusalCode.FROM_THE_FUTURE),
                refused(
                        "nothing at its beginning",
                        "otto",
                        new ReportEvent(AGREEMENT, "Session", Instant.MIN, "s-1", right),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "other figures",
                        "otto",
                        new ReportEvent(AGREEMENT, "Session", NOON, "s-1", Map.of("Power", BigDecimal.ONE)),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "no reference",
                        "otto",
                        new ReportEvent(AGREEMENT, "Session", NOON, "", right),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "not by the other",
                        "eve",
                        new ReportEvent(AGREEMENT, "Session", NOON, "s-1", right),
                        RefusalCode.NOT_ALLOWED));
    }

    private static Stream<Row> occurrences() {
        return Stream.of(
                allowed("the debtor states performance", "eve", duty(Happening.PERFORMED, "9", "Month", OCTOBER)),
                refused(
                        "the creditor does not",
                        "otto",
                        duty(Happening.PERFORMED, "9", "Month", OCTOBER),
                        RefusalCode.NOT_ALLOWED),
                allowed("the creditor states a breach", "otto", duty(Happening.BREACHED, "9", "Month", OCTOBER)),
                refused(
                        "the debtor does not",
                        "eve",
                        duty(Happening.BREACHED, "9", "Month", OCTOBER),
                        RefusalCode.NOT_ALLOWED),
                refused(
                        "payments are recorded",
                        "otto",
                        duty(Happening.BREACHED, "4", "Month", OCTOBER),
                        RefusalCode.NOT_STATABLE),
                refused(
                        "only for its periods",
                        "eve",
                        duty(Happening.PERFORMED, "9", "Year", OCTOBER),
                        RefusalCode.NOT_STATABLE),
                refused(
                        "of which each has a first day",
                        "eve",
                        duty(Happening.PERFORMED, "9", "Month", OCTOBER.plusDays(3)),
                        RefusalCode.INVALID_CONTENT));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void who_may_answer_a_statement_that_waits(Answer answer) {
        World world = inForce();
        TransactionId stated = state(world, "eve", area(OCTOBER, "1250.5"));
        answer.row(stated).holdsOn(world);
    }

    private record Answer(String title, String member, boolean confirms, boolean right, String code) {

        Row row(TransactionId stated) {
            TransactionId meant = right ? stated : TransactionId.of("0".repeat(64));
            Statement at = area(OCTOBER, "0");
            return new Row(
                    title,
                    member,
                    confirms
                            ? new ConfirmStatement(at.place(), meant)
                            : new RetractStatement(at.place(), meant, "typo"),
                    code);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Answer> answers() {
        return Stream.of(
                new Answer("the other party confirms", "otto", true, true, ""),
                new Answer("or its organisation", "owner-1", true, true, ""),
                new Answer("exactly what stands", "otto", true, false, "statement-changed"),
                new Answer("nobody confirms what he stated", "eve", true, true, "not-allowed"),
                new Answer("nor a clerk", "clerk", true, true, "not-allowed"),
                new Answer("nor a stranger", "stranger", true, true, "not-allowed"),
                new Answer("who stated it may take it back", "eve", false, true, ""),
                new Answer("not the other", "otto", false, true, "not-allowed"),
                new Answer("and nothing else", "eve", false, false, "statement-changed"));
    }

    @Test
    void a_statement_holds_once_it_is_confirmed_and_is_superseded_only_by_a_confirmed_one() {
        World world = inForce();
        TransactionId first = state(world, "eve", area(OCTOBER, "1250.5"));
        assertThat(at(world).holding()).isEmpty();
        world.must("otto", new ConfirmStatement(at(world).place(), first));
        assertThat(at(world).holding().map(Stated::transaction)).contains(first);
        assertThat(at(world).pending()).isEmpty();

        TransactionId second = state(world, "eve", area(OCTOBER, "1300"));
        assertThat(at(world).holding().map(Stated::transaction)).contains(first);
        refused(
                        "the earlier holds already",
                        "otto",
                        new ConfirmStatement(at(world).place(), first),
                        RefusalCode.ALREADY_CONFIRMED)
                .holdsOn(world);
        refused(
                        "what is confirmed is not taken back",
                        "eve",
                        new RetractStatement(at(world).place(), first, "typo"),
                        RefusalCode.STATEMENT_HOLDS)
                .holdsOn(world);
        world.must("otto", new ConfirmStatement(at(world).place(), second));

        assertThat(at(world).revision()).isEqualTo(1);
        assertThat(at(world).holding()).hasValueSatisfying(held -> {
            assertThat(held.statement()).isEqualTo(area(OCTOBER, "1300"));
            assertThat(held.confirmations())
                    .extracting(confirmation -> confirmation.signer().value())
                    .containsExactly("otto");
        });
    }

    @Test
    void a_newer_statement_voids_the_confirmation_that_was_asked_for() {
        World world = inForce();
        TransactionId first = state(world, "eve", area(OCTOBER, "1250.5"));
        refused("twice the same", "eve", area(OCTOBER, "1250.5"), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        state(world, "eve", area(OCTOBER, "9999"));

        refused(
                        "the earlier stands no more",
                        "otto",
                        new ConfirmStatement(at(world).place(), first),
                        RefusalCode.STATEMENT_CHANGED)
                .holdsOn(world);
    }

    @Test
    void what_nobody_need_confirm_holds_at_once_and_may_be_taken_back() {
        World world = inForce();
        StateFact outage = outage(OCTOBER, "7.5");
        TransactionId stated = state(world, "otto", outage);
        StateKey key = StateKey.statement(outage.place());
        assertThat(world.at(key, StatementState.class).holding()).isPresent();

        world.must("otto", new RetractStatement(outage.place(), stated, "wrong meter"));
        assertThat(world.at(key, StatementState.class).holding()).isEmpty();
        allowed("and stated anew", "otto", outage).holdsOn(world);
    }

    @Test
    void a_performance_that_is_confirmed_was_no_breach() {
        World world = inForce();
        StateOccurrence performed = duty(Happening.PERFORMED, "9", "Month", OCTOBER);
        TransactionId stated = state(world, "eve", performed);
        world.must("otto", new ConfirmStatement(performed.place(), stated));

        refused("performed", "otto", duty(Happening.BREACHED, "9", "Month", OCTOBER), RefusalCode.STATEMENT_HOLDS)
                .holdsOn(world);
    }

    @Test
    void nothing_is_stated_before_the_agreement_is_in_force() {
        World world = World.peopled();
        world.must("eve", proposed());

        refused("only proposed", "eve", area(OCTOBER, "1"), RefusalCode.AGREEMENT_UNKNOWN)
                .holdsOn(world);
    }

    private static StatementState at(World world) {
        return world.at(StateKey.statement(area(OCTOBER, "0").place()), StatementState.class);
    }

    private static TransactionId state(World world, String member, Statement statement) {
        world.must(member, statement);
        StatementState state = world.at(StateKey.statement(statement.place()), StatementState.class);
        return state.pending().or(state::holding).orElseThrow().transaction();
    }

    private static StateFact area(LocalDate from, String value) {
        return new StateFact(AGREEMENT, "Conditioned Area", from, new BigDecimal(value), "survey");
    }

    private static StateFact outage(LocalDate from, String value) {
        return new StateFact(AGREEMENT, "Outage", from, new BigDecimal(value), "");
    }

    private static StateAdjustment adjustment(Optional<LocalDate> to, String reason) {
        return new StateAdjustment(AGREEMENT, "New Load", OCTOBER, to, new BigDecimal("-38"), reason);
    }

    private static StateOccurrence duty(Happening what, String clause, String period, LocalDate from) {
        return new StateOccurrence(AGREEMENT, clause, what, period, from, LocalDate.of(2026, 11, 2), "");
    }

    private static World inForce() {
        World world = World.peopled();
        ProposeAgreement proposal = proposed();
        world.must("eve", proposal);
        world.must("eve", proposal.toSign());
        world.must("otto", proposal.toSign());
        world.must("eve", new ActivateAgreement(AGREEMENT, "1.0"));
        return world;
    }

    private static ProposeAgreement proposed() {
        return proposal(
                "1.0",
                TEXT,
                new LedgerTerms(
                        TERMS.from(),
                        TERMS.to(),
                        TERMS.zone(),
                        TERMS.currency(),
                        Optional.empty(),
                        TERMS.periods(),
                        List.of(
                                statable(Kind.FACT, "Conditioned Area", "m2", "ESCO", List.of("Owner")),
                                new Statable(
                                        Kind.FACT,
                                        "Outage",
                                        "hours",
                                        Optional.of(MONTH),
                                        "Owner",
                                        List.of(),
                                        List.of()),
                                statable(Kind.ADJUSTMENT, "New Load", "kWh per day", "ESCO", List.of("Owner", "ESCO")),
                                new Statable(
                                        Kind.EVENT,
                                        "Session",
                                        "",
                                        Optional.empty(),
                                        "Owner",
                                        List.of(),
                                        List.of(new Figure("Energy", "kWh")))),
                        List.of(
                                new Owed("4", "Owner", List.of("ESCO"), List.of(MONTH), true),
                                new Owed("9", "ESCO", List.of("Owner"), List.of(MONTH), false)),
                        List.of(),
                        List.of()));
    }

    private static Statable statable(Kind kind, String name, String unit, String by, List<String> confirmedBy) {
        return new Statable(kind, name, unit, Optional.empty(), by, confirmedBy, List.of());
    }
}
