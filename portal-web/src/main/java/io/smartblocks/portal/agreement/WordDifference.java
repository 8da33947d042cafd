package io.smartblocks.portal.agreement;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** The words that went from a sentence and those that came, in the order in which one reads them. */
public final class WordDifference {

    /** What became of neighbouring words. */
    public enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    /** Neighbouring words with one fate. */
    public record Run(Fate fate, String words) {}

    private final List<String> before;
    private final List<String> after;
    private final List<Run> runs = new ArrayList<>();

    private WordDifference(String before, String after) {
        this.before = words(before);
        this.after = words(after);
    }

    /** The runs of one text that became another; either may be empty. */
    static List<Run> of(String before, String after) {
        return new WordDifference(before, after).runs();
    }

    private List<Run> runs() {
        int kept = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            add(Fate.KEPT, before.subList(kept, delta.getSource().getPosition()));
            add(Fate.REMOVED, delta.getSource().getLines());
            add(Fate.ADDED, delta.getTarget().getLines());
            kept = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(Fate.KEPT, before.subList(kept, before.size()));
        return List.copyOf(runs);
    }

    private void add(Fate fate, List<String> words) {
        if (!words.isEmpty()) {
            runs.add(new Run(fate, String.join(" ", words)));
        }
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
