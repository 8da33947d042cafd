package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code event report}: reports what happened at an instant, one or a file of many. */
@Command(
        name = "report",
        description = {
            "Report what happened at an instant: one event, or all of a file or none.",
            "What stands already is left out, so a file can be reported again."
        })
final class EventReportCommand extends PartyCommand {

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id on the ledger.")
    private String agreement = "";

    @Parameters(index = "1", paramLabel = "EVENT", description = "The event's name in the text.")
    private String event = "";

    @Mixin
    private EventSource source = new EventSource();

    @Option(names = "--correct", description = "Replace what stands under the same instant and reference otherwise.")
    private boolean correct;

    private Optional<EventsToReport> events = Optional.empty();

    @Override
    List<ReportEvent> payloads(StateView ledger) {
        EventsToReport found = EventsToReport.of(
                source.events(new EventDeclaration(new AgreementsOnLedger(ledger), agreement, event)), ledger);
        if (!correct) {
            found.requireNoneOtherwise();
        }
        events = Optional.of(found);
        return found.toState();
    }

    @Override
    String done(StateView ledger) {
        return agreement + ", " + event + ": " + events.orElseThrow().inWords();
    }
}
