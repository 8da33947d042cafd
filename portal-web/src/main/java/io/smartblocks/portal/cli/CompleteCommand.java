package io.smartblocks.portal.cli;

import io.smartblocks.dsl.assembly.Assembled;
import io.smartblocks.dsl.diagnostic.DiagnosticPrinter;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code complete}: the one text that an instance and its template, or a text and its modules, make together. */
@Command(
        name = "complete",
        description = "Write the complete text that a text makes with the template and the modules it names.")
final class CompleteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The text that names others (.esco).")
    private Path file = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT", description = "The file to write.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace OUT if it exists.")
    private boolean force;

    @Mixin
    private NamedTexts named = new NamedTexts();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SourceText text = AgreementFiles.read(file);
        Assembled assembled = named.assembled(text);
        SourceText complete =
                assembled.text().orElseThrow(() -> AgreementFiles.unusable(text, assembled.diagnostics()));
        if (!force && Files.exists(out)) {
            throw new InputRefused(
                    "'%s' exists and is not replaced; name another file, or add --force.".formatted(out));
        }
        Texts.replace(out, complete.text());
        if (!assembled.diagnostics().isEmpty()) {
            spec.commandLine().getErr().print(DiagnosticPrinter.print(text, assembled.diagnostics()));
        }
        spec.commandLine().getErr().println("'%s' written; read it before you propose it.".formatted(out));
        return ExitCode.DONE;
    }
}
