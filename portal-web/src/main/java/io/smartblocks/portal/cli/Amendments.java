package io.smartblocks.portal.cli;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.amendment.Amended;
import io.smartblocks.dsl.amendment.Amending;
import io.smartblocks.dsl.amendment.Timeline;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option that gives the text which an amendment changes, and what the two make together. */
final class Amendments {

    @Option(
            names = "--base",
            paramLabel = "BASE",
            description = "The text that FILE amends, or the version that FILE stands in place of.")
    private Optional<Path> base = Optional.empty();

    @Mixin
    private NamedTexts named = new NamedTexts();

    /** What to say about a text: about an amendment with its base, what the two make together. */
    CheckedText checked(SourceText text) {
        return amended(text)
                .map(amended -> new CheckedText(text, amended.diagnostics()))
                .orElseGet(() -> new CheckedText(text, named.assembled(text).diagnostics()));
    }

    /** The complete text: the new version where a text is an amendment, and with what the text names in its place. */
    SourceText complete(SourceText text) {
        return amended(text).map(amended -> complete(text, amended)).orElseGet(() -> named.complete(text));
    }

    /** The versions that a text belongs to, the last one its own. */
    Timeline versions(SourceText text) {
        Optional<Amended> amended = amended(text);
        if (amended.isPresent()) {
            complete(text, amended.get());
            return Timeline.of(List.of(
                    amended.get().before().orElseThrow(), amended.get().after().orElseThrow()));
        }
        if (base.isEmpty()) {
            return Timeline.of(AgreementFiles.compile(named.complete(text)));
        }
        try {
            return Timeline.of(
                    List.of(AgreementFiles.compile(base(base.get())), AgreementFiles.compile(named.complete(text))));
        } catch (IllegalArgumentException e) {
            throw new InputRefused("'%s' does not follow '%s': %s.".formatted(text.name(), base.get(), e.getMessage()));
        }
    }

    /** The new version of an amendment, or a refusal with all that is wrong with it. */
    static SourceText complete(SourceText amendment, Amended amended) {
        return amended.text().orElseThrow(() -> AgreementFiles.unusable(amendment, amended.diagnostics()));
    }

    private SourceText base(Path file) {
        return named.complete(AgreementFiles.read(file));
    }

    private Optional<Amended> amended(SourceText text) {
        return base.filter(file -> Amending.amends(text).isPresent())
                .map(file -> AgreementCompiler.amend(base(file), text));
    }
}
