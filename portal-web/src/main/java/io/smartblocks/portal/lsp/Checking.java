package io.smartblocks.portal.lsp;

import io.smartblocks.dsl.editor.OpenText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Tells the editor what is wrong with each newest text; a check that is out of date before it begins or ends says nothing. */
final class Checking {

    private final OpenTexts texts;
    private final ExecutorService executor;
    private final Map<String, Future<?>> waiting = new ConcurrentHashMap<>();

    Checking(OpenTexts texts, ExecutorService executor) {
        this.texts = texts;
        this.executor = executor;
    }

    void check(String uri, OpenText text, int version, LanguageClient client) {
        Future<?> check = executor.submit(() -> {
            if (texts.isNewest(uri, text)) {
                PublishDiagnosticsParams said =
                        new PublishDiagnosticsParams(uri, new Answers(uri, text).diagnostics(), version);
                if (texts.isNewest(uri, text)) {
                    client.publishDiagnostics(said);
                }
            }
        });
        Future<?> before = waiting.put(uri, check);
        if (before != null) {
            before.cancel(false);
        }
    }

    void forget(String uri, LanguageClient client) {
        Future<?> before = waiting.remove(uri);
        if (before != null) {
            before.cancel(false);
        }
        client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
    }
}
