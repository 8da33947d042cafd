package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

/** Writes to a ledger from several threads until it is killed, and tells on its output what was acknowledged. */
final class KilledWriter {

    static final KeyPassword PASSWORD = KeyPassword.random("of this test");

    private static final int THREADS = 4;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        String round = arguments[1];
        Signer registrar = signer(directory, "registrar");
        Signer operator = signer(directory, "operator");
        Clock clock = Clock.fixed(Campus.NOON, ZoneOffset.UTC);
        EmbeddedLedger ledger = EmbeddedLedger.open(directory.resolve("ledger"), clock, registrar);
        for (int thread = 0; thread < THREADS; thread++) {
            String name = round + "-" + thread;
            new Thread(() -> write(ledger, name, operator, System.out)).start();
        }
    }

    static Signer signer(Path directory, String member) {
        return keys(directory, member).open(PASSWORD).signer();
    }

    static KeyStoreFile keys(Path directory, String member) {
        return new KeyStoreFile(directory.resolve(member + ".p12"));
    }

    private static void write(EmbeddedLedger ledger, String name, Signer operator, PrintStream acknowledged) {
        for (int i = 0; ; i++) {
            String id = name + "-" + i;
            Transaction meter =
                    Transaction.sign(ledger.id(), Campus.meterPayload(id), new RequestKey(id), Campus.NOON, operator);
            if (ledger.submit(Batch.of(meter)).join() instanceof Committed committed) {
                acknowledged.println("ack " + committed.block() + " " + meter.id());
                acknowledged.flush();
            } else {
                throw new AssertionError("a fresh meter was refused");
            }
        }
    }
}
