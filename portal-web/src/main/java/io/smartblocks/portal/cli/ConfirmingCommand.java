package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import io.smartblocks.ledger.transaction.StatementPlace;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that confirms what another party stated: exactly the statement that is told. */
abstract class ConfirmingCommand extends PartyCommand {

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id on the ledger.")
    private String agreement = "";

    @Option(
            names = "--statement",
            paramLabel = "ID",
            description = "Only if it is still this statement, as `statement list` names it.")
    private Optional<String> read = Optional.empty();

    private Optional<Stated> confirmed = Optional.empty();

    @Override
    final List<ConfirmStatement> payloads(StateView ledger) {
        AgreementState version =
                new AgreementsOnLedger(ledger).versions(agreement).get(0);
        List<StatementState> stated = new StatementsOnLedger(ledger)
                .of(version.proposal().agreement()).stream()
                        .filter(state ->
                                StatementsOnLedger.standing(state).anyMatch(each -> concerns(each.statement())))
                        .toList();
        StatementState one = only(stated, ledger);
        // what holds already is told by the ledger
        Stated meant = one.pending().or(one::holding).orElseThrow();
        read.filter(id -> !meant.transaction().toString().startsWith(id)).ifPresent(id -> {
            throw new InputRefused("It is not statement %s that stands there but %s: %s. Read it again."
                    .formatted(id, StatementRow.shortId(meant), new StatedInWords(ledger).of(meant.statement())));
        });
        confirmed = Optional.of(meant);
        return List.of(new ConfirmStatement(one.place(), meant.transaction()));
    }

    private StatementState only(List<StatementState> stated, StateView ledger) {
        List<StatementState> waiting =
                stated.stream().filter(state -> state.pending().isPresent()).toList();
        List<StatementState> found = waiting.isEmpty() ? stated : waiting;
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new InputRefused(
                    "Nothing of '%s' is stated about %s; `smartblocks statement list %1$s` shows what is."
                            .formatted(agreement, what()));
        }
        StatedInWords words = new StatedInWords(ledger);
        throw new InputRefused("Several statements can be meant; name one with --statement:\n"
                + String.join(
                        "\n",
                        found.stream()
                                .flatMap(StatementsOnLedger::standing)
                                .map(each -> StatementRow.shortId(each) + "  " + words.of(each.statement()))
                                .toList()));
    }

    @Override
    final String done(StateView ledger) {
        Stated stated = confirmed.orElseThrow();
        StatementPlace place = stated.statement().place();
        String words = agreement + ", " + new StatedInWords(ledger).of(stated.statement()) + "; confirmed";
        return ledger.state(StateKey.statement(place), StatementState.class)
                .flatMap(StatementState::pending)
                .map(pending -> words + ", it waits yet for " + AgreementInWords.list(pending.unconfirmed()))
                .orElse(words + " and holding");
    }

    /** Whether a statement is what the command names. */
    abstract boolean concerns(Statement statement);

    /** What the command names, in words. */
    abstract String what();
}
