package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Payload;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that takes one version of an agreement a step on in its life. */
abstract class AgreementLifeCommand extends PartyCommand {

    @Parameters(paramLabel = "ID", description = "The agreement's id on the ledger.")
    private String id = "";

    @Option(
            names = "--agreement-version",
            paramLabel = "VERSION",
            description = "Which version, if it is not the only one that this can be about.")
    private Optional<String> version = Optional.empty();

    private Optional<StateKey> stepped = Optional.empty();

    @Override
    final List<Payload> payloads(StateView ledger) {
        AgreementState state = new AgreementsOnLedger(ledger).version(id, version, this::concerns);
        AgreementId agreement = state.proposal().agreement();
        stepped = Optional.of(StateKey.agreement(agreement, state.proposal().version()));
        return List.of(step(agreement, state.proposal().version()));
    }

    @Override
    final String done(StateView ledger) {
        AgreementState state =
                ledger.state(stepped.orElseThrow(), AgreementState.class).orElseThrow();
        return AgreementInWords.name(state) + " is " + AgreementInWords.state(state);
    }

    /** Whether the step can be taken from a state; by default it is one that is in force or suspended. */
    boolean concerns(AgreementState state) {
        return state instanceof Standing;
    }

    abstract AgreementAction step(AgreementId agreement, String version);
}
