package io.smartblocks.portal.cli;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import io.smartblocks.dsl.format.Formatting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code format}: rewrites agreements in the canonical layout. */
@Command(name = "format", description = "Rewrite agreements in the canonical layout; comments stay.")
final class FormatCommand implements Callable<Integer> {

    @Option(names = "--check", description = "Change nothing; name the files whose layout differs.")
    private boolean checkOnly;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Agreements or templates (.esco).")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<SourceText> texts = AgreementFiles.read(files);
        List<String> formatted = texts.stream().map(FormatCommand::formatted).toList();
        PrintWriter out = spec.commandLine().getOut();
        int differing = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).text().equals(formatted.get(i))) {
                differing++;
                out.println(files.get(i));
                if (!checkOnly) {
                    Texts.replace(files.get(i), formatted.get(i));
                }
            }
        }
        spec.commandLine().getErr().println(summary(differing));
        return checkOnly && differing > 0 ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /** Nothing is rewritten unless all files can be read. */
    private static String formatted(SourceText text) {
        Formatting formatting = AgreementFormatter.format(text);
        return formatting.text().orElseThrow(() -> AgreementFiles.unusable(text, formatting.diagnostics()));
    }

    private String summary(int differing) {
        String of = Count.of(differing, "file") + " of " + files.size();
        return checkOnly ? of + " would change." : of + " rewritten.";
    }
}
