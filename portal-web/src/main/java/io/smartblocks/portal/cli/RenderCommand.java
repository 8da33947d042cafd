package io.smartblocks.portal.cli;

import io.smartblocks.dsl.render.AgreementRenderer;
import io.smartblocks.dsl.wording.AgreementText;
import io.smartblocks.portal.paper.AgreementPdf;
import io.smartblocks.portal.paper.Paper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code render}: the agreement as prose to read and print. */
@Command(name = "render", description = "Write an agreement as prose with numbered clauses, to read and print.")
final class RenderCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The agreement or template (.esco).")
    private Path file = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "html, md or pdf.")
    private PageFormat format = PageFormat.HTML;

    @Option(
            names = "-o",
            paramLabel = "OUT",
            description = "The file to write; standard output if not named. A PDF needs one.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private Amendments amendments = new Amendments();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (out.map(Path::toAbsolutePath)
                .map(Path::normalize)
                .filter(file.toAbsolutePath().normalize()::equals)
                .isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "-o names the agreement itself; name another file, such as agreement.html.");
        }
        if (format == PageFormat.PDF && out.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A PDF is no text to show here; name the file to write, such as -o agreement.pdf.");
        }
        AgreementText text = AgreementFiles.readable(amendments.complete(AgreementFiles.read(file)));
        if (format == PageFormat.PDF) {
            Texts.replace(out.orElseThrow(), pdf(text));
        } else {
            String page = format == PageFormat.HTML ? AgreementRenderer.html(text) : AgreementRenderer.markdown(text);
            out.ifPresentOrElse(
                    target -> Texts.replace(target, page),
                    () -> spec.commandLine().getOut().print(page));
        }
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private byte[] pdf(AgreementText text) {
        Paper paper = AgreementPdf.of(text);
        if (paper instanceof Paper.Unprintable refused) {
            throw new InputRefused(
                    "'%s' cannot be printed: the typeface has no sign for %s. Write it with --to html instead."
                            .formatted(file, String.join(", ", refused.characters())));
        }
        return ((Paper.Printed) paper).pdf();
    }
}
