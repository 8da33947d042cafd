package io.smartblocks.dsl.diagnostic;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** A text and the name its reader knows it by, usually a file name. */
public record SourceText(String name, String text) {

    public SourceText {
        requireNonNull(name, "name");
        requireNonNull(text, "text");
    }

    /** The words of a range. */
    public String words(SourceRange range) {
        return text.substring(Math.min(range.start(), text.length()), Math.min(range.end(), text.length()));
    }

    /** The lines of the text without their ends; never empty. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lines.add(withoutReturn(text.substring(start, i)));
                start = i + 1;
            }
        }
        lines.add(withoutReturn(text.substring(start)));
        return lines;
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
