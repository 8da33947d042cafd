package io.smartblocks.portal.cli;

import io.smartblocks.dsl.diagnostic.MessagePage;
import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.dsl.explain.AgreementExplainer;
import io.smartblocks.dsl.explain.Explanation;
import io.smartblocks.dsl.explain.ExplanationText;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: what rests on what in an agreement, or what a message means. */
@Command(
        name = "explain",
        description =
                "Show which clauses except which, and the unit, level and uses of each Term; or what a message means.")
final class ExplainCommand implements Callable<Integer> {

    private static final Pattern CODE = Pattern.compile("[A-Za-z]\\d{4}");

    @Parameters(
            index = "0",
            paramLabel = "FILE|CODE",
            description = "The agreement or template (.esco), or the code of a message, such as E0301.")
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
        if (CODE.matcher(file.toString()).matches() && !Files.exists(file)) {
            print(message());
            return ExitCode.DONE;
        }
        Explanation whole =
                AgreementExplainer.explain(AgreementFiles.readable(named.complete(AgreementFiles.read(file))));
        Explanation wanted = name.map(it -> whole.of(it).orElseThrow(() -> unknown(it, whole)))
                .orElse(whole);
        if (json) {
            JsonReport.print(spec.commandLine().getOut(), wanted);
        } else {
            print(name.isPresent() ? ExplanationText.alone(wanted) : ExplanationText.whole(wanted));
        }
        return ExitCode.DONE;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private String message() {
        return MessagePage.named(file.toString())
                .map(MessagePage::plain)
                .orElseThrow(
                        () -> new InputRefused("There is no file '%s', and no message has this code.".formatted(file)));
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
