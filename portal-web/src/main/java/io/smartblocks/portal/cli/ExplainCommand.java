package io.smartblocks.portal.cli;

import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.dsl.explain.AgreementExplainer;
import io.smartblocks.dsl.explain.Explanation;
import io.smartblocks.dsl.explain.ExplanationText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: what rests on what in an agreement. */
@Command(name = "explain", description = "Show which clauses except which, and the unit, level and uses of each Term.")
final class ExplainCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The agreement or template (.esco).")
    private Path file = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CLAUSE|TERM",
            description = "Only this clause, such as 4.1, or Term, such as \"Heat Used\".")
    private Optional<String> name = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Mixin
    private NamedTexts named = new NamedTexts();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Explanation whole =
                AgreementExplainer.explain(AgreementFiles.readable(named.complete(AgreementFiles.read(file))));
        Explanation wanted = name.map(it -> whole.of(it).orElseThrow(() -> unknown(it, whole)))
                .orElse(whole);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, wanted);
        } else {
            out.print(name.isPresent() ? ExplanationText.alone(wanted) : ExplanationText.whole(wanted));
            out.flush();
        }
        return ExitCode.DONE;
    }

    private InputRefused unknown(String wanted, Explanation whole) {
        List<String> names = Stream.concat(
                        whole.terms().stream().map(Explanation.TermNote::name),
                        whole.clauses().stream().map(clause -> "clause " + clause.number()))
                .toList();
        return new InputRefused("'%s' has no clause and no Term '%s'%s"
                .formatted(
                        file,
                        wanted,
                        Nearest.to(wanted, names)
                                .map("; did you mean '%s'?"::formatted)
                                .orElse(".")));
    }
}
