package io.smartblocks.portal.lsp;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.editor.Lines;
import io.smartblocks.dsl.editor.OpenText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** The texts that are open in the editor, each in its newest state. */
final class OpenTexts {

    private final Map<String, OpenText> open = new ConcurrentHashMap<>();

    OpenText put(String uri, String text) {
        OpenText fresh = OpenText.of(new SourceText(name(uri), text));
        open.put(uri, fresh);
        return fresh;
    }

    /** The text after changes, each of which speaks of the text after the one before. */
    Optional<OpenText> change(String uri, List<TextDocumentContentChangeEvent> changes) {
        return find(uri).map(old -> {
            String text = old.text();
            for (TextDocumentContentChangeEvent change : changes) {
                text = changed(text, change);
            }
            return put(uri, text);
        });
    }

    void close(String uri) {
        open.remove(uri);
    }

    Optional<OpenText> find(String uri) {
        return Optional.ofNullable(open.get(uri));
    }

    boolean isNewest(String uri, OpenText text) {
        return open.get(uri) == text;
    }

    private static String changed(String text, TextDocumentContentChangeEvent change) {
        Range range = change.getRange();
        if (range == null) {
            return change.getText();
        }
        Lines lines = new Lines(text);
        int start = lines.offset(range.getStart().getLine(), range.getStart().getCharacter());
        int end = lines.offset(range.getEnd().getLine(), range.getEnd().getCharacter());
        return text.substring(0, start) + change.getText() + text.substring(Math.max(start, end));
    }

    private static String name(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
