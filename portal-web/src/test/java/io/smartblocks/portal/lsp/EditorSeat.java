package io.smartblocks.portal.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor that speaks to a language server and keeps what it is told. */
final class EditorSeat implements LanguageClient {

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final LanguageServer server;

    EditorSeat(InputStream fromServer, OutputStream toServer) {
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(this, fromServer, toServer);
        this.server = launcher.getRemoteProxy();
        launcher.startListening();
    }

    LanguageServer server() {
        return server;
    }

    InitializeResult greet() throws Exception {
        CompletionItemCapabilities items = new CompletionItemCapabilities(true);
        TextDocumentClientCapabilities texts = new TextDocumentClientCapabilities();
        texts.setCompletion(new CompletionCapabilities(items));
        InitializeParams params = new InitializeParams();
        params.setCapabilities(new ClientCapabilities(null, texts, null));
        InitializeResult can = server.initialize(params).get(30, TimeUnit.SECONDS);
        server.initialized(new InitializedParams());
        return can;
    }

    void open(String uri, String text) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "esco", 1, text)));
    }

    void type(String uri, int version, Range at, String words) {
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, version),
                        List.of(new TextDocumentContentChangeEvent(at, words))));
    }

    /** What was said of a version of a text. */
    PublishDiagnosticsParams said(String uri, int version) throws InterruptedException {
        while (true) {
            PublishDiagnosticsParams next = published.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was said of version " + version + " of " + uri);
            }
            if (next.getUri().equals(uri) && next.getVersion() != null && next.getVersion() == version) {
                return next;
            }
        }
    }

    static TextDocumentIdentifier text(String uri) {
        return new TextDocumentIdentifier(uri);
    }

    static Range range(int line, int from, int to) {
        return new Range(new Position(line, from), new Position(line, to));
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams said) {
        published.add(said);
    }

    @Override
    public void telemetryEvent(Object event) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(new MessageActionItem());
    }

    @Override
    public void logMessage(MessageParams message) {}

    void goodbye() throws Exception {
        server.shutdown().get(30, TimeUnit.SECONDS);
        server.exit();
    }

    /** Sends bytes that are no message of ours. */
    static void raw(OutputStream toServer, String content) throws IOException {
        byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        toServer.write(
                ("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        toServer.write(bytes);
        toServer.flush();
    }
}
