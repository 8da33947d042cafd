package io.smartblocks.portal.cli;

import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.Patience;
import io.smartblocks.ledger.fabric.Profile;
import io.smartblocks.ledger.fabric.ProfileProblem;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.bench.ChannelBench;
import io.smartblocks.runtime.bench.ChannelFigures;
import io.smartblocks.runtime.bench.ChannelFigures.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench fabric}: what a channel of Fabric takes. */
@Command(
        name = "fabric",
        description = {
            "Measure a new channel of Hyperledger Fabric: how long a commit takes, and how many pages of 96 readings and",
            "settlements a second are committed, a hundred to a transaction of Fabric and one to each.",
            "It founds a ledger there that stays, so take a channel that is for nothing else."
        })
final class BenchFabricCommand implements Callable<Integer> {

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            required = true,
            description = "The profile that tells where the channel is, such as a trial network's esco.properties.")
    private Path profile = Path.of("");

    @Option(
            names = "--agreements",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many agreements to settle in each of two months; default ${DEFAULT-VALUE}.")
    private int agreements;

    @Option(names = "--json", description = "Report as JSON, in milliseconds.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (agreements < 1) {
            throw new ParameterException(spec.commandLine(), "--agreements needs at least 1.");
        }
        Profile read = read();
        Path directory = Files.createTempDirectory("smartblocks-bench");
        try {
            tell(measured(read, directory));
        } finally {
            BenchLedgerCommand.remove(directory);
        }
        return ExitCode.DONE;
    }

    private Profile read() {
        try {
            return Profile.read(profile);
        } catch (ProfileProblem wrong) {
            throw new InputRefused(wrong.getMessage());
        }
    }

    private ChannelFigures measured(Profile read, Path directory) {
        BenchHome home = BenchHome.in(directory);
        try (FabricLedger ledger =
                        FabricLedger.open(read, directory.resolve("ledger"), Clock.systemUTC(), Patience.USUAL);
                ReadModel model = home.readModel()) {
            return ChannelBench.measure(
                    ledger,
                    model,
                    home::signer,
                    agreements,
                    next -> spec.commandLine().getErr().println(next + " …"));
        } catch (IllegalArgumentException founded) {
            throw new InputRefused("Nothing was measured: " + founded.getMessage() + ".");
        }
    }

    private void tell(ChannelFigures figures) {
        if (json) {
            JsonReport.print(spec.commandLine().getOut(), Report.of(figures));
        } else {
            figures.lines().forEach(spec.commandLine().getOut()::println);
        }
    }

    /** What {@code bench fabric --json} prints. */
    record Report(
            long commitMedianMillis,
            long commitP95Millis,
            Committed pages,
            Committed pagesAlone,
            Committed settlements,
            Committed settlementsAlone) {

        static Report of(ChannelFigures figures) {
            return new Report(
                    figures.latency(50).toMillis(),
                    figures.latency(95).toMillis(),
                    Committed.of(figures.pages()),
                    Committed.of(figures.pagesAlone()),
                    Committed.of(figures.settlements()),
                    Committed.of(figures.settlementsAlone()));
        }
    }

    /** How many were committed in how long. */
    record Committed(long committed, long millis) {

        static Committed of(Rate rate) {
            return new Committed(rate.committed(), rate.took().toMillis());
        }
    }
}
