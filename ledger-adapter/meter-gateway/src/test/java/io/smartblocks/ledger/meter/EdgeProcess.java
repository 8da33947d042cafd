package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** An edge gateway and its ledger in a process of their own, which tells what it has stored until it is killed. */
final class EdgeProcess {

    static final LocalDate FIRST = LocalDate.parse("2000-01-01");

    private static final KeyPassword PASSWORD = KeyPassword.random("of this test");

    private EdgeProcess() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        try (Ledger ledger = EmbeddedLedger.open(
                        directory.resolve("ledger"), GatewayFixture.CLOCK, signer(directory, "registrar"));
                Outbox outbox = Outbox.open(directory.resolve("outbox"), GatewayFixture.CLOCK)) {
            EdgeGateway gateway =
                    new EdgeGateway(ledger.id(), signer(directory, "operator"), GatewayFixture.CLOCK, outbox);
            for (int day = Integer.parseInt(arguments[1]); ; day++) {
                gateway.store(List.of(page(day)));
                System.out.println("stored " + day + ".");
                if (day % 3 == 0) {
                    gateway.forward(ledger);
                }
            }
        }
    }

    static KeyStoreFile keys(Path directory, String member) {
        return new KeyStoreFile(directory.resolve(member + ".p12"));
    }

    static Signer signer(Path directory, String member) {
        return keys(directory, member).open(PASSWORD).signer();
    }

    static KeyPassword password() {
        return PASSWORD;
    }

    static ReadingsPage page(int day) {
        Long[] hours = new Long[24];
        Arrays.setAll(hours, hour -> 100L + hour + day);
        return ReadingsPage.of(
                GatewayFixture.METER,
                FIRST.plusDays(day),
                ZoneOffset.UTC,
                new Interval("PT1H"),
                "kWh",
                1,
                Arrays.asList(hours));
    }
}
