package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the sentences of modules in the place of the {@code uses} sentences that name them, each module once. */
final class Modules {

    private final Library library;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Deque<Head.Template> path = new ArrayDeque<>();
    private final Set<Head.Template> taken = new HashSet<>();

    private Modules(Library library) {
        this.library = library;
    }

    /**
     * A text with the modules put in, which sentence of it each came by, and what keeps some from it, at the text's own
     * {@code uses} sentences.
     */
    record Expanded(SourceText text, Weave weave, Map<SourceText, Sentence.Uses> sources, List<Diagnostic> findings) {}

    static Expanded expand(SourceText text, Document document, Library library) {
        Modules modules = new Modules(library);
        Weave weave = new Weave(text);
        Whole whole = new Whole(text);
        Map<SourceText, Sentence.Uses> sources = new HashMap<>();
        document.all(Sentence.Uses.class)
                .forEach(uses ->
                        modules.put(uses, whole.of(uses), uses.at(), weave).ifPresent(body -> sources.put(body, uses)));
        return new Expanded(weave.text(text.name()), weave, sources, modules.findings);
    }

    /** The module that a sentence names. */
    static Head.Template named(Sentence.Uses uses) {
        return new Head.Template(uses.title().text(), uses.version().text());
    }

    private Optional<SourceText> put(Sentence.Uses uses, SourceRange sentence, SourceRange told, Weave weave) {
        Head.Template module = named(uses);
        if (path.contains(module)) {
            report(
                    Code.E0914,
                    told,
                    "%s uses itself, through %s".formatted(words(module), words(path.getLast())),
                    "take one of these `uses` sentences out, or put what both need into a third module");
            return Optional.empty();
        }
        boolean first = taken.add(module);
        Optional<SourceText> text = library.find(Head.Kind.MODULE, module);
        if (text.isEmpty()) {
            missing(module, told);
        }
        Optional<SourceText> body = text.map(it -> first ? body(module, it, told) : new SourceText(it.name(), ""));
        body.ifPresent(it -> weave.put(
                sentence.start(),
                sentence.end(),
                it,
                new SourceRange(0, it.text().length(), 1, 1)));
        return body;
    }

    private void missing(Head.Template module, SourceRange told) {
        report(
                Code.E0912,
                told,
                "%s is not at hand%s"
                        .formatted(
                                words(module), path.isEmpty() ? "" : "; %s uses it".formatted(words(path.getLast()))),
                library.instead(Head.Kind.MODULE, module)
                                .map(there -> there + "; ")
                                .orElse("")
                        + "put its file beside this one, or give it: `--use FILE`");
    }

    /** The sentences of a module, and of those that it uses, without its head. */
    private SourceText body(Head.Template module, SourceText text, SourceRange told) {
        Document document = SentenceReader.read(text).document();
        Weave weave = new Weave(text);
        Whole whole = new Whole(text);
        document.all(Sentence.Heading.class)
                .findFirst()
                .map(whole::of)
                .ifPresent(head -> weave.put(head.start(), head.end(), "# %s".formatted(from(module))));
        int before = findings.size();
        path.addLast(module);
        document.all(Sentence.Uses.class).forEach(uses -> put(uses, whole.of(uses), told, weave));
        path.removeLast();
        SourceText body = weave.text(text.name());
        if (findings.size() == before) {
            faults(module, text, body, told);
        }
        return body;
    }

    private void faults(Head.Template module, SourceText text, SourceText body, SourceRange told) {
        String head = "module \"%s\" version %s.\n".formatted(module.title(), module.version());
        AgreementCompiler.analyse(new SourceText(text.name(), head + body.text())).diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .ifPresent(fault -> report(
                        Code.E0913,
                        told,
                        "%s has errors itself; the first: %s".formatted(words(module), fault.message()),
                        "check %s by itself first".formatted(text.name())));
    }

    private static String from(Head.Template module) {
        return "From module \"%s\" version %s".formatted(module.title(), module.version());
    }

    static String words(Head.Template module) {
        return "the module \"%s\" version %s".formatted(module.title(), module.version());
    }

    private void report(Code code, SourceRange at, String message, String help) {
        findings.add(Diagnostic.of(code, at, message).help(help));
    }
}
