package io.smartblocks.portal.cli;

import io.smartblocks.dsl.render.AgreementRenderer;
import io.smartblocks.dsl.wording.AgreementText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "html or md.")
    private PageFormat format = PageFormat.HTML;

    @Option(names = "-o", paramLabel = "OUT", description = "The file to write; standard output if not named.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (format == PageFormat.PDF) {
            throw new ParameterException(
                    spec.commandLine(),
                    "This version writes no PDF; use --to html and print the page to PDF from a browser.");
        }
        if (out.map(Path::toAbsolutePath)
                .map(Path::normalize)
                .filter(file.toAbsolutePath().normalize()::equals)
                .isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "-o names the agreement itself; name another file, such as agreement.html.");
        }
        AgreementText text = AgreementFiles.readable(AgreementFiles.read(file));
        String page = format == PageFormat.HTML ? AgreementRenderer.html(text) : AgreementRenderer.markdown(text);
        out.ifPresentOrElse(
                target -> Texts.replace(target, page),
                () -> spec.commandLine().getOut().print(page));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
