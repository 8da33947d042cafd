package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission.Committed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionException;

/** Fills a small file system with a ledger, makes room again, goes on without reopening, and tells how that went. */
final class FullDisk {

    private static final int BALLAST = 1 << 20;

    private FullDisk() {}

    public static void main(String[] arguments) throws IOException {
        Path disk = Path.of(arguments[0]);
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[BALLAST]);
        Path directory = disk.resolve("ledger");
        Clock clock = Clock.fixed(Campus.NOON, ZoneOffset.UTC);
        int written;
        try (EmbeddedLedger ledger = EmbeddedLedger.open(directory, clock, Campus.REGISTRAR)) {
            Campus.found(ledger);
            written = writeUntilFull(ledger);
            for (int i = 0; i < 20; i++) {
                refused(ledger, "late" + i);
            }
            expect(ledger.states("meter/").size() == written, "every acknowledged meter is read on the full disk");
            expect(ledger.block(written / 2).isPresent(), "blocks are read on the full disk");
            Files.delete(ballast);
            for (int i = 0; i < 50; i++) {
                expect(Campus.submit(ledger, Campus.meter("late" + i)) instanceof Committed, "it goes on");
            }
            expect(ledger.states("meter/").size() == written + 50, "what came later stands too");
        }
        expect(LedgerVerification.verify(directory).sound(), "the ledger is sound");
        System.out.println("full after " + written + " blocks, went on for 50");
    }

    private static int writeUntilFull(EmbeddedLedger ledger) {
        for (int i = 0; ; i++) {
            try {
                Campus.submit(ledger, Campus.meter("m" + i));
            } catch (CompletionException full) {
                clear(full);
                return i;
            }
        }
    }

    private static void refused(EmbeddedLedger ledger, String meter) {
        try {
            Campus.submit(ledger, Campus.meter(meter));
        } catch (CompletionException full) {
            clear(full);
            return;
        }
        throw new AssertionError("the disk is full, but meter " + meter + " was taken");
    }

    private static void clear(CompletionException full) {
        String message = String.valueOf(full.getCause().getMessage());
        expect(full.getCause() instanceof LedgerUnavailable, "the refusal is one that callers know");
        expect(message.contains("No space left on device"), "the message names the cause: " + message);
        expect(message.contains("nothing of it was taken"), "the message says what became of it: " + message);
    }

    private static void expect(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("expected: " + what);
        }
    }
}
