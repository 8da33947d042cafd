package io.smartblocks.portal.cli;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.DiagnosticPrinter;
import io.smartblocks.dsl.diagnostic.MessagePage;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.wording.AgreementText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads and compiles the agreements that a command names. */
final class AgreementFiles {

    private AgreementFiles() {}

    /** All texts, or a refusal that names every file that cannot be read. */
    static List<SourceText> read(List<Path> files) {
        List<SourceText> texts = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path file : files) {
            try {
                texts.add(new SourceText(file.toString(), Texts.read(file)));
            } catch (InputRefused e) {
                unreadable.add(e.getMessage());
            }
        }
        if (!unreadable.isEmpty()) {
            throw new InputRefused(String.join("\nerror: ", unreadable));
        }
        return texts;
    }

    static SourceText read(Path file) {
        return new SourceText(file.toString(), Texts.read(file));
    }

    /** The agreement in a text, or a refusal with all that is wrong with it. */
    static Agreement compile(SourceText text) {
        Compilation compilation = AgreementCompiler.compile(text);
        return compilation.agreement().orElseThrow(() -> unusable(text, compilation.diagnostics()));
    }

    /** The agreement in a text with its words, or a refusal with all that is wrong with it. */
    static AgreementText readable(SourceText text) {
        return AgreementText.of(text)
                .orElseThrow(
                        () -> unusable(text, AgreementCompiler.compile(text).diagnostics()));
    }

    /** The refusal of a text that has errors. */
    static InputRefused unusable(SourceText text, List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        return new InputRefused("'%s' has %s and cannot be used.\n%s\n\n%s"
                .formatted(
                        text.name(),
                        Count.of(errors.size(), "error"),
                        DiagnosticPrinter.print(text, errors).stripTrailing(),
                        MessagePage.lead(errors).orElse(""))
                .stripTrailing());
    }
}
