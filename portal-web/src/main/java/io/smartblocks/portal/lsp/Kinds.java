package io.smartblocks.portal.lsp;

import io.smartblocks.dsl.editor.OutlineEntry;
import io.smartblocks.dsl.editor.Suggestion;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.SymbolKind;

/** The signs that editors have for kinds of things, made for programs and borrowed here. */
final class Kinds {

    private Kinds() {}

    static CompletionItemKind of(Suggestion.Kind kind) {
        return switch (kind) {
            case SENTENCE -> CompletionItemKind.Snippet;
            case WORDING -> CompletionItemKind.Keyword;
            case NAME, NEW_NAME -> CompletionItemKind.Variable;
            case CLAUSE -> CompletionItemKind.Reference;
            case UNIT -> CompletionItemKind.Unit;
            case DAY, QUOTED -> CompletionItemKind.Value;
        };
    }

    static SymbolKind of(OutlineEntry.Kind kind) {
        return switch (kind) {
            case HEAD -> SymbolKind.File;
            case THING -> SymbolKind.Object;
            case TERM -> SymbolKind.Variable;
            case CLAUSE -> SymbolKind.Method;
            case SENTENCE -> SymbolKind.Field;
            case SCENARIO -> SymbolKind.Event;
        };
    }
}
