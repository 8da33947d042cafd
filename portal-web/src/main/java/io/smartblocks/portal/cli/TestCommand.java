package io.smartblocks.portal.cli;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.runtime.scenario.ScenarioReport;
import io.smartblocks.runtime.scenario.ScenarioResult;
import io.smartblocks.runtime.scenario.ScenarioRunner;
import io.smartblocks.runtime.scenario.StepResult;
import io.smartblocks.runtime.scenario.Traced;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code test}: runs the scenarios of agreements. */
@Command(name = "test", description = "Run the scenarios of agreements and compare what they expect.")
final class TestCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Agreements (.esco).")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Mixin
    private Amendments amendments = new Amendments();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--require-coverage",
            paramLabel = "PERCENT",
            description = "Fail unless the scenarios go at least this part of each agreement's ways.")
    private int required;

    @Override
    public Integer call() {
        if (required < 0 || required > 100) {
            throw new ParameterException(
                    spec.commandLine(), "--require-coverage takes a figure from 0 to 100, not %d.".formatted(required));
        }
        List<TestedFile> tested =
                AgreementFiles.read(files).stream().map(this::tested).toList();
        long failures = tested.stream()
                .flatMap(file -> file.scenarios().stream())
                .filter(scenario -> !scenario.passed())
                .count();
        List<TestedFile> uncovered = tested.stream()
                .filter(file -> file.coverage().percent() < required)
                .toList();
        if (json) {
            JsonReport.print(spec.commandLine().getOut(), new Report(tested));
        } else {
            tested.forEach(this::print);
            spec.commandLine().getErr().println(summary(tested, failures));
        }
        uncovered.forEach(file -> spec.commandLine()
                .getErr()
                .println("%s: %d %% of its ways are gone, %d %% are required."
                        .formatted(file.file(), file.coverage().percent(), required)));
        return failures == 0 && uncovered.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private TestedFile tested(SourceText text) {
        SourceText whole = amendments.complete(text);
        ScenarioReport report = ScenarioRunner.report(amendments.versions(text), new SettlementEngine());
        return new TestedFile(
                text.name(),
                report.results().stream()
                        .map(result -> TestedScenario.of(result, whole))
                        .toList(),
                TestedCoverage.of(report.coverage()));
    }

    private static String summary(List<TestedFile> tested, long failures) {
        int scenarios =
                tested.stream().mapToInt(file -> file.scenarios().size()).sum();
        return "%s, %s.".formatted(Count.of(scenarios, "scenario"), Count.of(failures, "failure"));
    }

    private void print(TestedFile file) {
        PrintWriter out = spec.commandLine().getOut();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        out.println(file.file());
        for (TestedScenario scenario : file.scenarios()) {
            String verdict = ansi.string(scenario.passed() ? "@|green ok|@  " : "@|bold,red FAIL|@");
            out.printf("  %s %s%n", verdict, scenario.name());
            if (!scenario.passed()) {
                new FailureTable(out, TerminalWidth.of(spec)).print(scenario.failures());
            }
        }
        file.coverage().print(out);
    }

    /** What {@code test --json} prints. */
    record Report(List<TestedFile> files) {}

    /** The scenarios of one file, and what they cover. */
    record TestedFile(String file, List<TestedScenario> scenarios, TestedCoverage coverage) {}

    /** One scenario and where it fails. */
    record TestedScenario(String name, boolean passed, List<Failure> failures) {

        static TestedScenario of(ScenarioResult result, SourceText text) {
            return new TestedScenario(
                    result.scenario(),
                    result.passed(),
                    result.failures().stream()
                            .map(step -> Failure.of(step, text))
                            .toList());
        }
    }

    /** An expectation that was not met, and how what came out instead came about. */
    record Failure(
            int line, String message, String expected, String actual, Optional<String> difference, List<Reason> trace) {

        static Failure of(StepResult step, SourceText text) {
            return new Failure(
                    step.at().line(),
                    step.message(),
                    step.expected(),
                    step.actual(),
                    step.difference(),
                    step.trace().stream().map(traced -> Reason.of(traced, text)).toList());
        }
    }

    /** A figure or sentence that an outcome rests on, in the words of the agreement. */
    record Reason(String what, String value, int line, String sentence) {

        static Reason of(Traced traced, SourceText text) {
            String sentence = text.text()
                    .substring(traced.at().start(), traced.at().end())
                    .strip()
                    .replaceAll("\\s+", " ");
            return new Reason(traced.what(), traced.value(), traced.at().line(), sentence);
        }
    }
}
