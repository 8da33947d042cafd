package io.smartblocks.portal.cli;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.amendment.Amended;
import io.smartblocks.dsl.diagnostic.DiagnosticPrinter;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code amend}: the complete text of a new version. */
@Command(name = "amend", description = "Write the complete text that an amendment makes of an agreement.")
final class AmendCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BASE", description = "The version that is amended (.esco).")
    private Path base = Path.of("");

    @Parameters(index = "1", paramLabel = "AMENDMENT", description = "The amendment (.esco).")
    private Path amendment = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT", description = "The file to write.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace OUT if it exists.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SourceText changes = AgreementFiles.read(amendment);
        Amended amended = AgreementCompiler.amend(AgreementFiles.read(base), changes);
        SourceText text = Amendments.complete(changes, amended);
        if (!force && Files.exists(out)) {
            throw new InputRefused(
                    "'%s' exists and is not replaced; name another file, or add --force.".formatted(out));
        }
        Texts.replace(out, text.text());
        if (!amended.diagnostics().isEmpty()) {
            spec.commandLine().getErr().print(DiagnosticPrinter.print(changes, amended.diagnostics()));
        }
        spec.commandLine()
                .getErr()
                .println(
                        "'%s' written; read it, and compare it with '%s', before you propose it.".formatted(out, base));
        return ExitCode.DONE;
    }
}
