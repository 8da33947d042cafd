package io.smartblocks.portal.words;

import java.util.ArrayList;
import java.util.List;

/** Splits the text of an agreement into its sentences and comments. */
final class Sentences {

    /** A sentence without its full stop, or a comment without its sign; indented ones continue what stands before. */
    record Sentence(String words, boolean indented, boolean comment) {}

    private final String text;
    private final List<Sentence> found = new ArrayList<>();
    private int at;

    private Sentences(String text) {
        this.text = text;
    }

    static List<Sentence> of(String text) {
        return new Sentences(text).read();
    }

    private List<Sentence> read() {
        while (skipBlank()) {
            boolean indented = at > 0 && text.charAt(at - 1) != '\n';
            if (text.charAt(at) == '#') {
                int end = lineEnd(at);
                found.add(new Sentence(text.substring(at + 1, end).strip(), indented, true));
                at = end;
            } else {
                int end = sentenceEnd(at);
                found.add(new Sentence(joined(text.substring(at, end)), indented, false));
                at = Math.min(end + 1, text.length());
            }
        }
        return List.copyOf(found);
    }

    private boolean skipBlank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private int sentenceEnd(int from) {
        boolean quoted = false;
        boolean marked = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            marked = c != Marks.END && (marked || c >= Marks.ANSWER && c <= Marks.GAP);
            if (c == '.'
                    && !quoted
                    && !marked
                    && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)))) {
                return i;
            }
        }
        return text.length();
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static String joined(String words) {
        return words.lines()
                .map(line -> line.replaceFirst("(^|\\s)#[^\"]*$", "").strip())
                .filter(line -> !line.isEmpty())
                .reduce((a, b) -> a + ' ' + b)
                .orElse("");
    }
}
