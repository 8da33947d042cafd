package io.smartblocks.ledger.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever waits for a batch is told its outcome, whatever else goes wrong. */
class UnderwayTests {

    @Test
    void a_handler_of_faults_that_is_faulty_itself_keeps_nobody_waiting() throws Exception {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            throw new IllegalStateException("the handler fails too");
        });
        try {
            Underway underway = Underway.toBeTold(stage -> {
                throw new IllegalStateException("a listener fails at " + stage);
            });
            underway.reached(Stage.PROPOSED);
            Submission.Committed committed = new Submission.Committed(1, List.of());
            underway.ended(committed);

            assertThat(underway.outcome().get(10, TimeUnit.SECONDS)).isEqualTo(committed);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void all_are_told_though_the_system_gives_only_one_thread() throws Exception {
        AtomicInteger given = new AtomicInteger();
        OtherThreads threads = new OtherThreads(work -> {
            if (given.getAndIncrement() > 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        CountDownLatch told = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            threads.execute(told::countDown);
        }

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
