package io.smartblocks.ledger.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.outbox.StoppingDisk.MachineStopped;
import io.smartblocks.ledger.outbox.UnsteadyLedger.Line;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.MemoryLedger;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Batches of a few lanes on their way through an outbox, and what must hold of them however the machine behaves. */
final class Shipment {

    static final int LANES = 3;

    private final Path directory;
    private final MovableClock clock = new MovableClock(Campus.NOON);
    private final MemoryLedger ledger = new MemoryLedger(clock, Campus.REGISTRAR);
    private final UnsteadyLedger line;
    private final Map<TransactionId, Integer> laneOf = new LinkedHashMap<>();
    private final List<TransactionId> kept = new ArrayList<>();
    private final List<TransactionId> notKept = new ArrayList<>();
    private final List<TransactionId> notWanted = new ArrayList<>();
    private final Map<Receipt, TransactionId> receipts = new HashMap<>();
    private OutboxDisk disk = OutboxDisk.REAL;
    private Outbox outbox;

    Shipment(Path directory, Supplier<Line> line) {
        this.directory = directory;
        this.line = new UnsteadyLedger(ledger, batch -> line.get());
        Campus.found(ledger);
        for (int lane = 0; lane < LANES; lane++) {
            Campus.submit(ledger, Campus.meter("m" + lane));
        }
        open();
    }

    private void open() {
        outbox = Outbox.open(directory, clock, Outbox.USUAL_LIMIT, disk);
    }

    /** Goes on with the next disk; a machine that stops meanwhile is started again, with a disk that works. */
    void on(OutboxDisk next, Consumer<Shipment> work) {
        outbox.close();
        disk = next;
        try {
            open();
            work.accept(this);
        } catch (MachineStopped stopped) {
            restart();
        }
    }

    void restart() {
        outbox.close();
        disk = OutboxDisk.REAL;
        open();
    }

    /** Appends the lane's next step. */
    void append(int lane) {
        append(lane, "m" + lane);
    }

    /** Appends what the ledger will refuse. */
    void appendWrong(int lane) {
        append(lane, "nowhere");
    }

    private void append(int lane, String meter) {
        int number = laneOf.size();
        Transaction step =
                Campus.sign("step-" + number, new AssignMeter(new MeterId(meter), "site-" + number), Campus.OPERATOR);
        laneOf.put(step.id(), lane);
        try {
            receipts.put(outbox.append(new Lane("lane " + lane), Batch.of(step)), step.id());
            kept.add(step.id());
        } catch (UncheckedIOException failed) {
            notKept.add(step.id());
        }
    }

    void forward() {
        outbox.forward(line.ledger());
        clock.move(Duration.ofSeconds(1));
    }

    void retryAll() {
        outbox.putAside().forEach(aside -> ignoringFailures(() -> outbox.retry(aside.receipt())));
    }

    void discardAll() {
        outbox.putAside()
                .forEach(aside -> ignoringFailures(() -> {
                    notWanted.add(receipts.get(aside.receipt()));
                    outbox.discard(aside.receipt());
                }));
    }

    private static void ignoringFailures(Runnable change) {
        try {
            change.run();
        } catch (UncheckedIOException failed) {
            assertThat(failed).hasMessageContaining("the disk is full");
        }
    }

    /** With a machine that runs and a line that holds, everything arrives, once and in order. */
    void arrives() throws IOException {
        restart();
        for (int i = 0; i < 5 && outbox.status().waiting() > 0; i++) {
            clock.move(Duration.ofMinutes(2));
            outbox.forward(ledger);
        }
        List<TransactionId> onLedger = new ArrayList<>();
        for (long block = 1 + LANES; block < ledger.height(); block++) {
            ledger.block(block).orElseThrow().transactions().forEach(transaction -> onLedger.add(transaction.id()));
        }
        List<TransactionId> aside = outbox.putAside().stream()
                .map(refused -> receipts.get(refused.receipt()))
                .toList();
        assertThat(outbox.status().waiting()).isZero();
        assertThat(outbox.status().damaged()).isEmpty();
        assertThat(onLedger).doesNotHaveDuplicates().noneMatch(notKept::contains);
        assertThat(line.sentThoughThere()).isEmpty();
        assertThat(kept).allMatch(id -> onLedger.contains(id) ^ (aside.contains(id) || notWanted.contains(id)));
        inOrder(onLedger);
        assertThat(filesBesidesThoseOf(aside.size())).isEmpty();
        outbox.close();
    }

    private void inOrder(List<TransactionId> onLedger) {
        for (int lane = 0; lane < LANES; lane++) {
            int which = lane;
            List<TransactionId> expected = laneOf.keySet().stream()
                    .filter(id -> laneOf.get(id) == which && onLedger.contains(id))
                    .toList();
            assertThat(onLedger.stream().filter(id -> laneOf.get(id) == which)).containsExactlyElementsOf(expected);
        }
    }

    private List<String> filesBesidesThoseOf(int refused) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names.stream().filter(name -> name.endsWith(".refused"))).hasSize(refused);
            List<String> known = Arrays.asList("refused", "reason", "lock");
            return names.stream()
                    .filter(name -> !known.contains(name.substring(name.lastIndexOf('.') + 1)))
                    .toList();
        }
    }
}
