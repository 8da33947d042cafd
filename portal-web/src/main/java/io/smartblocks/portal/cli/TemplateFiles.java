package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the template that a command names: a file, or one of the library. */
final class TemplateFiles {

    private TemplateFiles() {}

    /** A directory that happens to have the name of a template does not hide it. */
    static SourceText read(String name) {
        if (Files.isRegularFile(Path.of(name))) {
            return AgreementFiles.read(Path.of(name));
        }
        return Templates.find(name)
                .map(template -> new SourceText(name, template.text()))
                .orElseThrow(() -> new InputRefused("There is no file '%s', and no such template; the library has %s."
                        .formatted(
                                name, Templates.all().stream().map(Template::id).collect(joining(", ")))));
    }
}
