package io.smartblocks.portal.live;

import io.smartblocks.ledger.readmodel.ReadModel;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells all open pages of new blocks; a page hears until its session ends. */
@Component
class News implements HttpSessionListener, SmartLifecycle {

    private static final int SENDERS = 4;
    private static final int BEATS_EVERY = 30;

    /** How long a session lasts at most; its streams end with it, so that none goes on without the check of a request. */
    private static final Duration LONGEST = Duration.ofHours(8);

    private final ReadModel read;
    private final int most;
    private final int mostOfSession;
    private final List<NewsStream> open = new ArrayList<>();
    private final long lookEvery;
    private int ticks;
    private volatile Optional<Workers> workers = Optional.empty();

    News(
            ReadModel read,
            @Value("${smartblocks.news.most}") int most,
            @Value("${smartblocks.news.most-of-session}") int mostOfSession,
            @Value("${smartblocks.news.look-every-ms}") long lookEvery) {
        this.read = read;
        this.most = most;
        this.mostOfSession = mostOfSession;
        this.lookEvery = lookEvery;
    }

    /** The threads from one start to the next stop. */
    private record Workers(ScheduledExecutorService ticker, ThreadPoolExecutor senders) {

        static Workers begin(int most) {
            ThreadPoolExecutor senders = new ThreadPoolExecutor(
                    SENDERS, SENDERS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(most), threads("news-sender"));
            senders.allowCoreThreadTimeOut(true);
            return new Workers(Executors.newSingleThreadScheduledExecutor(threads("news")), senders);
        }

        void end() {
            ticker.shutdownNow();
            senders.shutdownNow();
        }
    }

    private static ThreadFactory threads(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Opens a stream for a page that has heard of the block with the number; empty when there are too many. */
    Optional<SseEmitter> open(HttpSession session, Optional<Long> heardOf) {
        long newest = read.height() - 1;
        long left = LONGEST.toMillis() - (session.getLastAccessedTime() - session.getCreationTime());
        NewsStream stream = new NewsStream(session.getId(), heardOf.orElse(newest), Math.max(1, left));
        Optional<Workers> working = workers;
        synchronized (open) {
            if (working.isEmpty() || open.size() >= most) {
                return Optional.empty();
            }
            open.add(stream);
        }
        stopOldest(stream.session());
        stream.emitter().onCompletion(() -> forget(stream));
        stream.emitter().onTimeout(stream::close);
        stream.emitter().onError(gone -> forget(stream));
        stream.beat(working.get().senders());
        return Optional.of(stream.emitter());
    }

    /** Pages that were left are only known to be gone when something is sent to them; the newest ones are looked at. */
    private void stopOldest(String session) {
        List<NewsStream> own = streams().stream()
                .filter(stream -> stream.session().equals(session))
                .toList();
        own.stream().limit(Math.max(0, own.size() - mostOfSession)).forEach(old -> {
            forget(old);
            old.close();
        });
    }

    private void forget(NewsStream stream) {
        synchronized (open) {
            open.remove(stream);
        }
    }

    /** How many pages listen now. */
    int listening() {
        synchronized (open) {
            return open.size();
        }
    }

    private void look(ThreadPoolExecutor senders) {
        ticks = (ticks + 1) % BEATS_EVERY;
        long newest = read.height() - 1;
        for (NewsStream stream : streams()) {
            if (ticks == 0) {
                stream.beat(senders);
            } else {
                stream.tell(newest, senders);
            }
        }
    }

    private List<NewsStream> streams() {
        synchronized (open) {
            return List.copyOf(open);
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent ended) {
        String session = ended.getSession().getId();
        streams().stream().filter(stream -> stream.session().equals(session)).forEach(NewsStream::close);
    }

    @Override
    public void start() {
        Workers begun = Workers.begin(most);
        begun.ticker().scheduleWithFixedDelay(() -> look(begun.senders()), lookEvery, lookEvery, TimeUnit.MILLISECONDS);
        workers = Optional.of(begun);
    }

    /** Before the server waits for the requests that run: a stream would run on for hours. Browsers look for it elsewhere. */
    @Override
    public void stop() {
        Optional<Workers> ending = workers;
        workers = Optional.empty();
        ending.ifPresent(Workers::end);
        streams().forEach(NewsStream::close);
    }

    @Override
    public boolean isRunning() {
        return workers.isPresent();
    }
}
