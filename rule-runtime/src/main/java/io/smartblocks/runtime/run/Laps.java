package io.smartblocks.runtime.run;

import io.smartblocks.runtime.run.SweepReport.Took;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Takes the time of the steps of one round on one thread, by the clock and of the processor. */
final class Laps {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What a round does. */
    enum Step {
        GATHERING,
        SETTLING,
        COMMITTING,
        CONCLUDING
    }

    private final Map<Step, Long> clock = new EnumMap<>(Step.class);
    private final Map<Step, Long> processor = new EnumMap<>(Step.class);
    private long clockAt = System.nanoTime();
    private long processorAt = onProcessor();

    /** What was done since the last step ended belongs to this one. */
    void end(Step step) {
        long now = System.nanoTime();
        long worked = onProcessor();
        clock.merge(step, now - clockAt, Long::sum);
        processor.merge(step, worked - processorAt, Long::sum);
        clockAt = now;
        processorAt = worked;
    }

    Took byClock() {
        return took(clock);
    }

    Took ofProcessor() {
        return took(processor);
    }

    private static Took took(Map<Step, Long> nanos) {
        return new Took(
                Duration.ofNanos(nanos.getOrDefault(Step.GATHERING, 0L)),
                Duration.ofNanos(nanos.getOrDefault(Step.SETTLING, 0L)),
                Duration.ofNanos(nanos.getOrDefault(Step.COMMITTING, 0L)),
                Duration.ofNanos(nanos.getOrDefault(Step.CONCLUDING, 0L)));
    }

    private static long onProcessor() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
    }
}
