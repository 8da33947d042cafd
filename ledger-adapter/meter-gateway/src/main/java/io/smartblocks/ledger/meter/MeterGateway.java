package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Brings day pages to the ledger in signed batches; what is there already is not sent again. */
public final class MeterGateway {

    private static final int PAGES_IN_A_BATCH = 100;
    private static final int CONFLICTS_NAMED = 50;

    private final Ledger ledger;
    private final Signer signer;
    private final Clock clock;

    public MeterGateway(Ledger ledger, Signer signer, Clock clock) {
        this.ledger = ledger;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * Records the pages. Stopped in the middle and repeated it goes on where it stopped.
     *
     * @throws LedgerUnavailable when the ledger cannot write; repeat it then
     */
    public Forwarded submit(List<ReadingsPage> pages, ImportProgress progress) {
        List<MeterAction> actions = new ArrayList<>();
        List<Forwarded.Conflict> conflicts = new ArrayList<>();
        for (ReadingsPage page : pages) {
            PageComparison comparison = compared(page);
            conflicts.addAll(comparison.conflicts());
            if (comparison.addsReadings()) {
                actions.add(new MeterAction.RecordReadings(page));
            }
        }
        if (!conflicts.isEmpty()) {
            List<Forwarded.Conflict> first = conflicts.subList(0, Math.min(CONFLICTS_NAMED, conflicts.size()));
            return new Forwarded.Conflicts(first, conflicts.size() - first.size());
        }
        return send(actions, pages.size() - actions.size(), progress);
    }

    private PageComparison compared(ReadingsPage page) {
        Optional<ReadingsPage> onLedger = ledger.state(StateKey.readings(page.meter(), page.day()), ReadingsState.class)
                .map(ReadingsState::page);
        return PageComparison.of(page, onLedger);
    }

    private Forwarded send(List<MeterAction> actions, int already, ImportProgress progress) {
        int sent = 0;
        progress.reached(already, already + actions.size());
        while (sent < actions.size()) {
            List<MeterAction> part = actions.subList(sent, Math.min(sent + PAGES_IN_A_BATCH, actions.size()));
            if (committed(part) instanceof Submission.Refused refused) {
                ReadingsPage page = page(part.get(refused.transaction()));
                return new Forwarded.Refused(sent, page.meter(), page.day(), refused.code(), refused.message());
            }
            sent += part.size();
            progress.reached(already + sent, already + actions.size());
        }
        return new Forwarded.Stored(sent, 0, already);
    }

    private Submission committed(List<MeterAction> part) {
        List<TransactionBody> bodies = part.stream()
                .map(action -> new TransactionBody(action, signer.member(), requestKey(action), clock.instant()))
                .toList();
        try {
            return ledger.submit(new Batch(Transaction.signAll(bodies, signer))).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgerUnavailable unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    /** The same readings always ask under the same name, so a repeated request happens once. */
    private static RequestKey requestKey(MeterAction action) {
        return new RequestKey("readings-" + Hash.of(CanonicalJson.write((Record) action)));
    }

    private static ReadingsPage page(MeterAction action) {
        return action instanceof MeterAction.CorrectReadings correction
                ? correction.page()
                : ((MeterAction.RecordReadings) action).page();
    }
}
