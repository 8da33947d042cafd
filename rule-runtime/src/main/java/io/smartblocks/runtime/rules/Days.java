package io.smartblocks.runtime.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Local days, the last not included. */
record Days(LocalDate from, LocalDate to) {

    /** Days that follow each other as one span. */
    static List<Days> spans(SortedSet<LocalDate> days) {
        List<Days> spans = new ArrayList<>();
        for (LocalDate day : days) {
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).to.equals(day)) {
                spans.set(last, new Days(spans.get(last).from, day.plusDays(1)));
            } else {
                spans.add(new Days(day, day.plusDays(1)));
            }
        }
        return spans;
    }

    String words() {
        LocalDate last = to.minusDays(1);
        return from.equals(last) ? "for " + from : "from " + from + " to " + last;
    }

    /** The days that a window of the agreement takes in when a period is settled. */
    static Days of(Ground ground, String period, int previous) {
        if (previous == 0) {
            return new Days(ground.from(), ground.to());
        }
        int number = ground.periods(period).numberAt(ground.from());
        return new Days(
                ground.periods(period).start(number - previous),
                ground.periods(period).start(number));
    }
}
