package io.smartblocks.portal.cli;

import io.smartblocks.runtime.scenario.ScenarioResult;
import io.smartblocks.runtime.scenario.ScenarioRunner;
import io.smartblocks.runtime.scenario.StepResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code test}: runs the scenarios of agreements. */
@Command(name = "test", description = "Run the scenarios of agreements and compare what they expect.")
final class TestCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Agreements (.esco).")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<TestedFile> tested = AgreementFiles.read(files).stream()
                .map(text -> new TestedFile(
                        text.name(),
                        ScenarioRunner.run(AgreementFiles.compile(text)).stream()
                                .map(TestedScenario::of)
                                .toList()))
                .toList();
        long failures = tested.stream()
                .flatMap(file -> file.scenarios().stream())
                .filter(scenario -> !scenario.passed())
                .count();
        if (json) {
            JsonReport.print(spec.commandLine().getOut(), new Report(tested));
        } else {
            tested.forEach(this::print);
            spec.commandLine().getErr().println(summary(tested, failures));
        }
        return failures == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String summary(List<TestedFile> tested, long failures) {
        int scenarios =
                tested.stream().mapToInt(file -> file.scenarios().size()).sum();
        return "%s, %s.".formatted(Count.of(scenarios, "scenario"), Count.of(failures, "failure"));
    }

    private void print(TestedFile file) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(file.file());
        for (TestedScenario scenario : file.scenarios()) {
            out.printf("  %s %s%n", scenario.passed() ? "ok  " : "FAIL", scenario.name());
            if (!scenario.passed()) {
                new FailureTable(out).print(scenario.failures());
            }
        }
    }

    /** What {@code test --json} prints. */
    record Report(List<TestedFile> files) {}

    /** The scenarios of one file. */
    record TestedFile(String file, List<TestedScenario> scenarios) {}

    /** One scenario and where it fails. */
    record TestedScenario(String name, boolean passed, List<Failure> failures) {

        static TestedScenario of(ScenarioResult result) {
            return new TestedScenario(
                    result.scenario(),
                    result.passed(),
                    result.failures().stream().map(Failure::of).toList());
        }
    }

    /** An expectation that was not met. */
    record Failure(int line, String message, String expected, String actual) {

        static Failure of(StepResult step) {
            return new Failure(step.at().line(), step.message(), step.expected(), step.actual());
        }
    }
}
