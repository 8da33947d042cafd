package io.smartblocks.dsl.render;

import io.smartblocks.dsl.wording.Phrase;
import java.util.List;

/** Writes words in HTML, each Term leading to its definition. */
record HtmlText(Anchors anchors) {

    String words(List<Phrase> phrases) {
        StringBuilder out = new StringBuilder();
        for (Phrase phrase : phrases) {
            out.append(phrase.apart() ? " " : "").append(phrase(phrase));
        }
        return out.toString();
    }

    private String phrase(Phrase phrase) {
        String words = escaped(phrase.text());
        return phrase.kind() == Phrase.Kind.TERM
                ? anchors.term(phrase.text())
                        .map(anchor -> "<a href=\"#%s\">%s</a>".formatted(escaped(anchor), words))
                        .orElse(words)
                : words;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
