package io.smartblocks.dsl.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the lines of a text begin. Lines and characters count from zero and characters are UTF-16 units, as editors count;
 * a line ends with a line feed, a carriage return, or both together.
 */
public final class Lines {

    private final String text;
    private final List<Integer> starts = new ArrayList<>();

    public Lines(String text) {
        this.text = text;
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            boolean returns = text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (text.charAt(i) == '\n' || returns) {
                starts.add(i + 1);
            }
        }
    }

    /** A place in lines and characters. */
    public record Place(int line, int character) {}

    /** How many lines there are; one at least. */
    public int count() {
        return starts.size();
    }

    /** The place of an offset, which is taken into the text if it lies outside. */
    public Place place(int offset) {
        int inside = Math.max(0, Math.min(offset, text.length()));
        int found = Collections.binarySearch(starts, inside);
        int line = found >= 0 ? found : -found - 2;
        return new Place(line, inside - starts.get(line));
    }

    /** The offset of a place; beyond the end of its line it is that end, beyond the last line the end of the text. */
    public int offset(int line, int character) {
        if (line < 0) {
            return 0;
        }
        if (line >= starts.size()) {
            return text.length();
        }
        int start = starts.get(line);
        return start + Math.max(0, Math.min(character, end(line) - start));
    }

    /** The offset behind the last character of a line. */
    public int end(int line) {
        int end = line + 1 < starts.size() ? starts.get(line + 1) : text.length();
        int start = starts.get(line);
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }
}
