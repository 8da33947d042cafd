package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.AskedMeters;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RecordedPage;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists the meters of a reader with their last reading. */
@Component
class MeterRows {

    private static final int SILENT_DAYS = 2;

    /** The icon of each kind of energy, by a word of it. */
    private static final List<Map.Entry<String, String>> ICONS = List.of(
            Map.entry("wind", "wind"),
            Map.entry("electricity", "bolt"),
            Map.entry("heat", "flame"),
            Map.entry("gas", "gas"));

    private final ReadModel read;
    private final Access access;
    private final Words say;

    MeterRows(ReadModel read, Access access, Words say) {
        this.read = read;
        this.access = access;
        this.say = say;
    }

    /** A meter with the page of its latest day. */
    record Read(MeterState meter, Optional<RecordedPage> latest) {}

    /** The meters of a reader that are asked for and whose ids follow one, with the latest day of each. */
    List<Read> read(Account reader, AskedMeters asked, String after, int limit) {
        return access.meters(reader, asked, after, limit).stream()
                .map(meter -> new Read(meter, read.meters().latest(meter.meter())))
                .toList();
    }

    MeterRow row(Read one) {
        MeterState meter = one.meter();
        Optional<RecordedPage> latest = one.latest();
        State state = meter.lastDay()
                .map(this::retired)
                .or(() -> latest.map(this::state))
                .orElseGet(() -> new State("warn", "clock", say.message("meter.state.none")));
        return new MeterRow(
                meter.meter().value(),
                meter.label(),
                meter.site(),
                meter.energy(),
                icon(meter),
                meter.unit(),
                latest.flatMap(page -> last(page.page())).map(say::plain).orElse(""),
                latest.map(page -> say.shortDay(page.page().day())).orElse(""),
                state.mood(),
                state.icon(),
                state.words());
    }

    private static String icon(MeterState meter) {
        return ICONS.stream()
                .filter(icon -> meter.energy().contains(icon.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("meter");
    }

    private State retired(LocalDate lastDay) {
        return new State("", "exit", say.message("meter.state.retired", say.shortDay(lastDay)));
    }

    private State state(RecordedPage latest) {
        ReadingsPage page = latest.page();
        if (page.interval().withinDay() && page.day().isBefore(say.today().minusDays(SILENT_DAYS))) {
            return new State("bad", "missing", say.message("meter.state.silent", say.shortDay(page.day())));
        }
        if (page.quality().indexOf('E') >= 0) {
            return new State("", "estimated", say.message("meter.state.estimated"));
        }
        return new State("good", "good", say.message("meter.state.reads"));
    }

    private static Optional<BigDecimal> last(ReadingsPage page) {
        return page.values().stream()
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .map(value -> BigDecimal.valueOf(value, page.scale()));
    }

    private record State(String mood, String icon, String words) {}
}
