package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.Filled;
import io.smartblocks.dsl.FillingHead;
import io.smartblocks.dsl.TemplateFilling;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code new}: an agreement from a template. */
@Command(
        name = "new",
        description = "Make an agreement from a template; asks on a terminal for the answers that are not given.")
final class NewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TEMPLATE", description = "A template's file (.esco), or its id in the library.")
    private String template = "";

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out = Path.of("");

    @Option(
            names = "--answer",
            paramLabel = "NAME=VALUE",
            converter = Assignment.Converter.class,
            description = "The answer to a parameter, such as \"Start Date=1 January 2027\".")
    private List<Assignment> answers = List.of();

    @Option(names = "--title", paramLabel = "TEXT", description = "The agreement's title; else the template's.")
    private Optional<String> title = Optional.empty();

    @Option(
            names = "--numbered",
            paramLabel = "VERSION",
            defaultValue = "1.0",
            description = "The agreement's version; default ${DEFAULT-VALUE}.")
    private String version = "";

    @Option(names = "--force", description = "Replace FILE if it exists.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, String> given = given();
        SourceText source = TemplateFiles.read(template);
        Agreement open = AgreementFiles.compile(source);
        refuseToReplace();
        Map<String, String> complete = Interview.onTerminal(spec.commandLine().getErr())
                .map(interview -> interview.complete(open.parameters(), given))
                .orElse(given);
        FillingHead head = new FillingHead(title.orElse(open.head().title()), version);
        Filled filled = TemplateFilling.fill(source, head, complete);
        String text = filled.text().orElseThrow(() -> refused(filled));
        Texts.replace(out, text);
        spec.commandLine().getErr().println("'%s' written; check it and read it before you propose it.".formatted(out));
        return ExitCode.DONE;
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (Assignment answer : answers) {
            if (given.containsKey(answer.name())) {
                throw new ParameterException(
                        spec.commandLine(), "--answer gives %s twice; give it once.".formatted(answer.name()));
            }
            given.put(answer.name(), answer.value());
        }
        return given;
    }

    private void refuseToReplace() {
        if (!force && Files.exists(out)) {
            throw new InputRefused(
                    "'%s' exists and is not replaced; name another file, or add --force.".formatted(out));
        }
    }

    private static InputRefused refused(Filled filled) {
        return new InputRefused(filled.problems().stream()
                .map(problem -> "  " + problem.diagnostic().message())
                .collect(joining(
                        "\n", "The template cannot be filled; give each answer with --answer \"Name=value\".\n", "")));
    }
}
