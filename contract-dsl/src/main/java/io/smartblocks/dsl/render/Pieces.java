package io.smartblocks.dsl.render;

import io.smartblocks.dsl.wording.AgreementText;
import io.smartblocks.dsl.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Breaks a sentence where a reader wants it: cases and limits under one another, tables and bands in rows. */
final class Pieces {

    private static final Set<String> LIMITS = Set.of("at", "rounded", "rising", "starting");

    private final List<Phrase> words;
    private final List<Piece> pieces = new ArrayList<>();
    private int from;

    private Pieces(List<Phrase> words) {
        this.words = words;
    }

    static List<Piece> of(List<Phrase> sentence) {
        Pieces pieces = new Pieces(sentence);
        pieces.lay();
        return pieces.pieces;
    }

    private void lay() {
        if (is(0, "table")) {
            table();
        } else if (is(0, "when") && is(1, "readings")) {
            lines(find(0, ":") + 1);
        } else if (find(0, "otherwise") >= 0) {
            lines(firstCase());
        } else if (find(0, "bands") >= 0) {
            bands(find(0, "bands") + 2);
        }
        rest();
    }

    private void table() {
        int by = find(0, "by");
        int colon = find(0, ":");
        String name = text(1, by);
        running(colon + 1);
        rows(":", text(by + 1, colon), name);
    }

    private void bands(int start) {
        running(start);
        rows("at", "Band", "Rate");
    }

    /** Rows parted by semicolons up to a comma or the full stop, each cut at the last sign or word {@code cut}. */
    private void rows(String cut, String heading, String valueHeading) {
        List<Piece.Row> rows = new ArrayList<>();
        boolean more = true;
        while (more) {
            int end = from;
            while (!isSign(end, ";") && !isSign(end, ",") && !isSign(end, ".")) {
                end++;
            }
            int middle = lastBefore(end, cut);
            rows.add(new Piece.Row(slice(from, middle), slice(middle + 1, end)));
            more = isSign(end, ";");
            from = end + 1;
        }
        pieces.add(new Piece.Grid(heading, valueHeading, rows));
    }

    /** Running words up to {@code first}, then a line for each case or rule and for each limit behind them. */
    private void lines(int first) {
        running(first);
        for (int i = first; i < words.size(); i++) {
            if (isSign(i, ";") || isSign(i, ",") && LIMITS.contains(word(i + 1))) {
                line(i + 1);
            }
        }
        if (from > 0) {
            line(words.size());
        }
    }

    private void line(int end) {
        pieces.add(new Piece.Line(slice(from, end)));
        from = end;
    }

    /** Where the first case begins: after the {@code is} or {@code instead} that names what is defined. */
    private int firstCase() {
        int instead = find(0, "instead");
        return (instead >= 0 ? instead : find(0, "is")) + 1;
    }

    private void running(int end) {
        if (end > from) {
            pieces.add(new Piece.Running(slice(from, end)));
            from = end;
        }
    }

    private void rest() {
        running(words.size());
    }

    private List<Phrase> slice(int start, int end) {
        List<Phrase> slice = new ArrayList<>(words.subList(start, end));
        if (!slice.isEmpty()) {
            slice.set(0, slice.get(0).first());
        }
        return slice;
    }

    private String text(int start, int end) {
        return AgreementText.joined(slice(start, end));
    }

    private int lastBefore(int end, String text) {
        int at = end - 1;
        while (!is(at, text)) {
            at--;
        }
        return at;
    }

    private int find(int start, String text) {
        for (int i = start; i < words.size(); i++) {
            if (is(i, text)) {
                return i;
            }
        }
        return -1;
    }

    private boolean is(int index, String text) {
        return word(index).equals(text);
    }

    /** The word at a place; empty behind the last and for a text in quotes. */
    private String word(int index) {
        return index < words.size() && words.get(index).kind() != Phrase.Kind.QUOTED
                ? words.get(index).text()
                : "";
    }

    private boolean isSign(int index, String sign) {
        return is(index, sign) && words.get(index).kind() == Phrase.Kind.SIGN;
    }
}
