package io.smartblocks.portal.cli;

import io.smartblocks.ledger.meter.edge.MeterFolder;
import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.outbox.OutboxInUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code meter forward}: watches a folder for meter files, keeps their readings in an outbox and sends them on. */
@Command(
        name = "forward",
        description =
                "Sign the readings of all files of a folder, keep them on disk and send them while the ledger is there.")
final class MeterForwardCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            required = true,
            description = "Where meter files are put; they are moved to 'done' or 'refused' in it.")
    private Path from = Path.of("");

    @Option(
            names = "--outbox",
            paramLabel = "DIR",
            required = true,
            description = "Where signed readings wait until they stand on the ledger.")
    private Path outbox = Path.of("");

    @Option(names = "--once", description = "Take what is there, send what can be sent, and end.")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How often to look; default ${DEFAULT-VALUE}.")
    private int every;

    @Option(names = "--json", description = "Report each round as JSON.")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ReadingsChoiceOptions readings = new ReadingsChoiceOptions();

    @Mixin
    private ThresholdOptions thresholds = new ThresholdOptions();

    @Mixin
    private SignerOptions signing = new SignerOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isDirectory(from)) {
            throw new InputRefused("There is no folder '%s' to take meter files from.".formatted(from));
        }
        if (every < 1) {
            throw new InputRefused("--every is %d; expected 1 second or more.".formatted(every));
        }
        Clock clock = Clock.systemUTC();
        DataDirectory directory = data.existing();
        MeterFolder folder = new MeterFolder(from, readings.choice(), thresholds.thresholds(), clock);
        try (Outbox opened = Outbox.open(outbox, clock)) {
            return run(new Forwarding(
                    directory, folder, opened, outbox.resolve("remembered-ledger.json"), signing, clock));
        } catch (OutboxInUse inUse) {
            throw OutboxCommand.refusal(inUse);
        }
    }

    private int run(Forwarding forwarding) throws InterruptedException {
        ForwardReport report = new ForwardReport(
                json, spec.commandLine().getOut(), spec.commandLine().getErr());
        Forwarding.Round round = forwarding.round();
        report.tell(round);
        while (!once) {
            TimeUnit.SECONDS.sleep(every);
            if (forwarding.hasWork()) {
                Forwarding.Round next = forwarding.round();
                // The same as before is no news.
                if (next.delivery().committed() > 0 || !next.equals(round)) {
                    report.tell(next);
                }
                round = next;
            }
        }
        return ForwardReport.isClean(round) ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
