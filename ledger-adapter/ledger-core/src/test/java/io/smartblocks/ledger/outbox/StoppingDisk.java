package io.smartblocks.ledger.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** A disk on a machine that stops, or that fails once, at a chosen step. */
final class StoppingDisk implements OutboxDisk {

    /** What happens at the chosen step. */
    enum Way {
        STOPS_BEFORE,
        STOPS_AFTER,
        STOPS_IN_THE_MIDDLE,
        LOSES_POWER,
        FAILS_ONCE
    }

    /** The machine has stopped; nothing that runs on it goes on. */
    static final class MachineStopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final int chosen;
    private final Way way;
    private final Deque<Step> unsynced = new ArrayDeque<>();
    private int steps;
    private boolean stopped;

    private interface Step {
        void happen() throws IOException;
    }

    StoppingDisk(int chosen, Way way) {
        this.chosen = chosen;
        this.way = way;
    }

    /** Whether the chosen step was reached. */
    boolean reached() {
        return steps >= chosen;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        byte[] half = Arrays.copyOf(content, content.length / 2);
        step(() -> Files.write(file, content), () -> Files.write(file, half));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step(
                () -> {
                    OutboxDisk.super.rename(from, to);
                    unsynced.push(() -> Files.move(to, from));
                },
                () -> {});
    }

    @Override
    public void delete(Path file) throws IOException {
        step(
                () -> {
                    if (Files.exists(file)) {
                        byte[] content = Files.readAllBytes(file);
                        OutboxDisk.super.delete(file);
                        unsynced.push(() -> Files.write(file, content));
                    }
                },
                () -> {});
    }

    @Override
    public void sync(Path directory) throws IOException {
        step(unsynced::clear, () -> {});
    }

    private void step(Step whole, Step half) throws IOException {
        if (stopped) {
            throw new MachineStopped();
        }
        if (++steps != chosen) {
            whole.happen();
            return;
        }
        if (way == Way.FAILS_ONCE) {
            half.happen();
            throw new IOException("the disk is full");
        }
        stopped = true;
        if (way == Way.STOPS_AFTER) {
            whole.happen();
        } else if (way != Way.STOPS_BEFORE) {
            half.happen();
        }
        while (way == Way.LOSES_POWER && !unsynced.isEmpty()) {
            unsynced.pop().happen();
        }
        throw new MachineStopped();
    }
}
