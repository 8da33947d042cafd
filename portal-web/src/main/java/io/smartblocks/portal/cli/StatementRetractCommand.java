package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code statement retract}: takes a statement of one's own back. */
@Command(name = "retract", description = "Take back a statement of your party, before it is confirmed.")
final class StatementRetractCommand extends PartyCommand {

    private static final int SHORTEST = 6;

    @Parameters(paramLabel = "ID", description = "The statement, as `statement list` names it.")
    private String id = "";

    @Mixin
    private ReasonOption reason = new ReasonOption();

    private Optional<Stated> retracted = Optional.empty();

    @Override
    List<RetractStatement> payloads(StateView ledger) {
        List<Stated> found = id.length() < SHORTEST ? List.of() : found(ledger);
        if (found.size() != 1) {
            throw new InputRefused(
                    "%s statement begins with '%s'; name it by at least %d letters as `smartblocks statement list` shows them."
                            .formatted(found.isEmpty() ? "No" : "More than one", id, SHORTEST));
        }
        retracted = Optional.of(found.get(0));
        return List.of(new RetractStatement(
                found.get(0).statement().place(), found.get(0).transaction(), reason.text()));
    }

    private List<Stated> found(StateView ledger) {
        return new StatementsOnLedger(ledger)
                .all().stream()
                        .flatMap(StatementsOnLedger::standing)
                        .filter(stated -> stated.transaction().toString().startsWith(id))
                        .toList();
    }

    @Override
    String done(StateView ledger) {
        Stated stated = retracted.orElseThrow();
        return "%s, %s; taken back"
                .formatted(stated.statement().agreement(), new StatedInWords(ledger).of(stated.statement()));
    }
}
