package io.smartblocks.portal.cli;

import io.smartblocks.portal.document.InvoiceRules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code invoice check}: whether a file keeps the rules of EN 16931. */
@Command(
        name = "check",
        description = "Check an invoice or credit note in UBL 2.1 or CII D16B by its schema and the rules of EN 16931.")
final class InvoiceCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The invoice (.xml).")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        InvoiceRules.Verdict verdict = checked();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, verdict);
        } else if (verdict.holds()) {
            out.println("%s is a valid %s.".formatted(file, verdict.syntax()));
        } else {
            out.println("%s is a %s that breaks %s:"
                    .formatted(file, verdict.syntax(), Count.of(verdict.broken().size(), "rule")));
            verdict.broken().forEach(rule -> out.println("  " + rule));
        }
        return verdict.holds() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private InvoiceRules.Verdict checked() {
        try {
            return InvoiceRules.check(Texts.bytes(file));
        } catch (IllegalArgumentException e) {
            throw new InputRefused("'%s' cannot be checked: %s.".formatted(file, e.getMessage()), e);
        }
    }
}
