package io.smartblocks.portal.admin;

import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.outbox.OutboxInUse;
import io.smartblocks.ledger.outbox.OutboxLook;
import io.smartblocks.ledger.outbox.PutAside;
import io.smartblocks.ledger.outbox.Receipt;
import io.smartblocks.portal.HeldOutbox;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Outcome;
import io.smartblocks.portal.audit.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an administrator decides about readings that the ledger refused; they lie in the outbox of this portal. */
@Component
public class OutboxDecisions {

    /** What can be decided. */
    public enum Decision {
        /** Sent again as it was signed: what stands on the ledger already is found there and not done twice. */
        RETRY(Outbox::retry),
        /** Deleted for good. */
        DISCARD(Outbox::discard);

        private final BiConsumer<Outbox, Receipt> doing;

        Decision(BiConsumer<Outbox, Receipt> doing) {
            this.doing = doing;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Decision> named(String key) {
            return List.of(values()).stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /** What came of a decision. */
    public enum Came {
        DONE,
        /** Another process has the outbox open. */
        IN_USE,
        /** Somebody else decided meanwhile. */
        GONE
    }

    private final Path directory;
    private final ObjectProvider<HeldOutbox> held;
    private final AuditLog log;
    private final Clock clock;

    OutboxDecisions(
            @Value("${smartblocks.data}") Path data, ObjectProvider<HeldOutbox> held, AuditLog log, Clock clock) {
        this.directory = data.resolve("outbox");
        this.held = held;
        this.log = log;
        this.clock = clock;
    }

    /** How the outbox stands; empty where this portal has none. */
    public Optional<OutboxLook> look() {
        return Files.isDirectory(directory) ? Optional.of(OutboxLook.at(directory)) : Optional.empty();
    }

    /** A refused batch that still waits for a decision. */
    public Optional<PutAside> refused(String receipt) {
        return look().stream()
                .flatMap(look -> look.putAside().stream())
                .filter(aside -> aside.receipt().toString().equals(receipt))
                .findFirst();
    }

    /** Decides, once the audit log was told. */
    public Came decide(Account administrator, PutAside refused, Decision decision, String reason) {
        Told asked = Told.of(administrator, Act.OUTBOX, decision.key() + ' ' + refused.receipt() + ' ' + refused.lane())
                .because(reason)
                .changed(refused.refusal().message(), "");
        log.tell(asked.with(Outcome.ASKED));
        Came came = held.stream()
                .flatMap(holder -> holder.outbox().stream())
                .findFirst()
                .map(open -> decided(open, refused.receipt(), decision))
                .orElseGet(() -> opened(refused.receipt(), decision));
        log.tellAfterwards(came == Came.DONE ? asked : asked.with(Outcome.REFUSED));
        return came;
    }

    private Came opened(Receipt receipt, Decision decision) {
        try (Outbox outbox = Outbox.open(directory, clock)) {
            return decided(outbox, receipt, decision);
        } catch (OutboxInUse elsewhere) {
            return Came.IN_USE;
        }
    }

    private static Came decided(Outbox outbox, Receipt receipt, Decision decision) {
        try {
            decision.doing.accept(outbox, receipt);
            return Came.DONE;
        } catch (IllegalArgumentException gone) {
            return Came.GONE;
        }
    }
}
