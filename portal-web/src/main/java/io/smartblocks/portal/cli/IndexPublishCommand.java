package io.smartblocks.portal.cli;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.Payload;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code index publish}: puts the values of a file on the ledger, all of them or none. */
@Command(
        name = "publish",
        description = {
            "Put the values of an index on the ledger; all of them or none.",
            "The file has the header from,to,value; a value holds from a local day up to, not including, another."
        })
final class IndexPublishCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "CSV with the header from,to,value.")
    private Path file = Path.of("");

    @Option(names = "--name", paramLabel = "TERM", required = true, description = "The index's name in agreements.")
    private String name = "";

    @Option(names = "--by", paramLabel = "TEXT", required = true, description = "The publisher as agreements quote it.")
    private String publisher = "";

    @Option(names = "--unit", paramLabel = "UNIT", required = true, description = "Such as EUR per kWh.")
    private String unit = "";

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private SignerOptions signing = new SignerOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        IndexId id = LedgerStatement.typed(() -> IndexId.of(publisher, name));
        List<IndexValue> values = new IndexFile(file, name, Optional.empty()).values();
        DataDirectory directory = data.existing();
        Clock clock = Clock.systemUTC();
        try (Ledger ledger = directory.openLedger(clock)) {
            LedgerStatement statement = new LedgerStatement(ledger, signing.open(directory, ledger), clock);
            List<Payload> payloads = new ArrayList<>();
            if (ledger.state(StateKey.index(id), IndexState.class).isEmpty()) {
                payloads.add(new RegisterIndex(id, statement.organisation(), name, unit));
            }
            payloads.add(new PublishIndexValues(id, values));
            long block = statement.make(payloads.toArray(Payload[]::new));
            spec.commandLine()
                    .getOut()
                    .println("%s of %s in block %d.".formatted(Count.of(values.size(), "value"), id, block));
        }
        return ExitCode.DONE;
    }
}
