package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * One state of a text that somebody is writing. All places are offsets in UTF-16 units; {@link Lines} turns them into lines
 * and characters. Nothing is read before it is asked for, and nothing fails however odd the text is.
 */
public final class OpenText {

    private final Writing writing;

    private OpenText(SourceText source) {
        this.writing = new Writing(source);
    }

    public static OpenText of(SourceText source) {
        return new OpenText(source);
    }

    public String text() {
        return writing.text();
    }

    public Lines lines() {
        return writing.lines();
    }

    /** All that is wrong or doubtful. */
    public List<Diagnostic> diagnostics() {
        return writing.analysis().diagnostics();
    }

    /** The changes that mend what is wrong in a stretch. */
    public List<Mending> mendings(Span stretch) {
        return diagnostics().stream()
                .filter(diagnostic -> Span.of(diagnostic.range()).meets(stretch))
                .flatMap(diagnostic -> diagnostic.fixes().stream()
                        .flatMap(fix -> fix.edit().stream()
                                .map(edit -> new Mending(
                                        diagnostic,
                                        fix.text(),
                                        new Change(Span.of(edit.range()), edit.replacement())))))
                .toList();
    }

    /** What can be written at an offset, best first. */
    public List<Suggestion> suggestions(int offset) {
        return Suggestions.at(writing, offset);
    }

    /** What the word at an offset is. */
    public Optional<Explained> explained(int offset) {
        return new Hovering(writing).at(offset);
    }

    /** The name at an offset, where it stands. */
    public Optional<Span> name(int offset) {
        return writing.named(offset).map(Occurrence::at);
    }

    /** Where the name at an offset is given its meaning. */
    public Optional<Span> definition(int offset) {
        return writing.named(offset)
                .flatMap(named -> writing.uses(named.symbol()).stream()
                        .filter(Occurrence::defining)
                        .findFirst()
                        .map(Occurrence::at));
    }

    /** Every place where the name at an offset is used, with or without the one that gives it its meaning. */
    public List<Span> references(int offset, boolean definition) {
        return writing.named(offset)
                .map(named -> writing.uses(named.symbol()).stream()
                        .filter(use -> definition || !use.defining())
                        .map(Occurrence::at)
                        .toList())
                .orElse(List.of());
    }

    /** Gives the name at an offset another name wherever it is used. */
    public Renamed renamed(int offset, String name) {
        return Renaming.of(writing, offset, name);
    }

    /** The table of contents. */
    public List<OutlineEntry> outline() {
        return new Outlining(writing).entries();
    }

    /** The parts that can be folded away. */
    public List<Span> foldings() {
        return new Outlining(writing).foldings();
    }

    /** What each word is, in the order of the text. */
    public List<Colour> colours() {
        return new Colouring(writing).all();
    }

    /** The canonical layout of the whole text. */
    public LaidOut laidOut() {
        return new LayingOut(writing).within(new Span(0, writing.text().length()));
    }

    /** The canonical layout of a stretch. */
    public LaidOut laidOut(Span stretch) {
        return new LayingOut(writing).within(stretch);
    }
}
