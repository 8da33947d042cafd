package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.PredictionPage;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.time.Instant;
import java.time.ZoneId;

/** Writes the values of a day in words: how many and their sum first, each with its time behind. */
final class PageWords {

    private PageWords() {}

    static void add(Fields to, ReadingsState state) {
        ReadingsPage page = state.page();
        MeterWords.readings(to, page);
        to.add("recorded.by", to.name(state.recordedBy()));
        to.add("changes", to.say().number(state.revision()));
        to.addIfAny("reason", state.reason());
        for (int i = 0; i < page.values().size(); i++) {
            String value = page.valueAt(i)
                    .map(known -> to.say().number(known) + ' ' + page.unit())
                    .orElse("");
            to.detail(
                    time(to, page.interval(), page.startOf(i), page.zone()),
                    to.say().message("state.quality." + quality(page.quality().charAt(i)), value));
        }
    }

    static void add(Fields to, PredictionState state) {
        PredictionPage page = state.page();
        MeterWords.add(to, page);
        to.add("recorded.by", to.name(state.recordedBy()));
        to.add("changes", to.say().number(state.revision()));
        for (int i = 0; i < page.values().size(); i++) {
            to.detail(
                    time(to, page.interval(), page.startOf(i), page.zone()),
                    to.say().number(page.valueAt(i)) + ' ' + page.unit());
        }
    }

    static void add(Fields to, IndexPageState state) {
        IndexPage page = state.page();
        IndexWords.page(to, page);
        to.add("published.by", to.name(state.publishedBy()));
        to.add("changes", to.say().number(state.revision()));
        to.addIfAny("reason", state.reason());
        for (int i = 0; i < page.values().size(); i++) {
            to.detail(
                    time(to, page.interval(), page.startOf(i), page.zone()),
                    page.valueAt(i)
                            .map(to.say()::number)
                            .orElseGet(() -> to.say().message("state.quality.missing", "")));
        }
    }

    private static String time(Fields to, Interval interval, Instant at, ZoneId zone) {
        return interval.withinDay()
                ? to.say().minute(at, zone)
                : to.say().day(at.atZone(zone).toLocalDate());
    }

    private static String quality(char letter) {
        return switch (letter) {
            case 'A' -> "actual";
            case 'E' -> "estimated";
            case 'C' -> "corrected";
            default -> "missing";
        };
    }
}
