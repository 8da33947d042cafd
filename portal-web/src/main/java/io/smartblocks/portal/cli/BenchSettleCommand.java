package io.smartblocks.portal.cli;

import io.smartblocks.runtime.bench.SettlementBench;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench settle}: how fast periods are settled, beside plain Java doing the same sums. */
@Command(
        name = "settle",
        description = "Measure settlements a second on one thread, beside plain Java doing the same sums.")
final class BenchSettleCommand implements Callable<Integer> {

    @Option(
            names = "--agreements",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many agreements of one shape to settle; default ${DEFAULT-VALUE}.")
    private int agreements;

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (agreements < 1) {
            throw new ParameterException(spec.commandLine(), "--agreements needs at least 1.");
        }
        SettlementBench.Report report = SettlementBench.run(agreements);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, report);
        } else {
            report.lines().forEach(out::println);
        }
        return ExitCode.DONE;
    }
}
