package io.smartblocks.portal.cli;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.runtime.bench.MixedBench;
import io.smartblocks.runtime.bench.MixedReport;
import io.smartblocks.runtime.bench.SettlementBench;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench settle}: how fast periods are settled, beside plain Java doing the same. */
@Command(
        name = "settle",
        description = "Measure settlements a second, beside plain Java that writes and signs the same statements.")
final class BenchSettleCommand implements Callable<Integer> {

    /** Templates that settle on readings, index values and events, without a fit. */
    private static final Set<String> MEASURED = Set.of(
            "guaranteed-savings",
            "shared-savings-heat",
            "pay-for-performance",
            "heat-delivery",
            "heat-supply-take-or-pay",
            "time-of-use-supply",
            "energy-supply",
            "prepaid-meter",
            "ev-charging",
            "power-purchase",
            "demand-response",
            "renewable-certificates");

    @Option(
            names = "--agreements",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many agreements to settle; default ${DEFAULT-VALUE}.")
    private int agreements;

    @Option(
            names = "--templates",
            description =
                    "Settle agreements of twelve templates of the library, each with prices and readings of its own,"
                            + " and sign their statements: the first sweep of this process, and a warm one.")
    private boolean templates;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many threads settle with --templates; default ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (agreements < 1) {
            throw new ParameterException(spec.commandLine(), "--agreements needs at least 1.");
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads needs at least 1.");
        }
        if (templates) {
            MixedReport report = MixedBench.run(samples(), agreements, threads);
            print(report, report.lines());
        } else {
            SettlementBench.Report report = SettlementBench.run(agreements);
            print(report, report.lines());
        }
        return ExitCode.DONE;
    }

    private void print(Object report, List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, report);
        } else {
            lines.forEach(out::println);
        }
    }

    private static Map<String, Agreement> samples() {
        Map<String, Agreement> samples = new LinkedHashMap<>();
        for (Template template : Templates.all()) {
            if (MEASURED.contains(template.id())) {
                AgreementCompiler.compile(new SourceText(template.id(), template.sample()))
                        .agreement()
                        .ifPresent(agreement -> samples.put(template.id(), agreement));
            }
        }
        return samples;
    }
}
