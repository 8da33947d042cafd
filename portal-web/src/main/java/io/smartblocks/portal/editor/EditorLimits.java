package io.smartblocks.portal.editor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Keeps those who write from slowing down everybody else: texts of a bounded length, few of them read at a time. */
@Component
public class EditorLimits {

    /** More than twice an agreement of 5,000 sentences; whoever needs more writes in files. */
    static final int MOST_CHARACTERS = 600_000;

    private static final int AT_ONCE = 2;

    /** The page asks two at once; more than that are those of the page before. */
    private static final int AT_ONCE_EACH = 5;

    private static final long PATIENCE_SECONDS = 5;

    private final Semaphore working = new Semaphore(AT_ONCE, true);
    private final Map<String, Semaphore> people = new ConcurrentHashMap<>();

    /** The answer, once there is room to work it out; refused where the text is too long or too much is asked at once. */
    public <T> T answer(String login, String text, Supplier<T> question) {
        if (text.length() > MOST_CHARACTERS) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        Semaphore own = people.computeIfAbsent(login, any -> new Semaphore(AT_ONCE_EACH));
        if (!own.tryAcquire()) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        try {
            return inTurn(question);
        } finally {
            own.release();
        }
    }

    private <T> T inTurn(Supplier<T> question) {
        try {
            if (!working.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "interrupted while waiting", e);
        }
        try {
            return question.get();
        } finally {
            working.release();
        }
    }
}
