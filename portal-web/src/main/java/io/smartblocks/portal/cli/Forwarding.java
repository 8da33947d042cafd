package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerInUse;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.meter.EdgeGateway;
import io.smartblocks.ledger.meter.RegisteredMeters;
import io.smartblocks.ledger.meter.edge.MeterFolder;
import io.smartblocks.ledger.meter.edge.RememberedLedger;
import io.smartblocks.ledger.meter.edge.TakenFile;
import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.portal.demo.DemoSite;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes files to the outbox and sends what waits there, one round at a time; between rounds the ledger's directory is free for
 * others.
 */
final class Forwarding {

    private final DataDirectory data;
    private final MeterFolder folder;
    private final Outbox outbox;
    private final Path memory;
    private final SignerOptions signing;
    private final Clock clock;
    private @Nullable Signer signer;

    Forwarding(DataDirectory data, MeterFolder folder, Outbox outbox, Path memory, SignerOptions signing, Clock clock) {
        this.data = data;
        this.folder = folder;
        this.outbox = outbox;
        this.memory = memory;
        this.signing = signing;
        this.clock = clock;
    }

    /**
     * What happened in one round.
     *
     * @param away why the ledger was not there; empty if it was
     */
    record Round(List<TakenFile> files, EdgeGateway.Delivery delivery, Optional<String> away) {}

    boolean hasWork() {
        return folder.holdsFiles() || outbox.status().waiting() > 0;
    }

    Round round() {
        try (Ledger ledger = data.openLedger(clock)) {
            EdgeGateway gateway = gateway(ledger);
            RememberedLedger.of(ledger, signer(ledger).member()).keepIn(memory);
            List<TakenFile> files = folder.take(gateway, RegisteredMeters.on(ledger), false);
            return new Round(files, gateway.forward(ledger), Optional.empty());
        } catch (InputRefused refused) {
            if (refused.getCause() instanceof LedgerInUse inUse) {
                return away(inUse);
            }
            throw refused;
        }
    }

    private Round away(LedgerInUse inUse) {
        RememberedLedger known = RememberedLedger.in(memory)
                .orElseThrow(() -> new InputRefused(
                        "The ledger is away, and what its meters are is not known yet: %s. Run this once while it is there."
                                .formatted(inUse.getMessage())));
        List<TakenFile> files = folder.take(gateway(known), RegisteredMeters.on(known), true);
        EdgeGateway.Delivery nothingSent =
                new EdgeGateway.Delivery(0, 0, outbox.status().waiting(), outbox.putAside());
        return new Round(files, nothingSent, Optional.of(String.valueOf(inUse.getMessage())));
    }

    private EdgeGateway gateway(StateView ledger) {
        return new EdgeGateway(RememberedLedger.id(ledger), signer(ledger), clock, outbox);
    }

    /** Opened once: it may cost someone a password. */
    private Signer signer(StateView ledger) {
        Signer opened = signer;
        if (opened == null) {
            opened = signing.open(data, ledger, DemoSite.METER_GATEWAY);
            signer = opened;
        }
        return opened;
    }
}
