package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.DiagnosticPrinter;
import io.smartblocks.dsl.diagnostic.MessagePage;
import io.smartblocks.dsl.diagnostic.Sarif;
import io.smartblocks.dsl.diagnostic.Severity;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: all that is wrong or doubtful in agreements. */
@Command(name = "check", description = "Say all that is wrong or doubtful in agreements.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Agreements or templates (.esco).")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How to report: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Mixin
    private Amendments amendments = new Amendments();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<CheckedText> checked =
                AgreementFiles.read(files).stream().map(amendments::checked).toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (json ? ReportFormat.JSON : format) {
            case JSON ->
                out.println(checked.stream().map(CheckedText::json).collect(joining(",", "{\"files\":[", "]}")));
            case SARIF -> out.println(sarif(checked));
            case TEXT -> printText(checked, out);
        }
        return checked.stream().allMatch(CheckedText::isValid) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String sarif(List<CheckedText> checked) {
        Map<SourceText, List<Diagnostic>> findings = new LinkedHashMap<>();
        checked.forEach(text -> findings.put(text.source(), text.diagnostics()));
        return Sarif.write(findings);
    }

    private void printText(List<CheckedText> checked, PrintWriter out) {
        checked.stream()
                .filter(text -> !text.diagnostics().isEmpty())
                .forEach(text -> out.print(DiagnosticPrinter.print(text.source(), text.diagnostics())));
        String findings = String.join(
                ", ",
                Count.of(count(checked, Severity.ERROR), "error"),
                Count.of(count(checked, Severity.WARNING), "warning"),
                Count.of(count(checked, Severity.NOTE), "note"));
        spec.commandLine().getErr().println(Count.of(checked.size(), "file") + " checked: " + findings + ".");
        MessagePage.lead(checked.stream()
                        .flatMap(text -> text.diagnostics().stream())
                        .toList())
                .ifPresent(spec.commandLine().getErr()::println);
    }

    private static long count(List<CheckedText> checked, Severity severity) {
        return checked.stream().mapToLong(text -> text.count(severity)).sum();
    }
}
