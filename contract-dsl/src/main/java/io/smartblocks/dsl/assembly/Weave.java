package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A text made of stretches of a base and of stretches put in their place, and where each stretch came from. */
public final class Weave {

    private final SourceText base;
    private final List<Patch> patches = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private SourceText whole = new SourceText("", "");

    public Weave(SourceText base) {
        this.base = base;
    }

    /** What takes the place of a stretch of the base, and where it stands in the text it was taken from. */
    private record Patch(int start, int end, String text, Optional<Stretch> source) {}

    /** A stretch of another text. */
    public record Stretch(SourceText text, int start) {}

    private record Piece(int start, int end, Stretch source) {}

    /** Puts words that stand in no text in the place of a stretch of the base. */
    public void put(int start, int end, String words) {
        patches.add(new Patch(start, end, words, Optional.empty()));
    }

    /** Puts a stretch of another text in the place of a stretch of the base. */
    public void put(int start, int end, SourceText from, SourceRange range) {
        patches.add(new Patch(start, end, from.words(range), Optional.of(new Stretch(from, range.start()))));
    }

    /** The whole text; asked once, when all is put. */
    public SourceText text(String name) {
        patches.sort(Comparator.comparingInt(Patch::start).thenComparing(patch -> patch.end > patch.start));
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Patch patch : patches) {
            piece(out, base.text().substring(done, Math.max(done, patch.start)), new Stretch(base, done));
            if (patch.source.isPresent()) {
                piece(out, patch.text, patch.source.orElseThrow());
            } else {
                out.append(patch.text);
            }
            done = Math.max(done, patch.end);
        }
        piece(out, base.text().substring(done), new Stretch(base, done));
        whole = new SourceText(name, out.toString());
        return whole;
    }

    /** The text of which most stands. */
    SourceText base() {
        return base;
    }

    /** The text that was made. */
    SourceText whole() {
        return whole;
    }

    private void piece(StringBuilder out, String words, Stretch source) {
        pieces.add(new Piece(out.length(), out.length() + words.length(), source));
        out.append(words);
    }

    /** Where a stretch of the whole came from; nothing for words that stand in no text. */
    public Optional<Stretch> origin(SourceRange range) {
        return pieces.stream()
                .filter(piece -> piece.start <= range.start() && range.start() < Math.max(piece.end, piece.start + 1))
                .reduce((first, second) -> second)
                .map(piece -> new Stretch(piece.source.text, piece.source.start + range.start() - piece.start));
    }

    /** The range of a stretch with its line and column. */
    public static SourceRange range(SourceText text, int start, int end) {
        int from = Math.min(start, text.text().length());
        String before = text.text().substring(0, from);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new SourceRange(from, Math.min(end, text.text().length()), line, from - before.lastIndexOf('\n'));
    }
}
