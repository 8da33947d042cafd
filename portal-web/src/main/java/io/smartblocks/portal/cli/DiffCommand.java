package io.smartblocks.portal.cli;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.amendment.Amending;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.diff.AgreementDiff;
import io.smartblocks.dsl.diff.Change;
import io.smartblocks.dsl.diff.Difference;
import io.smartblocks.dsl.diff.DifferenceText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what changed between two versions of an agreement. */
@Command(
        name = "diff",
        description = "Compare two versions of an agreement by what they mean; exit code 1 if it is not the same.")
final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD", description = "The earlier version (.esco).")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The later version, or an amendment to OLD (.esco).")
    private Path fresh = Path.of("");

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Mixin
    private NamedTexts named = new NamedTexts();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<SourceText> texts = AgreementFiles.read(List.of(old, fresh));
        SourceText earlier = named.complete(texts.get(0));
        SourceText later = Amending.amends(texts.get(1)).isEmpty()
                ? named.complete(texts.get(1))
                : Amendments.complete(texts.get(1), AgreementCompiler.amend(earlier, texts.get(1)));
        Difference difference = AgreementDiff.between(AgreementFiles.readable(earlier), AgreementFiles.readable(later));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, new Report(difference.isNone(), difference.changes()));
        } else {
            out.print(DifferenceText.print(difference));
            out.flush();
        }
        return difference.isNone() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    /** What {@code diff --json} prints. */
    record Report(boolean same, List<Change> changes) {}
}
