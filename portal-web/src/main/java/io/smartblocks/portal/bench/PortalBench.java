package io.smartblocks.portal.bench;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Lets people walk through a portal at once, each along the links of the pages that it gets, and times every page. */
public final class PortalBench {

    private final URI portal;
    private final Duration warmUp;
    private final Duration measured;
    private final Duration pause;
    private final ProcessorTimes processor;

    /**
     * A bench of the portal at an address.
     *
     * @param warmUp how long people walk before times count
     * @param measured how long times count
     * @param pause how long one looks at a page before asking for the next, on average
     * @param processor what takes the processors' time of the portal
     */
    public PortalBench(URI portal, Duration warmUp, Duration measured, Duration pause, ProcessorTimes processor) {
        this.processor = requireNonNull(processor, "processor");
        this.portal = requireNonNull(portal, "portal");
        this.warmUp = requireNonNull(warmUp, "warmUp");
        this.measured = requireNonNull(measured, "measured");
        this.pause = requireNonNull(pause, "pause");
    }

    /** Who signs in, and with which password. */
    public record Person(String login, String password) {}

    /**
     * Signs all in, then lets each ask for one page after another. Without a pause as many requests are under way as there
     * are people. Each chooses by a seed of its own: the same portal is walked in the same manner.
     *
     * @throws IllegalStateException if one cannot sign in, or the portal goes away
     */
    public PortalFigures walk(List<Person> people) {
        List<Walk> walks = IntStream.range(0, people.size())
                .mapToObj(seed -> Walk.signedIn(portal, people.get(seed), seed, pause))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        try {
            all(threads, walks, warmUp);
            processor.begin();
            long begun = System.nanoTime();
            List<Answer> answers = all(threads, walks, measured);
            processor.end();
            return PortalFigures.of(answers, Duration.ofNanos(System.nanoTime() - begun), processor);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Answer> all(ExecutorService threads, List<Walk> walks, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        List<Future<List<Answer>>> walking = walks.stream()
                .map(walk -> threads.submit(() -> walk.until(end)))
                .toList();
        List<Answer> answers = new ArrayList<>();
        for (Future<List<Answer>> each : walking) {
            answers.addAll(ended(each));
        }
        return answers;
    }

    private static List<Answer> ended(Future<List<Answer>> walking) {
        try {
            return walking.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a walk through the portal broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while people walked through the portal", e);
        }
    }
}
