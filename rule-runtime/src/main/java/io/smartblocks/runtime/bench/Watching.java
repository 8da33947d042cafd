package io.smartblocks.runtime.bench;

import com.sun.management.OperatingSystemMXBean;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.SweepReport;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Watches a sweep from beside: when blocks came, when the read model saw them, heap, and CPU time by kind of thread. */
final class Watching {

    private static final long MEBIBYTE = 1L << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Ledger ledger;
    private final ReadModel model;
    private final List<SweepFigures> earlier;
    private final Map<Long, Long> cpuBefore = new HashMap<>();
    private final Map<Long, Long> latest = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Thread thread = new Thread(this::watch, "watching");
    private volatile boolean over;
    private long begun;
    private long processBefore;
    private long allocatedBefore;
    private long compiledBefore;
    private long collectedBefore;
    private long height;
    private long seen;
    private long committedAt;
    private long seenAt;
    private long peak;

    /** Watches the sweep after some that the process has done. */
    Watching(Ledger ledger, ReadModel model, List<SweepFigures> earlier) {
        this.ledger = ledger;
        this.model = model;
        this.earlier = earlier;
    }

    void begin() {
        height = ledger.height();
        seen = model.height();
        begun = System.nanoTime();
        processBefore = process();
        allocatedBefore = allocated();
        compiledBefore = compiled();
        collectedBefore = collected();
        cpuBefore.putAll(cpu());
        thread.setDaemon(true);
        thread.start();
    }

    SweepFigures end(int settlements, SweepReport report, Optional<SweepFigures.Apart> apart) {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long total = (process() - processBefore) / 1000 / settlements;
        Map<String, Long> micros = new TreeMap<>();
        latest.forEach((id, nanos) ->
                micros.merge(names.get(id), nanos - cpuBefore.getOrDefault(id, 0L), (one, other) -> one + other));
        micros.replaceAll((name, nanos) -> nanos / 1000 / settlements);
        micros.values().removeIf(each -> each == 0);
        long known = micros.values().stream().mapToLong(Long::longValue).sum();
        micros.put("of the virtual machine: compiler, collector", Math.max(0, total - known));
        micros.put("of all threads", total);
        Map<String, Long> stages = new LinkedHashMap<>();
        stages.put("gathering", each(report.processor().gathering(), settlements));
        stages.put("settling", each(report.processor().settling(), settlements));
        stages.put("stating, signing and submitting", each(report.processor().committing(), settlements));
        stages.put("noting what is next", each(report.processor().concluding(), settlements));
        long kibibytes = (allocated() - allocatedBefore) / 1024 / settlements;
        return new SweepFigures(
                earlier.size() + 1,
                earlier.stream().mapToInt(SweepFigures::settlements).sum(),
                settlements,
                millis(committedAt),
                millis(seenAt),
                apart,
                stages,
                micros,
                compiled() - compiledBefore,
                collected() - collectedBefore,
                kibibytes,
                peak / MEBIBYTE);
    }

    private static long each(Duration all, int settlements) {
        return all.toNanos() / 1000 / settlements;
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    private void watch() {
        boolean last = false;
        while (!last) {
            last = over;
            look();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        long now = System.nanoTime() - begun;
        if (ledger.height() > height) {
            height = ledger.height();
            committedAt = now;
        }
        if (model.height() > seen) {
            seen = model.height();
            seenAt = now;
        }
        peak = Math.max(
                peak, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        cpu().forEach((id, nanos) -> {
            latest.put(id, nanos);
            names.computeIfAbsent(id, Watching::kind);
        });
    }

    /** Threads of a pool differ by a number only. */
    private static String kind(long id) {
        ThreadInfo info = THREADS.getThreadInfo(id);
        return info == null
                ? "others"
                : info.getThreadName().replaceAll("[0-9]+", "").strip();
    }

    private static Map<Long, Long> cpu() {
        Map<Long, Long> cpu = new HashMap<>();
        for (long id : THREADS.getAllThreadIds()) {
            cpu.put(id, Math.max(0, THREADS.getThreadCpuTime(id)));
        }
        return cpu;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) THREADS).getTotalThreadAllocatedBytes();
    }

    private static long compiled() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    private static long collected() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    static long process() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
