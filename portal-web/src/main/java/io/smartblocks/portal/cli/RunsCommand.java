package io.smartblocks.portal.cli;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code runs}: what the sweeps of the scheduler did, and what they could not settle. */
@Command(name = "runs", description = "List what the scheduler's sweeps settled and what they could not, newest first.")
final class RunsCommand implements Callable<Integer> {

    private static final int MOST = 10_000;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--newest",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many to list; default ${DEFAULT-VALUE}.")
    private int newest;

    @Option(names = "--problems", description = "Only those in which something was not settled, or that stopped early.")
    private boolean problems;

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (newest < 1 || newest > MOST) {
            throw new ParameterException(spec.commandLine(), "--newest takes 1 to " + MOST + ".");
        }
        List<RunRecord> runs;
        try (ReadModel model = data.existing().openReadModel()) {
            runs = problems ? model.runs().withProblems(newest) : model.runs().newest(newest);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, runs);
        } else {
            runs.forEach(run -> print(run, out));
            spec.commandLine().getErr().println(Count.of(runs.size(), "run") + ".");
        }
        return ExitCode.DONE;
    }

    private static void print(RunRecord run, PrintWriter out) {
        out.println("%s  %s  %s  %d ms  %s"
                .formatted(
                        run.startedAt(),
                        run.node(),
                        place(run),
                        Duration.between(run.startedAt(), run.endedAt()).toMillis(),
                        outcomes(run)));
        run.stopped().ifPresent(why -> out.println("    stopped: " + why));
        for (RunRecord.Problem problem : run.problems()) {
            out.println("    %s %s from %s: %s at %s: %s"
                    .formatted(
                            problem.agreement(),
                            problem.period(),
                            problem.from(),
                            problem.outcome(),
                            problem.step(),
                            problem.message()));
        }
    }

    private static String place(RunRecord run) {
        return run.zone().isEmpty() ? "all zones" : run.zone() + ", shard " + run.shard();
    }

    private static String outcomes(RunRecord run) {
        return run.outcomes().isEmpty()
                ? "nothing"
                : run.outcomes().entrySet().stream()
                        .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                        .collect(Collectors.joining(", "));
    }
}
