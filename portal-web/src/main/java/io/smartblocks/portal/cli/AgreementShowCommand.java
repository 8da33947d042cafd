package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code agreement show}: the versions of an agreement, or the text that is signed of one. */
@Command(name = "show", description = "Show the versions of an agreement, or with --text what is signed of one.")
final class AgreementShowCommand extends LookingCommand {

    @Parameters(paramLabel = "ID", description = "The agreement's id on the ledger.")
    private String id = "";

    @Option(names = "--agreement-version", paramLabel = "VERSION", description = "Only this version.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--text", description = "Print the text alone, exactly as it is signed.")
    private boolean text;

    @Override
    List<AgreementReport> report(StateView ledger) {
        return versions(ledger).stream().map(AgreementReport::of).toList();
    }

    @Override
    void print(StateView ledger, PrintWriter out) {
        if (text) {
            out.print(text(ledger));
            out.flush();
        } else {
            report(ledger).forEach(report -> report.printWhole(out));
        }
    }

    private List<AgreementState> versions(StateView ledger) {
        AgreementsOnLedger agreements = new AgreementsOnLedger(ledger);
        return version.isEmpty() ? agreements.versions(id) : List.of(agreements.version(id, version, state -> true));
    }

    private String text(StateView ledger) {
        AgreementState state = new AgreementsOnLedger(ledger).version(id, version, any -> true);
        return ledger.state(StateKey.document(state.proposal().textHash()), DocumentState.class)
                .map(DocumentState::text)
                .orElseThrow(() -> new IllegalStateException("the text of " + AgreementInWords.name(state)
                        + " with the hash " + state.proposal().textHash() + " does not stand on the ledger"));
    }
}
