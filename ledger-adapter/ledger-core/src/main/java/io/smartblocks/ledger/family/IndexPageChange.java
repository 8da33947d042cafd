package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexPage;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays a page of an index over the one that stands: missing values are filled, others change only by a correction. */
final class IndexPageChange {

    private final IndexPage standing;
    private final IndexPage stated;
    private final List<@Nullable BigDecimal> values = new ArrayList<>();
    private int filled;
    private int replaced;
    private int firstReplaced = -1;

    private IndexPageChange(IndexPage standing, IndexPage stated) {
        this.standing = standing;
        this.stated = stated;
        for (int i = 0; i < stated.values().size(); i++) {
            layOver(i);
        }
    }

    static Decision publish(IndexPage page, IndexState index, Request request) {
        return problemWith(page, index)
                .orElseGet(() -> standing(page, request)
                        .map(before -> over(before, page, request))
                        .orElseGet(() -> write(page, request, 0, "")));
    }

    static Decision correct(CorrectIndexPage correction, IndexState index, Request request) {
        IndexPage page = correction.page();
        Optional<Decision> problem = problemWith(page, index);
        if (problem.isPresent()) {
            return problem.get();
        }
        Optional<IndexPageState> before = standing(page, request);
        if (before.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.VALUE_UNKNOWN, about(page) + "there is nothing to correct yet; publish them first");
        }
        return Texts.problemWithReason(about(page) + "the correction", correction.reason())
                .orElseGet(() -> {
                    IndexPageChange change = new IndexPageChange(before.get().page(), page);
                    return change.filled + change.replaced == 0
                            ? unchanged(page)
                            : write(change.merged(), request, before.get().revision() + 1, correction.reason());
                });
    }

    private static Decision over(IndexPageState before, IndexPage page, Request request) {
        IndexPageChange change = new IndexPageChange(before.page(), page);
        if (change.replaced > 0) {
            return change.conflict();
        }
        return change.filled == 0
                ? unchanged(page)
                : write(change.merged(), request, before.revision() + 1, before.reason());
    }

    private void layOver(int i) {
        BigDecimal old = standing.values().get(i);
        BigDecimal other = stated.values().get(i);
        if (other == null) {
            values.add(old);
        } else if (old == null) {
            values.add(other);
            filled++;
        } else if (old.compareTo(other) == 0) {
            values.add(old);
        } else {
            values.add(other);
            replaced++;
            firstReplaced = firstReplaced < 0 ? i : firstReplaced;
        }
    }

    private IndexPage merged() {
        return standing.with(values);
    }

    private Decision conflict() {
        return Decision.refuse(
                RefusalCode.INDEX_RANGE_TAKEN,
                about(stated) + replaced + " of them stand with another value, the first at "
                        + stated.startOf(firstReplaced) + " with "
                        + standing.valueAt(firstReplaced).orElseThrow().toPlainString() + " where "
                        + stated.valueAt(firstReplaced).orElseThrow().toPlainString()
                        + " is stated now; to change a value, send a correction with its reason");
    }

    private static Optional<Decision> problemWith(IndexPage page, IndexState index) {
        if (index.interval().isEmpty()) {
            return differs(
                    page,
                    "it is stated by the " + page.interval() + ", but the index is registered with values for ranges"
                            + " of days; publish such values");
        }
        Interval interval = page.interval();
        return Days.problemWith("values of index '" + page.index() + "'", page.day())
                .or(() -> expected(page, "interval", interval, index.interval().orElseThrow()))
                .or(() -> expected(page, "zone", page.zone(), index.zone().orElseThrow()))
                .or(() -> expected(page, "start", page.start(), page.startOf(0)))
                .or(() -> count(page))
                .or(() -> page.missing() == page.values().size()
                        ? Optional.of(
                                Decision.refuse(RefusalCode.INVALID_CONTENT, about(page) + "all values are missing"))
                        : Optional.empty());
    }

    private static Optional<Decision> count(IndexPage page) {
        int expected = page.interval().valuesOn(page.day(), page.zone());
        Instant end = page.day().plusDays(1).atStartOfDay(page.zone()).toInstant();
        return expected(page, "number of values", page.values().size(), expected)
                .or(() -> expected(page, "end of the last value", page.startOf(expected), end));
    }

    private static Optional<Decision> expected(IndexPage page, String what, Object stated, Object expected) {
        return stated.equals(expected)
                ? Optional.empty()
                : differs(page, "the " + what + " is " + stated + "; expected " + expected);
    }

    private static Optional<Decision> differs(IndexPage page, String problem) {
        return Optional.of(Decision.refuse(RefusalCode.PAGE_DIFFERS_FROM_INDEX, about(page) + problem));
    }

    private static Decision unchanged(IndexPage page) {
        return Decision.refuse(RefusalCode.NOTHING_CHANGES, about(page) + "exactly these values stand already");
    }

    private static Optional<IndexPageState> standing(IndexPage page, Request request) {
        return request.view().state(StateKey.indexPage(page.index(), page.day()), IndexPageState.class);
    }

    private static Decision write(IndexPage page, Request request, int revision, String reason) {
        return Decision.write(
                StateKey.indexPage(page.index(), page.day()),
                new IndexPageState(page, request.signer().id(), revision, reason));
    }

    private static String about(IndexPage page) {
        return "values of index '" + page.index() + "' on " + page.day() + ": ";
    }
}
