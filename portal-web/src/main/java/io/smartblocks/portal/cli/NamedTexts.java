package io.smartblocks.portal.cli;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.assembly.Assembled;
import io.smartblocks.dsl.assembly.Assembling;
import io.smartblocks.dsl.assembly.Library;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.templates.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/**
 * The options that give the template and the modules that a text names; what they do not give is looked for beside the
 * text and in the library of templates.
 */
final class NamedTexts {

    private static final int MOST_FILES = 500;
    private static final long LONGEST_FILE = 1_000_000;

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description = "The template that FILE answers, if it is not beside FILE or in the library.")
    private List<String> templates = List.of();

    @Option(
            names = "--use",
            paramLabel = "MODULE",
            description = "A module that FILE uses, if it is not beside FILE; once for each.")
    private List<Path> modules = List.of();

    /** What a text and those that it names make together, and what there is to say about it. */
    Assembled assembled(SourceText text) {
        return AgreementCompiler.assemble(text, Assembling.namesOthers(text) ? library(text) : new Library(List.of()));
    }

    /** The complete text, or a refusal; a text that names no other is complete in itself. */
    SourceText complete(SourceText text) {
        if (!Assembling.namesOthers(text)) {
            return text;
        }
        Assembled assembled = assembled(text);
        return assembled.text().orElseThrow(() -> AgreementFiles.unusable(text, assembled.diagnostics()));
    }

    private Library library(SourceText text) {
        List<SourceText> given = new ArrayList<>();
        templates.forEach(name -> given.add(TemplateFiles.read(name)));
        given.addAll(AgreementFiles.read(modules));
        return new Library(given)
                .and(beside(Path.of(text.name())))
                .and(Templates.all().stream()
                        .map(template -> new SourceText(template.id(), template.text()))
                        .toList());
    }

    /** The other agreements, templates and modules in the folder of a file; one that cannot be read is left out. */
    private static List<SourceText> beside(Path file) {
        List<SourceText> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            files.filter(it -> it.toString().endsWith(".esco") && isShort(it))
                    .sorted()
                    .limit(MOST_FILES)
                    .forEach(it -> read(it, found));
        } catch (IOException | UncheckedIOException e) {
            throw new InputRefused("The folder of '%s' cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
        return found;
    }

    private static boolean isShort(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE;
        } catch (IOException e) {
            return false;
        }
    }

    private static void read(Path file, List<SourceText> found) {
        try {
            found.add(AgreementFiles.read(file));
        } catch (InputRefused e) {
            System.getLogger(NamedTexts.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage());
        }
    }
}
