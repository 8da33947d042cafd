package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterAction.CorrectReadings;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays a page of readings over the one that stands: missing values are filled, others change only by a correction. */
final class ReadingsChange {

    private static final char UNFLAGGED = '.';

    private final ReadingsPage standing;
    private final ReadingsPage stated;
    private final List<@Nullable Long> values = new ArrayList<>();
    private final StringBuilder quality = new StringBuilder();
    private final StringBuilder flags = new StringBuilder();
    private int filled;
    private int replaced;
    private int firstReplaced = -1;

    private ReadingsChange(ReadingsPage standing, ReadingsPage stated) {
        this.standing = standing;
        this.stated = stated;
        for (int i = 0; i < stated.values().size(); i++) {
            layOver(i);
        }
    }

    static Decision record(ReadingsPage page, Request request) {
        Optional<ReadingsState> before = standing(page, request);
        if (before.isEmpty()) {
            return write(page, request, 0, "");
        }
        ReadingsState old = before.get();
        return layOver(page, old.page(), change -> {
            if (change.replaced > 0) {
                return change.conflict();
            }
            return change.filled == 0
                    ? change.duplicate()
                    : write(change.merged(), request, old.revision() + 1, old.reason());
        });
    }

    static Decision correct(CorrectReadings correction, Request request) {
        ReadingsPage page = correction.page();
        Optional<ReadingsState> before = standing(page, request);
        if (before.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.VALUE_UNKNOWN, about(page) + "there is nothing to correct yet; record them first");
        }
        ReadingsState old = before.get();
        return Texts.problemWithReason(about(page) + "the correction", correction.reason())
                .orElseGet(() -> layOver(
                        page,
                        old.page(),
                        change -> change.filled + change.replaced == 0
                                ? change.duplicate()
                                : write(change.merged(), request, old.revision() + 1, correction.reason())));
    }

    /** Both pages are compared in the finer of their scales, in which the merged page then stands. */
    private static Decision layOver(
            ReadingsPage stated, ReadingsPage standing, Function<ReadingsChange, Decision> decided) {
        int finer = Math.max(stated.scale(), standing.scale());
        Optional<ReadingsPage> above = stated.inScale(finer);
        Optional<ReadingsPage> below = standing.inScale(finer);
        if (above.isPresent() && below.isPresent()) {
            return decided.apply(new ReadingsChange(below.get(), above.get()));
        }
        return Decision.refuse(
                RefusalCode.PAGE_DIFFERS_FROM_METER,
                about(stated) + "the scale is " + stated.scale() + " and the page that stands has " + standing.scale()
                        + ", but with " + finer + " decimals not all values of the day are below 2^53 in their last"
                        + " decimal; state them with fewer decimals");
    }

    private void layOver(int i) {
        Long old = standing.values().get(i);
        Long other = stated.values().get(i);
        if (other == null) {
            values.add(old);
            quality.append(standing.quality().charAt(i));
            flags.append(flag(standing, i));
            return;
        }
        values.add(other);
        quality.append(stated.quality().charAt(i));
        // Who says a value again does not thereby take back what was flagged of it.
        char stays = other.equals(old) && flag(stated, i) == UNFLAGGED ? flag(standing, i) : flag(stated, i);
        flags.append(stays);
        if (old == null) {
            filled++;
        } else if (!old.equals(other)
                || stated.quality().charAt(i) != standing.quality().charAt(i)) {
            replaced++;
            firstReplaced = firstReplaced < 0 ? i : firstReplaced;
        }
    }

    private ReadingsPage merged() {
        Optional<String> raised =
                Optional.of(flags.toString()).filter(all -> all.chars().anyMatch(flag -> flag != UNFLAGGED));
        return standing.with(values, quality.toString(), raised);
    }

    private static char flag(ReadingsPage page, int i) {
        return page.flags().map(flags -> flags.charAt(i)).orElse(UNFLAGGED);
    }

    private Decision conflict() {
        return Decision.refuse(
                RefusalCode.READINGS_CONFLICT,
                about(stated) + replaced + " of them stand with another value or quality, the first at "
                        + stated.startOf(firstReplaced) + " with " + inWords(standing) + " where "
                        + inWords(stated) + " is stated now; to change a value, send a correction with its reason");
    }

    private String inWords(ReadingsPage page) {
        return page.valueAt(firstReplaced).orElseThrow().toPlainString() + " " + page.unit() + " ("
                + page.quality().charAt(firstReplaced) + ")";
    }

    private Decision duplicate() {
        return Decision.refuse(RefusalCode.READINGS_DUPLICATE, about(stated) + "exactly these values stand already");
    }

    private static Optional<ReadingsState> standing(ReadingsPage page, Request request) {
        return request.view().state(StateKey.readings(page.meter(), page.day()), ReadingsState.class);
    }

    private static Decision write(ReadingsPage page, Request request, int revision, String reason) {
        return Decision.write(
                StateKey.readings(page.meter(), page.day()),
                new ReadingsState(page, request.signer().id(), revision, reason));
    }

    private static String about(ReadingsPage page) {
        return "readings of meter '" + page.meter() + "' on " + page.day() + ": ";
    }
}
