package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.List;

/** An open text with the caret where {@code |} stands in it. */
record Caret(OpenText text, int offset) {

    static Caret in(String marked) {
        int offset = marked.indexOf('|');
        return new Caret(OpenText.of(new SourceText("t.esco", marked.replace("|", ""))), offset);
    }

    /** The caret at the first place where words stand in a text. */
    static Caret at(String text, String words) {
        return new Caret(OpenText.of(new SourceText("t.esco", text)), text.indexOf(words));
    }

    List<String> labels() {
        return text.suggestions(offset).stream().map(Suggestion::label).toList();
    }

    String words(Span span) {
        return text.text().substring(span.start(), span.end());
    }
}
