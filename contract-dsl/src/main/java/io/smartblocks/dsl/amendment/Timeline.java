package io.smartblocks.dsl.amendment;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Head;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The versions of one agreement, each in place of the one before from a day on. A period follows the version that is in
 * force on its first day; what an amendment changes reading by reading or by days changes within the period.
 */
public final class Timeline {

    private final List<Agreement> versions;
    private final Map<Key, Agreement> straddling = new HashMap<>();

    private record Key(int first, int last, String period) {}

    private Timeline(List<Agreement> versions) {
        this.versions = List.copyOf(versions);
    }

    /** An agreement that was never amended, or whose earlier versions do not matter. */
    public static Timeline of(Agreement agreement) {
        return new Timeline(List.of(agreement));
    }

    /**
     * Versions in the order in which they took effect.
     *
     * @throws IllegalArgumentException if a version is not in place of the one before it
     */
    public static Timeline of(List<Agreement> versions) {
        for (int i = 1; i < versions.size(); i++) {
            Head before = versions.get(i - 1).head();
            Head head = versions.get(i).head();
            boolean follows = head.title().equals(before.title())
                    && head.inPlaceOf()
                            .filter(it -> it.version().equals(before.version()))
                            .isPresent();
            if (!follows) {
                throw new IllegalArgumentException("\"%s\" version %s is not in place of \"%s\" version %s"
                        .formatted(head.title(), head.version(), before.title(), before.version()));
            }
        }
        return new Timeline(versions);
    }

    /** The version that took effect last. */
    public Agreement latest() {
        return versions.get(versions.size() - 1);
    }

    /** What a period follows that begins on {@code from} and ends before {@code to}. */
    public Agreement during(String period, LocalDate from, LocalDate to) {
        int first = 0;
        int last = 0;
        for (int i = 1; i < versions.size(); i++) {
            first = effective(i).isAfter(from) ? first : i;
            last = effective(i).isBefore(to) ? i : last;
        }
        return last <= first ? versions.get(first) : straddling(first, last, period);
    }

    private LocalDate effective(int version) {
        return versions.get(version).head().inPlaceOf().orElseThrow().from();
    }

    private synchronized Agreement straddling(int first, int last, String period) {
        Key key = new Key(first, last, period);
        if (!straddling.containsKey(key)) {
            Agreement governing = versions.get(first);
            for (int i = first + 1; i <= last; i++) {
                boolean overtaken = i < last && effective(i + 1).equals(effective(i));
                governing = overtaken ? governing : Straddling.of(governing, versions.get(i), period);
            }
            straddling.put(key, governing);
        }
        return straddling.get(key);
    }
}
