package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import java.util.List;
import java.util.Optional;

/** A command that makes one statement about an agreement. */
abstract class MakingStatementCommand extends PartyCommand {

    private Optional<Statement> made = Optional.empty();

    @Override
    final List<Statement> payloads(StateView ledger) {
        Statement statement = statement(ledger);
        made = Optional.of(statement);
        return List.of(statement);
    }

    @Override
    final String done(StateView ledger) {
        Statement statement = made.orElseThrow();
        String stated = statement.agreement() + ", " + new StatedInWords(ledger).of(statement);
        return ledger.state(StateKey.statement(statement.place()), StatementState.class)
                .flatMap(StatementState::pending)
                .map(pending -> "%s; it waits for the confirmation of %s (%s)"
                        .formatted(
                                stated,
                                AgreementInWords.list(pending.unconfirmed()),
                                StatedInWords.confirming(statement)))
                .orElse(stated + "; it holds");
    }

    abstract Statement statement(StateView ledger);
}
