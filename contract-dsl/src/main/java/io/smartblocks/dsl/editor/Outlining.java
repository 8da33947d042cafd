package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of contents of a text and the parts of it that can be folded away. */
final class Outlining {

    private static final int LONGEST = 72;

    private final Writing writing;

    Outlining(Writing writing) {
        this.writing = writing;
    }

    List<OutlineEntry> entries() {
        return writing.document().sentences().stream()
                .flatMap(sentence -> entry(sentence).stream())
                .toList();
    }

    /** Parts of several lines, and notes that stand under one another. */
    List<Span> foldings() {
        Stream<Span> sentences = writing.document().sentences().stream().map(sentence -> ended(Span.of(sentence.at())));
        return Stream.concat(sentences, notes().stream())
                .filter(span -> lineOf(span.start()) < lineOf(span.end()))
                .toList();
    }

    private Optional<OutlineEntry> entry(Sentence sentence) {
        Span whole = ended(Span.of(sentence.at()));
        if (sentence instanceof Sentence.Heading) {
            String line = writing.line(Span.of(sentence.at()));
            return Optional.of(new OutlineEntry(
                    OutlineEntry.Kind.HEAD, line.substring(0, line.length() - 1), "", whole, whole, List.of()));
        }
        return Occurrences.naming(sentence).map(name -> named(sentence, name, whole));
    }

    private OutlineEntry named(Sentence sentence, Word name, Span whole) {
        Span title = Span.of(name.at());
        if (sentence instanceof Sentence.Clause clause) {
            List<OutlineEntry> parts = clause.provisions().stream()
                    .map(part -> part(Span.of(part.at())))
                    .toList();
            return new OutlineEntry(
                    OutlineEntry.Kind.CLAUSE,
                    "clause " + name.text(),
                    clause.title().text(),
                    whole,
                    title,
                    parts.size() > 1 ? parts : List.of());
        }
        if (sentence instanceof Sentence.Story) {
            return new OutlineEntry(
                    OutlineEntry.Kind.SCENARIO, "scenario \"" + name.text() + "\"", "", whole, title, List.of());
        }
        OutlineEntry.Kind kind =
                sentence instanceof Sentence.Definition ? OutlineEntry.Kind.TERM : OutlineEntry.Kind.THING;
        return new OutlineEntry(kind, name.text(), Facts.named(writing.kind(sentence)), whole, title, List.of());
    }

    private OutlineEntry part(Span at) {
        String line = writing.line(at);
        String name = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return new OutlineEntry(OutlineEntry.Kind.SENTENCE, name, "", at, at, List.of());
    }

    /** A stretch with the full stop after it. */
    private Span ended(Span span) {
        String text = writing.text();
        int end = span.end();
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '.' ? new Span(span.start(), end + 1) : span;
    }

    private List<Span> notes() {
        List<Span> runs = new ArrayList<>();
        for (Lexeme lexeme : writing.lexemes()) {
            boolean alone = lexeme.kind() == Lexeme.Kind.NOTE && lexeme.at().column() == 1;
            if (!alone) {
                continue;
            }
            Span note = Span.of(lexeme.at());
            Span last = runs.isEmpty() ? note : runs.get(runs.size() - 1);
            if (!runs.isEmpty() && lineOf(last.end()) + 1 == lineOf(note.start())) {
                runs.set(runs.size() - 1, new Span(last.start(), note.end()));
            } else {
                runs.add(note);
            }
        }
        return runs;
    }

    private int lineOf(int offset) {
        return writing.lines().place(offset).line();
    }
}
