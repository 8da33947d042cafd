package io.smartblocks.dsl.editor;

import java.util.List;

/** What a word of a text is: a heading, the words of the sentence behind it if there is one, and facts about it. */
public record Explained(Span at, String heading, String words, List<String> facts) {
    public Explained {
        facts = List.copyOf(facts);
    }

    /** The explanation in Markdown. */
    public String markdown() {
        StringBuilder out = new StringBuilder("**").append(heading).append("**");
        if (!words.isEmpty()) {
            out.append("\n\n```esco\n").append(words).append("\n```");
        }
        facts.forEach(fact -> out.append("\n\n").append(fact));
        return out.toString();
    }
}
