package io.smartblocks.portal.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves one editor until it says goodbye or hangs up. */
public final class AgreementLanguageServer {

    private AgreementLanguageServer() {}

    /** Answers messages from {@code in} on {@code out}; returns 0 after an orderly goodbye and 1 after any other end. */
    public static int serve(InputStream in, OutputStream out) {
        ExecutorService reading = Executors.newSingleThreadExecutor(task -> daemon(task, "messages"));
        ExecutorService answering = Executors.newSingleThreadExecutor(task -> daemon(task, "answers"));
        ExecutorService checking = Executors.newSingleThreadExecutor(task -> daemon(task, "checks"));
        try {
            Server server = new Server(answering, checking);
            Launcher<LanguageClient> launcher =
                    LSPLauncher.createServerLauncher(server, in, out, reading, consumer -> consumer);
            server.connect(launcher.getRemoteProxy());
            CompletableFuture<Void> hungUp = ended(launcher.startListening());
            CompletableFuture.anyOf(server.left(), hungUp).join();
            return server.isShutDown() ? 0 : 1;
        } finally {
            reading.shutdownNow();
            answering.shutdownNow();
            checking.shutdownNow();
        }
    }

    private static CompletableFuture<Void> ended(Future<Void> listening) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        daemon(
                        () -> {
                            try {
                                listening.get();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } catch (ExecutionException e) {
                                end.completeExceptionally(e.getCause());
                            }
                            end.complete(null);
                        },
                        "end")
                .start();
        return end;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, "smartblocks-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
