package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Campus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

/** Another process that tries to open a ledger, and tells on its output how that ended. */
final class SecondOpener {

    private SecondOpener() {}

    public static void main(String[] arguments) {
        Clock clock = Clock.fixed(Campus.NOON, ZoneOffset.UTC);
        try (EmbeddedLedger ledger = EmbeddedLedger.open(Path.of(arguments[0]), clock, Campus.REGISTRAR)) {
            System.out.println("opened at height " + ledger.height());
        } catch (RuntimeException refused) {
            System.out.println(refused.getClass().getSimpleName());
        }
    }
}
