package io.smartblocks.runtime.rules;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does tasks that do not depend on each other, on all cores where they are worth it; each writes to a place of its own, so their order is nobody's. */
final class Spread {

    private Spread() {}

    /** Does the tasks from zero up to a number; they find classes as the caller does. */
    static void over(int tasks, boolean onAllCores, IntConsumer task) {
        if (!onAllCores) {
            IntStream.range(0, tasks).forEach(task);
            return;
        }
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        IntStream.range(0, tasks).parallel().forEach(number -> {
            Thread worker = Thread.currentThread();
            ClassLoader before = worker.getContextClassLoader();
            worker.setContextClassLoader(classes);
            try {
                task.accept(number);
            } finally {
                worker.setContextClassLoader(before);
            }
        });
    }
}
