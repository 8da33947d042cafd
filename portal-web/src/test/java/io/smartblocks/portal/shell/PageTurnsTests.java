package io.smartblocks.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageTurnsTests {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        people.shutdownNow();
    }

    @Test
    void pages_are_made_in_the_order_in_which_they_were_asked_for() throws Exception {
        PageTurns turns = new PageTurns(1, LONG);
        List<String> made = new CopyOnWriteArrayList<>();
        Future<?> first = held(turns, made);
        Future<?> second = waiting(turns, () -> made.add("second"));
        Future<?> third = waiting(turns, () -> made.add("third"));
        assertThat(made).containsExactly("first");

        end.countDown();
        for (Future<?> page : List.of(first, second, third)) {
            page.get(1, TimeUnit.MINUTES);
        }
        assertThat(made).containsExactly("first", "second", "third");
    }

    @Test
    void a_page_that_takes_too_long_keeps_nobody_from_the_others() throws Exception {
        PageTurns turns = new PageTurns(1, Duration.ofMillis(20));
        List<String> made = new CopyOnWriteArrayList<>();
        held(turns, made);

        ask(turns, "GET", PAGE, (request, response) -> made.add("second"));

        assertThat(made).containsExactly("first", "second");
    }

    @Test
    void a_page_that_fails_gives_its_turn_back() throws Exception {
        PageTurns turns = new PageTurns(1, LONG);
        assertThatThrownBy(() -> ask(turns, "GET", PAGE, (request, response) -> {
                    throw new ServletException("broken");
                }))
                .hasMessage("broken");
        CompletableFuture<Boolean> made = new CompletableFuture<>();

        people.submit(() -> {
            ask(turns, "GET", PAGE, (request, response) -> made.complete(true));
            return null;
        });

        assertThat(made.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET,text/event-stream", "GET,application/json", "GET,", "POST,'text/html,*/*'"})
    void what_is_no_page_waits_for_none(String method, String accept) throws Exception {
        PageTurns turns = new PageTurns(1, LONG);
        List<String> made = new CopyOnWriteArrayList<>();
        held(turns, made);

        ask(turns, method, accept, (request, response) -> made.add("other"));

        assertThat(made).containsExactly("first", "other");
    }

    /** A page that is being made until the end. */
    private Future<?> held(PageTurns turns, List<String> made) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> page = people.submit(() -> {
            ask(turns, "GET", PAGE, (request, response) -> {
                made.add("first");
                begun.countDown();
                awaitEnd();
            });
            return null;
        });
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        return page;
    }

    /** A page whose asker waits already. */
    private Future<?> waiting(PageTurns turns, Runnable making) {
        AtomicReference<Thread> asker = new AtomicReference<>();
        Future<?> page = people.submit(() -> {
            asker.set(Thread.currentThread());
            ask(turns, "GET", PAGE, (request, response) -> making.run());
            return null;
        });
        while (asker.get() == null || asker.get().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return page;
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ask(PageTurns turns, String method, String accept, FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/agreements");
        if (accept != null) {
            request.addHeader("Accept", accept);
        }
        turns.doFilter(request, new MockHttpServletResponse(), chain);
    }
}
