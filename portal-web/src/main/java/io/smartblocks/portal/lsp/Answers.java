package io.smartblocks.portal.lsp;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.editor.Change;
import io.smartblocks.dsl.editor.LaidOut;
import io.smartblocks.dsl.editor.OpenText;
import io.smartblocks.dsl.editor.OutlineEntry;
import io.smartblocks.dsl.editor.Renamed;
import io.smartblocks.dsl.editor.Span;
import io.smartblocks.dsl.editor.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** Answers about one state of a text, in the words of the protocol. */
final class Answers {

    private final String uri;
    private final OpenText text;
    private final Places places;

    Answers(String uri, OpenText text) {
        this.uri = uri;
        this.text = text;
        this.places = new Places(text.lines());
    }

    List<Diagnostic> diagnostics() {
        return text.diagnostics().stream()
                .map(diagnostic -> Faults.of(diagnostic, uri, places))
                .toList();
    }

    CompletionList completion(Position position, boolean snippets) {
        List<Suggestion> suggestions = text.suggestions(places.offset(position));
        List<CompletionItem> items = IntStream.range(0, suggestions.size())
                .mapToObj(i -> item(suggestions.get(i), i, snippets))
                .toList();
        return new CompletionList(false, items);
    }

    private CompletionItem item(Suggestion suggestion, int order, boolean snippets) {
        CompletionItem item = new CompletionItem(suggestion.label());
        item.setKind(Kinds.of(suggestion.kind()));
        item.setDetail(suggestion.detail());
        item.setSortText("%05d".formatted(order));
        item.setFilterText(suggestion.plain());
        item.setInsertTextFormat(snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
        String words = snippets ? suggestion.snippet() : suggestion.plain();
        item.setTextEdit(Either.forLeft(new TextEdit(places.range(suggestion.at()), words)));
        return item;
    }

    @Nullable
    Hover hover(Position position) {
        return text.explained(places.offset(position))
                .map(it -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, it.markdown()), places.range(it.at())))
                .orElse(null);
    }

    List<Location> definition(Position position) {
        return text.definition(places.offset(position)).stream()
                .map(this::location)
                .toList();
    }

    List<Location> references(Position position, boolean definition) {
        return text.references(places.offset(position), definition).stream()
                .map(this::location)
                .toList();
    }

    List<DocumentHighlight> highlights(Position position) {
        return text.references(places.offset(position), true).stream()
                .map(at -> new DocumentHighlight(places.range(at)))
                .toList();
    }

    @Nullable
    Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> renamable(Position position) {
        return text.name(places.offset(position))
                .map(at -> Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forFirst(places.range(at)))
                .orElse(null);
    }

    WorkspaceEdit rename(Position position, String name) {
        Renamed renamed = text.renamed(places.offset(position), name);
        if (renamed instanceof Renamed.Refused refused) {
            throw refusal(refused.message());
        }
        return edit(((Renamed.Changes) renamed).changes());
    }

    List<Either<SymbolInformation, DocumentSymbol>> symbols() {
        return text.outline().stream()
                .map(this::symbol)
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList();
    }

    private DocumentSymbol symbol(OutlineEntry entry) {
        return new DocumentSymbol(
                entry.name(),
                Kinds.of(entry.kind()),
                places.range(entry.whole()),
                places.range(entry.title()),
                entry.detail(),
                entry.parts().stream().map(this::symbol).toList());
    }

    List<FoldingRange> foldings() {
        return text.foldings().stream()
                .map(places::range)
                .map(range -> new FoldingRange(
                        range.getStart().getLine(), range.getEnd().getLine()))
                .toList();
    }

    List<TextEdit> formatting() {
        return edits(text.laidOut());
    }

    List<TextEdit> formatting(Range range) {
        return edits(text.laidOut(places.span(range)));
    }

    /** A text that cannot be read keeps its layout, and the editor says why. */
    private List<TextEdit> edits(LaidOut laidOut) {
        if (!laidOut.errors().isEmpty()) {
            SourceRange first = laidOut.errors().get(0).range();
            throw refusal("The text keeps its layout until line %d can be read: %s."
                    .formatted(
                            places.position(first.start()).getLine() + 1,
                            laidOut.errors().get(0).message()));
        }
        return laidOut.changes().stream().map(this::edit).toList();
    }

    List<Either<Command, CodeAction>> actions(Range range) {
        return text.mendings(places.span(range)).stream()
                .map(mending -> {
                    CodeAction action = new CodeAction(mending.title());
                    action.setKind(CodeActionKind.QuickFix);
                    action.setDiagnostics(List.of(Faults.of(mending.diagnostic(), uri, places)));
                    action.setEdit(edit(List.of(mending.change())));
                    return Either.<Command, CodeAction>forRight(action);
                })
                .toList();
    }

    SemanticTokens colours() {
        return new SemanticTokens(Colours.encoded(text.colours(), places));
    }

    private WorkspaceEdit edit(List<Change> changes) {
        return new WorkspaceEdit(Map.of(uri, changes.stream().map(this::edit).toList()));
    }

    private TextEdit edit(Change change) {
        return new TextEdit(places.range(change.at()), change.replacement());
    }

    private Location location(Span at) {
        return new Location(uri, places.range(at));
    }

    private static ResponseErrorException refusal(String message) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, message, null));
    }
}
