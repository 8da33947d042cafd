package io.smartblocks.ledger.port;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that are kept, as many as there is work at once; when the system gives no further one, the work waits for one
 * that is always there, so nothing is ever dropped. Not the common pool: with two processors that begins a new thread
 * for each task.
 */
final class OtherThreads implements Executor {

    private final Executor many;
    private final ThreadPoolExecutor one;

    /** With what makes the threads; the first is made at once. */
    OtherThreads(ThreadFactory threads) {
        one = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        one.prestartCoreThread();
        many = Executors.newCachedThreadPool(threads);
    }

    @Override
    public void execute(Runnable work) {
        try {
            many.execute(work);
        } catch (OutOfMemoryError noFurtherThread) {
            one.execute(work);
        }
    }
}
