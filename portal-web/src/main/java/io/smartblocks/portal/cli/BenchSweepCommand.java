package io.smartblocks.portal.cli;

import io.smartblocks.runtime.bench.SweepBench;
import io.smartblocks.runtime.bench.SweepFigures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench sweep}: how fast a sweep settles from pages on the ledger to committed blocks. */
@Command(
        name = "sweep",
        description = {
            "Measure a sweep over a real ledger: a month of quarter hours for each of many agreements of twelve shapes,",
            "from their pages to committed blocks, and until the read model has seen them."
        })
final class BenchSweepCommand implements Callable<Integer> {

    @Option(
            names = "--agreements",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many agreements to put on the ledger; default ${DEFAULT-VALUE}.")
    private int agreements;

    @Option(
            names = "--sweeps",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many sweeps to do by one runtime, a month each: the first is cold; default ${DEFAULT-VALUE}.")
    private int sweeps;

    @Option(
            names = "--apart",
            paramLabel = "N",
            defaultValue = "0",
            description = {
                "How many more sweeps to do with the read model held back until all blocks stand, so that sweep and",
                "read model are measured each by itself; for at most 15,000 agreements; default ${DEFAULT-VALUE}."
            })
    private int apart;

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many months each sweep settles, as after a runtime was away for so long; default ${DEFAULT-VALUE}.")
    private int months;

    @Option(
            names = "--prepared",
            paramLabel = "DIR",
            description = {
                "Keep the ledger there; where there is one of an earlier call, settle its next months in this process."
            })
    private Optional<Path> prepared = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (agreements < 1 || months < 1 || sweeps < 0 || apart < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--agreements and --months need at least 1, --sweeps and --apart at least 0.");
        }
        Path directory = prepared.isPresent() ? prepared.get() : Files.createTempDirectory("smartblocks-bench");
        try {
            measure(directory);
        } finally {
            if (prepared.isEmpty()) {
                BenchLedgerCommand.remove(directory);
            }
        }
        return ExitCode.DONE;
    }

    private void measure(Path directory) throws IOException {
        BenchHome home = BenchHome.in(directory);
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.exists(directory.resolve("ledger"))) {
            Files.createDirectories(directory);
            Progress progress = Progress.on(spec, "pages");
            Duration took = SweepBench.prepare(home, agreements, done -> progress.reached(done, 31L * agreements));
            progress.end();
            spec.commandLine().getErr().println("prepared in " + took.toSeconds() + " s");
        }
        List<SweepFigures> figures = SweepBench.sweep(home, sweeps, apart, months, done -> {});
        if (json) {
            JsonReport.print(out, figures);
        } else {
            figures.forEach(each -> each.lines().forEach(out::println));
        }
    }
}
