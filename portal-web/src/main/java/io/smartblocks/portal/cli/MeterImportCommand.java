package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.meter.Forwarded;
import io.smartblocks.ledger.meter.GreenButtonListing;
import io.smartblocks.ledger.meter.MeterGateway;
import io.smartblocks.ledger.meter.ReadFile;
import io.smartblocks.ledger.meter.ReadingsFile;
import io.smartblocks.ledger.meter.RegisteredMeters;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.demo.DemoSite;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code meter import}: signs the readings of a file and puts them on the ledger. */
@Command(name = "import", description = "Sign the readings of a file and put them on the ledger; all of them or none.")
final class MeterImportCommand implements Callable<Integer> {

    private static final int READINGS_LISTED = 100;

    @Parameters(paramLabel = "FILE", description = "CSV or Green Button XML, plain or gzip; see docs/metering.md.")
    private Path file = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ReadingsChoiceOptions readings = new ReadingsChoiceOptions();

    @Mixin
    private ThresholdOptions thresholds = new ThresholdOptions();

    @Option(
            names = "--correct",
            paramLabel = "REASON",
            description = "Replace readings that stand on the ledger with other values, for this reason.")
    private Optional<String> correction = Optional.empty();

    @Option(names = "--dry-run", description = "Tell what would be recorded, flagged and refused; record nothing.")
    private boolean dryRun;

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
            Optional<Signer> signer =
                    dryRun ? Optional.empty() : Optional.of(signing.open(directory, ledger, DemoSite.METER_GATEWAY));
            ReadFile.Pages read = read(new ReadingsFile(RegisteredMeters.on(ledger), clock, thresholds.thresholds()));
            MeterImportReport report = new MeterImportReport(
                    read, json, spec.commandLine().getOut(), spec.commandLine().getErr());
            signer.ifPresentOrElse(
                    member -> report.stored(forwarded(read, new MeterGateway(ledger, member, clock))),
                    () -> report.preview(MeterGateway.preview(read.pages(), ledger)));
        }
        return ExitCode.DONE;
    }

    private ReadFile.Pages read(ReadingsFile reader) {
        ColumnChoice choice = readings.choice();
        ReadFile read = reader.read(file, choice);
        if (dryRun && !json) {
            GreenButtonListing.readings(file, choice, READINGS_LISTED)
                    .forEach(spec.commandLine().getOut()::println);
        }
        if (read instanceof ReadFile.Refused refused) {
            List<String> holds = refused.contents().map(GreenButtonListing::of).orElse(List.of());
            throw new InputRefused("Nothing of '%s' was imported.\n%s%s"
                    .formatted(
                            file,
                            refused.text(),
                            holds.isEmpty() ? "" : "\nThe file holds:\n" + String.join("\n", holds)));
        }
        return (ReadFile.Pages) read;
    }

    private Forwarded.Stored forwarded(ReadFile.Pages read, MeterGateway gateway) {
        Progress progress = Progress.on(spec, "pages");
        Forwarded outcome = correction
                .map(reason -> gateway.correct(read.pages(), reason, progress::reached))
                .orElseGet(() -> gateway.submit(read.pages(), progress::reached));
        progress.end();
        if (outcome instanceof Forwarded.Conflicts conflicts) {
            throw new InputRefused(
                    "Nothing of '%s' was imported.\n%s".formatted(file, MeterImportReport.conflicts(conflicts)));
        }
        if (outcome instanceof Forwarded.Refused refused) {
            throw new InputRefused("The ledger refused the readings of %s on %s: %s. %s before it were taken."
                    .formatted(refused.meter(), refused.day(), refused.message(), Count.of(refused.stored(), "page")));
        }
        return (Forwarded.Stored) outcome;
    }
}
