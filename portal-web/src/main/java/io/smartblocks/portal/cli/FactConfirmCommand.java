package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fact confirm}: confirms the value of a fact. */
@Command(name = "confirm", description = "Confirm the value of a fact that another party stated.")
final class FactConfirmCommand extends ConfirmingCommand {

    @Parameters(index = "1", paramLabel = "FACT", description = "The fact's name in the text.")
    private String fact = "";

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first day: 2026-01-05.")
    private LocalDate from = LocalDate.EPOCH;

    @Override
    boolean concerns(Statement statement) {
        return statement instanceof StateFact stated
                && stated.fact().equals(fact)
                && stated.from().equals(from);
    }

    @Override
    String what() {
        return "the fact '" + fact + "' from " + from;
    }
}
