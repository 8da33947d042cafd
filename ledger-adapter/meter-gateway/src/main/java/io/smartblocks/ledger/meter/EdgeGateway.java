package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.outbox.Lane;
import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.outbox.PutAside;
import io.smartblocks.ledger.outbox.Receipt;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Signs day pages where the meters are and keeps them on disk until the ledger has them, which may be days later.
 *
 * <p>Each page is a batch of its own, so that one that the ledger refuses takes no other along; the pages of a meter reach
 * the ledger in the order in which they were stored.
 */
public final class EdgeGateway {

    private final LedgerId ledger;
    private final Signer signer;
    private final Clock clock;
    private final Outbox outbox;

    /** A gateway for a ledger that need not be there now. */
    public EdgeGateway(LedgerId ledger, Signer signer, Clock clock, Outbox outbox) {
        this.ledger = ledger;
        this.signer = signer;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Signs and keeps the pages; when this returns they are on the disk. Storing a page again changes nothing. */
    public List<Receipt> store(List<ReadingsPage> pages) {
        List<Receipt> receipts = new ArrayList<>();
        for (ReadingsPage page : pages) {
            MeterAction action = new MeterAction.RecordReadings(page);
            // The name follows from the content alone, so a page that is stored again is the same request.
            receipts.add(
                    keep(page.meter(), action, "readings-stored-" + Hash.of(CanonicalJson.write((Record) action))));
        }
        return receipts;
    }

    /** Signs and keeps corrections of pages that were recorded or stored before. */
    public List<Receipt> storeCorrections(List<ReadingsPage> pages, String reason) {
        List<Receipt> receipts = new ArrayList<>();
        for (ReadingsPage page : pages) {
            MeterAction action = new MeterAction.CorrectReadings(page, reason);
            // A value may be corrected back and forth, so each correction is a request of its own time.
            receipts.add(keep(
                    page.meter(),
                    action,
                    "correction-stored-" + clock.instant() + "-" + Hash.of(CanonicalJson.write((Record) action))));
        }
        return receipts;
    }

    /** Sends what waits, as far as the ledger takes it now. */
    public Delivery forward(Ledger to) {
        int committed = outbox.forward(to).committed();
        int already = 0;
        List<PutAside> refused = new ArrayList<>();
        for (PutAside aside : outbox.putAside()) {
            if (aside.refusal().code().equals(RefusalCode.READINGS_DUPLICATE.code())) {
                outbox.discard(aside.receipt());
                already++;
            } else {
                refused.add(aside);
            }
        }
        return new Delivery(committed, already, outbox.status().waiting(), refused);
    }

    /**
     * What became of stored pages.
     *
     * @param committed how many were put on the ledger now
     * @param already how many say what stood there before, and so need not wait any longer
     * @param waiting how many wait on
     * @param refused those that the ledger does not take, with its reasons; they stay in the outbox until someone decides
     */
    public record Delivery(int committed, int already, int waiting, List<PutAside> refused) {
        public Delivery {
            refused = List.copyOf(refused);
        }
    }

    private Receipt keep(MeterId meter, MeterAction action, String key) {
        Transaction signed = Transaction.sign(ledger, action, new RequestKey(key), clock.instant(), signer);
        return outbox.append(new Lane(meter.value()), Batch.of(signed));
    }
}
