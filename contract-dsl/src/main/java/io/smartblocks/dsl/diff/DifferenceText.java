package io.smartblocks.dsl.diff;

import java.util.Locale;
import java.util.Optional;

/** Prints a difference: by kind of part, words that went marked {@code -} and words that came {@code +}. */
public final class DifferenceText {

    private DifferenceText() {}

    /** The text; one line that says so when there is no difference. */
    public static String print(Difference difference) {
        if (difference.changes().isEmpty()) {
            return "Both versions say the same.\n";
        }
        StringBuilder out = new StringBuilder();
        Optional<Change.Group> last = Optional.empty();
        for (Change change : difference.changes()) {
            if (!last.equals(Optional.of(change.group()))) {
                out.append(out.isEmpty() ? "" : "\n")
                        .append(change.group().title())
                        .append('\n');
                last = Optional.of(change.group());
            }
            out.append("  %s %s\n".formatted(change.name(), word(change.kind())));
            change.before().forEach(words -> out.append("    - ").append(words).append('\n'));
            change.after().forEach(words -> out.append("    + ").append(words).append('\n'));
        }
        return out.toString();
    }

    private static String word(Change.Kind kind) {
        return kind == Change.Kind.REWORDED
                ? "says the same in other words"
                : kind.name().toLowerCase(Locale.ROOT);
    }
}
