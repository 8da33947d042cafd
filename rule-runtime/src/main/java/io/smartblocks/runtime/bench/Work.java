package io.smartblocks.runtime.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Shares tasks out among threads of its own, and takes their time. */
final class Work {

    private final int threads;

    Work(int threads) {
        this.threads = threads;
    }

    /** Time by the clock, of the processors for the threads, and for the whole process, which also compiles and collects. */
    record Took(long nanos, long cpuNanos, long processNanos) {}

    /** Does the tasks from zero up to a number; what one throws is thrown when all threads have ended. */
    Took over(int tasks, IntConsumer task) {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        AtomicInteger next = new AtomicInteger();
        AtomicLong cpu = new AtomicLong();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        List<Thread> running = new ArrayList<>();
        long before = process();
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                try {
                    for (int number = next.getAndIncrement(); number < tasks; number = next.getAndIncrement()) {
                        task.accept(number);
                    }
                } catch (RuntimeException e) {
                    failure.set(e);
                }
                cpu.addAndGet(times.getCurrentThreadCpuTime());
            });
            running.add(thread);
            thread.start();
        }
        for (Thread thread : running) {
            joined(thread);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return new Took(System.nanoTime() - start, cpu.get(), process() - before);
    }

    private static long process() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }
}
