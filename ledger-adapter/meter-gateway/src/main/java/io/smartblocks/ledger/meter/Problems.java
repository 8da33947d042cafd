package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.greenbutton.Contents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the problems of one file: the first fifty in full, the others by number. */
final class Problems {

    private static final int KEPT = 50;

    private final String file;
    private final List<Problem> kept = new ArrayList<>();
    private int found;
    private boolean whole;

    Problems(String file) {
        this.file = file;
    }

    /** Something is wrong with one row. */
    void add(String code, long line, String what, String expected, String mend) {
        found++;
        if (kept.size() < KEPT) {
            kept.add(new Problem(code, file, line, what, expected, mend));
        }
    }

    /** Something is wrong with the file as a whole, so that no row of it can be used. */
    void addOfTheWhole(String code, long line, String what, String expected, String mend) {
        whole = true;
        if (kept.size() == KEPT) {
            kept.remove(KEPT - 1);
        }
        add(code, line, what, expected, mend);
    }

    boolean isEmpty() {
        return found == 0;
    }

    boolean concernTheWhole() {
        return whole;
    }

    int found() {
        return found;
    }

    List<Problem> inOrder() {
        return kept.stream().sorted(Comparator.comparingLong(Problem::line)).toList();
    }

    ReadFile.Refused refused(Optional<Contents> contents) {
        return new ReadFile.Refused(inOrder(), found - kept.size(), contents);
    }
}
