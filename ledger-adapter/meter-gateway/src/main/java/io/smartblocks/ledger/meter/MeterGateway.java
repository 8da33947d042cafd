package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

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
        List<PageComparison.Request> requests = new ArrayList<>();
        List<Forwarded.Conflict> conflicts = new ArrayList<>();
        for (ReadingsPage page : pages) {
            PageComparison comparison = compared(page);
            conflicts.addAll(comparison.conflicts());
            if (comparison.fills()) {
                requests.add(comparison.recording());
            }
        }
        if (!conflicts.isEmpty()) {
            return named(conflicts);
        }
        return send(requests, pages.size() - requests.size(), progress);
    }

    /** Records the pages, and replaces readings on the ledger that differ, for the stated reason. */
    public Forwarded correct(List<ReadingsPage> pages, String reason, ImportProgress progress) {
        List<PageComparison.Request> requests = new ArrayList<>();
        for (ReadingsPage page : pages) {
            PageComparison comparison = compared(page);
            if (!comparison.conflicts().isEmpty()) {
                requests.add(comparison.correcting(reason));
            } else if (comparison.fills()) {
                requests.add(comparison.recording());
            }
        }
        return send(requests, pages.size() - requests.size(), progress);
    }

    /** What recording the pages would do to what stands, without doing it. */
    public static Preview preview(List<ReadingsPage> pages, StateView ledger) {
        int recorded = 0;
        List<Forwarded.Conflict> conflicts = new ArrayList<>();
        for (ReadingsPage page : pages) {
            PageComparison comparison = compared(page, ledger);
            conflicts.addAll(comparison.conflicts());
            recorded += comparison.fills() ? 1 : 0;
        }
        return new Preview(recorded, pages.size() - recorded, named(conflicts));
    }

    /**
     * What recording would do.
     *
     * @param recorded pages that would be recorded, or whose missing readings would be filled in
     * @param already pages that hold nothing that is missing on the ledger
     * @param conflicts where the ledger says otherwise, for which nothing would be recorded without a correction
     */
    public record Preview(int recorded, int already, Forwarded.Conflicts conflicts) {}

    private PageComparison compared(ReadingsPage page) {
        return compared(page, ledger);
    }

    private static PageComparison compared(ReadingsPage page, StateView ledger) {
        return PageComparison.of(page, ledger.state(StateKey.readings(page.meter(), page.day()), ReadingsState.class));
    }

    private static Forwarded.Conflicts named(List<Forwarded.Conflict> conflicts) {
        List<Forwarded.Conflict> first = conflicts.subList(0, Math.min(CONFLICTS_NAMED, conflicts.size()));
        return new Forwarded.Conflicts(first, conflicts.size() - first.size());
    }

    private Forwarded send(List<PageComparison.Request> requests, int already, ImportProgress progress) {
        int sent = 0;
        progress.reached(already, already + requests.size());
        while (sent < requests.size()) {
            List<PageComparison.Request> part =
                    requests.subList(sent, Math.min(sent + PAGES_IN_A_BATCH, requests.size()));
            if (committed(part) instanceof Submission.Refused refused) {
                ReadingsPage page = part.get(refused.transaction()).page();
                return new Forwarded.Refused(sent, page.meter(), page.day(), refused.code(), refused.message());
            }
            sent += part.size();
            progress.reached(already + sent, already + requests.size());
        }
        int corrected = (int) requests.stream()
                .filter(request -> request.action() instanceof MeterAction.CorrectReadings)
                .count();
        return new Forwarded.Stored(sent - corrected, corrected, already);
    }

    private Submission committed(List<PageComparison.Request> part) {
        List<TransactionBody> bodies = part.stream()
                .map(request -> new TransactionBody(
                        ledger.id(), request.action(), signer.member(), request.key(), clock.instant()))
                .toList();
        return ledger.commit(Batch.signed(bodies, signer));
    }
}
