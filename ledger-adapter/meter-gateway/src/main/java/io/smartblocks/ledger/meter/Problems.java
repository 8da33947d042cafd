package io.smartblocks.ledger.meter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file: the first fifty in full, the others by number. */
final class Problems {

    private static final int KEPT = 50;

    private final String file;
    private final List<Problem> kept = new ArrayList<>();
    private int found;

    Problems(String file) {
        this.file = file;
    }

    void add(String code, long line, String what, String expected, String mend) {
        found++;
        if (kept.size() < KEPT) {
            kept.add(new Problem(code, file, line, what, expected, mend));
        }
    }

    boolean isEmpty() {
        return found == 0;
    }

    ReadFile.Refused refused() {
        List<Problem> inOrder =
                kept.stream().sorted(Comparator.comparingLong(Problem::line)).toList();
        return new ReadFile.Refused(inOrder, found - kept.size());
    }
}
