package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes to a ledger as eight members at once until it is killed, and tells on its output what was acknowledged. */
final class KilledWriter {

    static final int WRITERS = 8;
    static final String OPENED = "opened";
    static final Signer NODE = SeededSigner.of("node");

    // small files, so that a kill may fall where the next one is begun
    private static final long SEGMENT_SIZE = 100_000;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        EmbeddedLedger ledger = open(Path.of(arguments[0]));
        System.out.println(OPENED);
        for (int writer = 0; writer < WRITERS; writer++) {
            Signer signer = signer(writer);
            String name = arguments[1] + "-" + writer;
            boolean waits = writer % 2 == 0;
            new Thread(() -> write(ledger, name, signer, waits, System.out)).start();
        }
    }

    /** Begins it in a process of its own, whose meters bear the name. */
    static Process start(Path directory, String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        directory.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static EmbeddedLedger open(Path directory) {
        Clock clock = Clock.fixed(Campus.NOON, ZoneOffset.UTC);
        return EmbeddedLedger.open(directory, clock, NODE, SEGMENT_SIZE, Disk.REAL);
    }

    static void found(EmbeddedLedger ledger) {
        Transaction founding =
                sign(LedgerId.NONE, "found", new FoundLedger("Campus", NODE.member(), "Node", NODE.publicKey()), NODE);
        List<Transaction> all = new ArrayList<>(List.of(founding));
        for (int writer = 0; writer < WRITERS; writer++) {
            Signer signer = signer(writer);
            all.add(sign(
                    LedgerId.of(founding),
                    "join-" + writer,
                    new RegisterMember(
                            signer.member(),
                            "Operator " + writer,
                            signer.member(),
                            Set.of(Role.METER_OPERATOR),
                            signer.publicKey()),
                    NODE));
        }
        if (!(ledger.submit(new Batch(all)).join() instanceof Committed)) {
            throw new AssertionError("the ledger was not founded");
        }
    }

    private static Signer signer(int writer) {
        return SeededSigner.of("operator-" + writer);
    }

    private static Transaction sign(LedgerId ledger, String requestKey, Payload payload, Signer signer) {
        return Transaction.sign(ledger, payload, new RequestKey(requestKey), Campus.NOON, signer);
    }

    private static void write(
            EmbeddedLedger ledger, String name, Signer signer, boolean waits, PrintStream acknowledged) {
        LedgerId id = ledger.id();
        for (int i = 0; ; i++) {
            String meter = name + "-" + i;
            Transaction transaction = sign(
                    id,
                    meter,
                    new RegisterMeter(
                            new MeterId(meter),
                            signer.member(),
                            "Meter " + meter,
                            "Campus",
                            "electricity",
                            "kWh",
                            Interval.ofMinutes(15),
                            ZoneId.of("Europe/Dublin")),
                    signer);
            Batch batch = Batch.of(transaction);
            Submission outcome =
                    waits ? ledger.commit(batch) : ledger.submit(batch).join();
            if (outcome instanceof Committed committed) {
                acknowledged.println("ack " + committed.block() + " " + transaction.id());
                acknowledged.flush();
            } else {
                throw new AssertionError("a fresh meter was refused");
            }
        }
    }
}
