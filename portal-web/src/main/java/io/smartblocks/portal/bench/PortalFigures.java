package io.smartblocks.portal.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How fast pages came.
 *
 * @param pages how many came in time
 * @param pagesPerSecond of all people together
 * @param processorMicros what the whole process took of the processors for each page: the portal, those who ask, compiler
 *     and collector
 * @param all of every page
 * @param routes by kind of page, the slowest first
 * @param refusals how often another status than 200 came, by status and kind of page
 */
public record PortalFigures(
        int pages,
        long pagesPerSecond,
        long processorMicros,
        Times all,
        List<Times> routes,
        Map<String, Long> refusals) {

    private static final int SHARES = 100;

    public PortalFigures {
        routes = List.copyOf(routes);
        refusals = Map.copyOf(refusals);
    }

    /**
     * Milliseconds until the last byte of a page had come.
     *
     * @param p50 half of the pages came as fast
     * @param p95 95 of a hundred did
     * @param p99 99 of a hundred did
     * @param processorMicros what the thread that answered took of a processor, on average of such requests
     * @param kilobytes of the largest page, in thousands of bytes as they came over the line
     */
    public record Times(
            String route, int pages, long p50, long p95, long p99, long longest, long processorMicros, long kilobytes) {

        static Times of(String route, List<Answer> answers, long processorNanos) {
            long[] nanos = answers.stream().mapToLong(Answer::nanos).sorted().toArray();
            int largest = answers.stream().mapToInt(Answer::bytes).max().orElse(0);
            return new Times(
                    route,
                    nanos.length,
                    share(nanos, 50),
                    share(nanos, 95),
                    share(nanos, 99),
                    share(nanos, SHARES),
                    processorNanos / 1000,
                    largest / 1000);
        }

        private static long share(long[] sorted, int share) {
            int rank = Math.max(1, (sorted.length * share + SHARES - 1) / SHARES);
            return sorted.length == 0 ? 0 : Duration.ofNanos(sorted[rank - 1]).toMillis();
        }
    }

    static PortalFigures of(List<Answer> answers, Duration took, ProcessorTimes processor) {
        List<Answer> pages = answers.stream().filter(Answer::isPage).toList();
        List<Times> routes = new ArrayList<>();
        pages.stream()
                .collect(Collectors.groupingBy(Answer::route))
                .forEach((route, each) -> routes.add(Times.of(route, each, processor.of(route))));
        routes.sort(Comparator.comparingLong(Times::p95).reversed().thenComparing(Times::route));
        Map<String, Long> refusals = answers.stream()
                .filter(Answer::isRefusal)
                .collect(Collectors.groupingBy(
                        answer -> answer.status() + " " + answer.route(), TreeMap::new, Collectors.counting()));
        return new PortalFigures(
                pages.size(),
                pages.size() * 1000L / Math.max(1, took.toMillis()),
                processor.ofProcess() / 1000 / Math.max(1, pages.size()),
                Times.of("all pages", pages, processor.ofAll()),
                routes,
                refusals);
    }
}
