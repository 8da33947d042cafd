package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.meter.Forwarded;
import io.smartblocks.ledger.meter.MeterGateway;
import io.smartblocks.ledger.meter.Note;
import io.smartblocks.ledger.meter.ReadFile;
import io.smartblocks.ledger.meter.ReadingsFile;
import io.smartblocks.ledger.meter.RegisteredMeters;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.demo.DemoSite;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code meter import}: signs the readings of a file and puts them on the ledger. */
@Command(name = "import", description = "Sign the readings of a file and put them on the ledger; all of them or none.")
final class MeterImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "CSV, plain or gzip; see docs/cli.md.")
    private Path file = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--meter", paramLabel = "ID", description = "Whose readings they are, if the file does not say.")
    private Optional<String> meter = Optional.empty();

    @Option(names = "--time-column", paramLabel = "NAME", description = "The column with the start of each reading.")
    private Optional<String> timeColumn = Optional.empty();

    @Option(names = "--value-column", paramLabel = "NAME", description = "The column with the readings.")
    private Optional<String> valueColumn = Optional.empty();

    @Option(names = "--unit", paramLabel = "UNIT", description = "The unit of the values, if the file does not say.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--correct",
            paramLabel = "REASON",
            description = "Replace readings that stand on the ledger with other values, for this reason.")
    private Optional<String> correction = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Mixin
    private SignerOptions signing = new SignerOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataDirectory directory = data.existing();
        Clock clock = Clock.systemUTC();
        try (Ledger ledger = directory.openLedger(clock)) {
            Signer signer = signing.open(directory, ledger, DemoSite.METER_GATEWAY);
            ReadFile.Pages read = read(new ReadingsFile(RegisteredMeters.on(ledger), clock));
            Progress progress = Progress.on(spec, "pages");
            MeterGateway gateway = new MeterGateway(ledger, signer, clock);
            Forwarded outcome = correction
                    .map(reason -> gateway.correct(read.pages(), reason, progress::reached))
                    .orElseGet(() -> gateway.submit(read.pages(), progress::reached));
            progress.end();
            return report(read, outcome);
        }
    }

    private ReadFile.Pages read(ReadingsFile reader) {
        ReadFile read = reader.read(file, choice());
        if (read instanceof ReadFile.Refused refused) {
            throw new InputRefused("Nothing of '%s' was imported.\n%s".formatted(file, refused.text()));
        }
        return (ReadFile.Pages) read;
    }

    private ColumnChoice choice() {
        ColumnChoice choice = meter.map(MeterImportCommand::meterId)
                .map(ColumnChoice::ofMeter)
                .orElseGet(ColumnChoice::fromHeader);
        choice = timeColumn.map(choice::timeIn).orElse(choice);
        choice = valueColumn.map(choice::valueIn).orElse(choice);
        return unit.map(choice::in).orElse(choice);
    }

    private Integer report(ReadFile.Pages read, Forwarded outcome) {
        if (outcome instanceof Forwarded.Conflicts conflicts) {
            throw new InputRefused("Nothing of '%s' was imported.\n%s%s"
                    .formatted(
                            file,
                            conflicts.first().stream()
                                    .map(Forwarded.Conflict::text)
                                    .collect(Collectors.joining("\n")),
                            conflicts.further() == 0 ? "" : "\nand " + conflicts.further() + " more of them"));
        }
        if (outcome instanceof Forwarded.Refused refused) {
            throw new InputRefused("The ledger refused the readings of %s on %s: %s. %s before it were taken."
                    .formatted(refused.meter(), refused.day(), refused.message(), Count.of(refused.stored(), "page")));
        }
        Forwarded.Stored stored = (Forwarded.Stored) outcome;
        List<String> notes = read.notes().stream().map(Note::text).toList();
        if (json) {
            JsonReport.print(
                    spec.commandLine().getOut(),
                    new Report(read.readings(), stored.recorded(), stored.corrected(), stored.already(), notes));
        } else {
            notes.forEach(note -> spec.commandLine().getErr().println("note: " + note));
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s on %s: %d recorded, %d corrected, %d there before.%n",
                            Count.of(read.readings(), "reading"),
                            Count.of(read.pages().size(), "page"),
                            stored.recorded(),
                            stored.corrected(),
                            stored.already());
        }
        return ExitCode.DONE;
    }

    private static MeterId meterId(String written) {
        try {
            return new MeterId(written);
        } catch (IllegalArgumentException e) {
            throw new InputRefused(e.getMessage() + ".", e);
        }
    }

    /** What {@code meter import --json} prints. */
    record Report(int readings, int recordedPages, int correctedPages, int pagesBefore, List<String> notes) {}
}
