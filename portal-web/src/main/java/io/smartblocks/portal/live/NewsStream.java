package io.smartblocks.portal.live;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page that hears of new blocks; what is slow to take an event misses those between, never the newest. */
final class NewsStream {

    private static final String BLOCK = "block";
    private static final long RETRY_MILLIS = 3_000;

    private final String session;
    private final SseEmitter emitter;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long told;

    NewsStream(String session, long told, long longestMillis) {
        this.session = session;
        this.told = told;
        this.emitter = new SseEmitter(longestMillis);
    }

    SseEmitter emitter() {
        return emitter;
    }

    String session() {
        return session;
    }

    /** Tells of the newest block, unless the page has heard of it. */
    void tell(long newest, Executor senders) {
        if (newest > told) {
            send(senders, () -> {
                emitter.send(SseEmitter.event()
                        .id(Long.toString(newest))
                        .name(BLOCK)
                        .reconnectTime(RETRY_MILLIS)
                        .data(newest));
                told = newest;
            });
        }
    }

    /** Says nothing, so that both ends see that the line is there. */
    void beat(Executor senders) {
        send(senders, () -> emitter.send(SseEmitter.event().comment("")));
    }

    void close() {
        emitter.complete();
    }

    /** What is to be sent, which fails when the page has gone. */
    @FunctionalInterface
    private interface Sending {
        void run() throws IOException;
    }

    private void send(Executor senders, Sending sending) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            senders.execute(() -> run(sending));
        } catch (RejectedExecutionException full) {
            busy.set(false);
        }
    }

    private void run(Sending sending) {
        try {
            sending.run();
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        } finally {
            busy.set(false);
        }
    }
}
