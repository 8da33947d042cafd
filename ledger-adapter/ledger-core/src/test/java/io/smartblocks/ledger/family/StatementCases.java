package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.World.AGREEMENT;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be asked of the family statement. */
final class StatementCases {

    private static final String OF_A = "a-key,a-signatory=yes registrar,outsider=not-a-party *=not-allowed";
    private static final String OF_B = "b-key,b-signatory=yes registrar,outsider=not-a-party *=not-allowed";
    private static final String SIGNERS = "registrar,outsider,a-key,a-signatory,b-key,b-signatory=";
    private static final LocalDate NOVEMBER = Estate.NOVEMBER;

    private StatementCases() {}

    static List<Case> statement() {
        World active = Estate.active();
        World stated = active.fork();
        stated.must("otto", fact("Occupancy", "80"));
        TransactionId first = newest(stated);
        World confirmed = stated.fork();
        confirmed.must("eve", confirm(first));
        World restated = stated.fork();
        restated.must("otto", fact("Occupancy", "90"));
        return List.of(
                Case.of("no agreement", Estate.plain(), fact("Occupancy", "80"), signers("agreement-unknown")),
                Case.of(
                        "an agreement not in force",
                        Estate.signedByAll(),
                        fact("Occupancy", "80"),
                        signers("agreement-unknown")),
                Case.of("that B states", active, fact("Occupancy", "80"), OF_B),
                Case.of(
                        "that stands so",
                        stated,
                        fact("Occupancy", "80"),
                        "b-key,b-signatory=nothing-changes registrar,outsider=not-a-party *=not-allowed"),
                Case.of("that stands otherwise", confirmed, fact("Occupancy", "90"), OF_B),
                Case.of(
                        "that the agreement does not name",
                        active,
                        fact("Weather", "80"),
                        "a-key,a-signatory,b-key,b-signatory=not-statable registrar,outsider=not-a-party"
                                + " *=not-allowed"),
                Case.of("that A states", active, adjustment(), OF_A),
                Case.of("that B reports", active, event(), OF_B),
                Case.of("that A performed what it owes B", active, occurrence(Happening.PERFORMED), OF_A),
                Case.of("that A broke what it owes B", active, occurrence(Happening.BREACHED), OF_B),
                Case.of("stated by B, A to confirm", stated, confirm(first), "a-key,a-signatory=yes *=not-allowed"),
                Case.of("confirmed", confirmed, confirm(first), signers("already-confirmed")),
                Case.of("stated anew since", restated, confirm(first), signers("statement-changed")),
                Case.of("not stated", active, confirm(first), signers("statement-unknown")),
                Case.of("stated by B", stated, retract(first), "b-key,b-signatory=yes *=not-allowed"),
                Case.of(
                        "stated by B, confirmed by A",
                        confirmed,
                        retract(first),
                        "b-key,b-signatory=statement-holds *=not-allowed"),
                Case.of("not stated", active, retract(first), signers("statement-unknown")));
    }

    private static String signers(String code) {
        return SIGNERS + code + " *=not-allowed";
    }

    private static TransactionId newest(World world) {
        return world.at(StateKey.statement(fact("Occupancy", "80").place()), StatementState.class)
                .pending()
                .map(Stated::transaction)
                .orElseThrow();
    }

    private static StateFact fact(String name, String value) {
        return new StateFact(AGREEMENT, name, NOVEMBER, new BigDecimal(value), "counted at the doors");
    }

    private static StateAdjustment adjustment() {
        return new StateAdjustment(
                AGREEMENT, "New wing", NOVEMBER, Optional.empty(), new BigDecimal("1200"), "a new wing opened");
    }

    private static ReportEvent event() {
        return new ReportEvent(AGREEMENT, "Outage", World.NOON, "2026-17", Map.of("Hours", new BigDecimal("1.5")));
    }

    private static StateOccurrence occurrence(Happening happening) {
        return new StateOccurrence(AGREEMENT, "7", happening, "Month", NOVEMBER, NOVEMBER.plusDays(20), "");
    }

    private static ConfirmStatement confirm(TransactionId statement) {
        return new ConfirmStatement(fact("Occupancy", "80").place(), statement);
    }

    private static RetractStatement retract(TransactionId statement) {
        return new RetractStatement(fact("Occupancy", "80").place(), statement, "miscounted");
    }
}
