package io.smartblocks.portal.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** Says what it can do, keeps to the order of greeting and goodbye, and leaves the rest to {@link TextAnswers}. */
final class Server implements LanguageServer {

    private final TextAnswers texts;
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private volatile boolean shutDown;

    Server(ExecutorService answering, ExecutorService checking) {
        this.texts = new TextAnswers(new OpenTexts(), answering, checking);
    }

    void connect(LanguageClient client) {
        texts.connect(client);
    }

    /** Done when the editor has said goodbye. */
    CompletableFuture<Void> left() {
        return left;
    }

    boolean isShutDown() {
        return shutDown;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        texts.readsSnippets(Client.readsSnippets(params.getCapabilities()));
        ServerCapabilities can = new ServerCapabilities();
        can.setPositionEncoding(PositionEncodingKind.UTF16);
        can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        can.setCompletionProvider(new CompletionOptions(false, List.of(" ", "\"")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setDocumentHighlightProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setDocumentSymbolProvider(true);
        can.setFoldingRangeProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setDocumentRangeFormattingProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        can.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(Colours.LEGEND, true));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("smartblocks")));
    }

    @Override
    public CompletableFuture<@Nullable Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        left.complete(null);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return new NoWorkspace();
    }

    @Override
    public void setTrace(SetTraceParams params) {}
}
