package io.smartblocks.dsl.editor;

import java.util.Comparator;
import java.util.List;

/** What to put in the place of a stretch of a text. */
public record Change(Span at, String replacement) {

    /** A text after changes that do not overlap. */
    public static String applied(String text, List<Change> changes) {
        StringBuilder changed = new StringBuilder(text);
        changes.stream()
                .sorted(Comparator.comparing((Change change) -> change.at().start())
                        .reversed())
                .forEach(change ->
                        changed.replace(change.at().start(), change.at().end(), change.replacement()));
        return changed.toString();
    }
}
