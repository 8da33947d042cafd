package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A form that was read before. Most forms of a ledger are those of one template with other names, days and prices; such a
 * one is read by what differs, and shares all else with the agreement that is known.
 */
final class KnownForm {

    private static final String BEFORE_AGREEMENT = "{\"agreement\":";

    private final char[] form;
    private final FormPart agreement;
    private final List<FormTrace.Leaf> leaves;

    /** An agreement and the canonical form that it was read from. */
    KnownForm(String form, Agreement agreement) {
        this.form = form.toCharArray();
        FormTrace trace = new FormTrace(this.form, BEFORE_AGREEMENT.length());
        this.agreement = trace.part(Agreement.class, agreement);
        this.leaves = trace.leaves();
    }

    /** The agreement of a form that differs from this one in leaves only; none for any other, or for one that is wrong. */
    Optional<Agreement> like(char[] other) {
        try {
            return changes(other).map(agreement::with).map(Agreement.class::cast);
        } catch (FormProblem | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Other leaves by their numbers, unless more differs. */
    private Optional<TreeMap<Integer, Object>> changes(char[] other) {
        TreeMap<Integer, Object> changes = new TreeMap<>();
        int here = 0;
        int there = 0;
        int leaf = 0;
        while (true) {
            int same = Arrays.mismatch(form, here, form.length, other, there, other.length);
            if (same < 0) {
                return Optional.of(changes);
            }
            leaf = leafAt(here + same, leaf);
            if (leaf < 0) {
                return Optional.empty();
            }
            int from = there + leaves.get(leaf).from() - here;
            there = FormTrace.afterValue(other, from);
            here = leaves.get(leaf).to();
            changes.put(
                    leaf,
                    value(
                            new String(other, from, there - from),
                            leaves.get(leaf).type()));
            leaf++;
        }
    }

    /** The first leaf, not before another one, that reaches up to a place, if it begins before that. */
    private int leafAt(int place, int from) {
        int low = from;
        int high = leaves.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (leaves.get(middle).to() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == high
                        && leaves.get(low).from() <= place
                        && place <= leaves.get(low).to()
                ? low
                : -1;
    }

    /** A leaf as a form that is read whole has it, which is canonical too. */
    private static Object value(String text, Class<?> type) {
        Object value = FormReading.read(type, FormText.read(text), FormPlace.whole());
        StringBuilder again = new StringBuilder(text.length());
        Json.write(value instanceof Enum<?> constant ? constant.name() : value, again);
        if (!again.toString().contentEquals(text)) {
            throw new FormProblem(FormPlace.whole(), "is not in canonical order or spacing");
        }
        return value;
    }
}
