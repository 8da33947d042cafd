package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a page relates to the one on the ledger.
 *
 * @param page the page in the scale of the one on the ledger, where its digits allow it
 * @param revision the revision that the page would become
 * @param fills whether it holds readings that the ledger misses
 * @param conflicts where the ledger says otherwise
 */
record PageComparison(ReadingsPage page, int revision, boolean fills, List<Forwarded.Conflict> conflicts) {

    static PageComparison of(ReadingsPage here, Optional<ReadingsState> standing) {
        Optional<ReadingsPage> onLedger = standing.map(ReadingsState::page);
        if (onLedger.isEmpty()) {
            return new PageComparison(here, 0, true, List.of());
        }
        boolean fills = false;
        List<Forwarded.Conflict> conflicts = new ArrayList<>();
        for (int place = 0; place < here.values().size(); place++) {
            Optional<BigDecimal> before = valueAt(onLedger.get(), place);
            Optional<BigDecimal> now = here.valueAt(place);
            fills |= before.isEmpty() && now.isPresent();
            if (before.isPresent() && now.isPresent() && differs(here, onLedger.get(), place)) {
                conflicts.add(new Forwarded.Conflict(
                        here.meter(),
                        here.day(),
                        here.startOf(place),
                        said(before.get(), onLedger.get(), place),
                        said(now.get(), here, place)));
            }
        }
        int revision = standing.orElseThrow().revision() + 1;
        ReadingsPage page = here.inScale(onLedger.get().scale()).orElse(here);
        return new PageComparison(page, revision, fills, conflicts);
    }

    /** The request to record the page, under a name that follows from its readings and from what it changes. */
    Request recording() {
        return request(new MeterAction.RecordReadings(page));
    }

    /** The request to replace what stands, named likewise. */
    Request correcting(String reason) {
        return request(new MeterAction.CorrectReadings(page, reason));
    }

    /** What is asked of the ledger, and the name that makes a repeated request happen once. */
    record Request(MeterAction action, ReadingsPage page, RequestKey key) {}

    private Request request(MeterAction action) {
        Hash content = Hash.of(CanonicalJson.write((Record) action));
        return new Request(action, page, new RequestKey("readings-" + revision + "-" + content));
    }

    private static Optional<BigDecimal> valueAt(ReadingsPage page, int place) {
        return place < page.values().size() ? page.valueAt(place) : Optional.empty();
    }

    private static boolean differs(ReadingsPage one, ReadingsPage other, int place) {
        return one.valueAt(place).orElseThrow().compareTo(other.valueAt(place).orElseThrow()) != 0
                || one.quality().charAt(place) != other.quality().charAt(place);
    }

    private static String said(BigDecimal value, ReadingsPage page, int place) {
        return value.toPlainString() + " " + page.unit() + " (" + page.quality().charAt(place) + ")";
    }
}
