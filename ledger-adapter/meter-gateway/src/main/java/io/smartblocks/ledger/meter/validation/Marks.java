package io.smartblocks.ledger.meter.validation;

import io.smartblocks.ledger.transaction.ReadingsPage;
import java.util.Optional;

/** The flags of one page while they are being found. */
final class Marks {

    private final ReadingsPage page;
    private final ValidationReport.Collector report;
    private final char[] letters;

    Marks(ReadingsPage page, ValidationReport.Collector report) {
        this.page = page;
        this.report = report;
        this.letters = page.flags()
                .orElseGet(() -> String.valueOf(Flag.NONE).repeat(page.values().size()))
                .toCharArray();
    }

    String unit() {
        return page.unit();
    }

    /** Counts the flags that the source itself has set. */
    void countStated() {
        for (int place = 0; place < letters.length; place++) {
            if (letters[place] != Flag.NONE) {
                Flag flag = Flag.of(letters[place]);
                String words =
                        page.valueAt(place).orElseThrow().toPlainString() + " " + unit() + ", as the source says";
                report.add(new Finding(flag, page.meter(), page.startOf(place), page.zone(), words));
            }
        }
    }

    void add(Flag flag, int place, String words) {
        report.add(new Finding(flag, page.meter(), page.startOf(place), page.zone(), words));
        char before = letters[place];
        if (before == Flag.NONE || flag.compareTo(Flag.of(before)) < 0) {
            letters[place] = flag.letter();
        }
    }

    ReadingsPage flagged() {
        String all = new String(letters);
        boolean any = all.chars().anyMatch(letter -> letter != Flag.NONE);
        return page.with(page.values(), page.quality(), any ? Optional.of(all) : Optional.empty());
    }
}
