package io.smartblocks.portal.energy.site;

import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A tile while it is put together: its figure, what it is compared with, and what it rests on. */
final class TileDraft {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Words say;
    private final Asked asked;
    private final String key;

    private Optional<BigDecimal> value = Optional.empty();
    private String unit = "";
    private String mood = "";
    private String icon = "";
    private String change = "";
    private String spark = "";
    private String formula = "";
    private List<Tile.Source> sources = List.of();
    private String missing = "";
    private String mend = "";

    TileDraft(Words say, Asked asked, String key) {
        this.say = say;
        this.asked = asked;
        this.key = key;
    }

    /** The figure, with as many digits as are shown; without one the tile says what is missing. */
    TileDraft figure(Optional<BigDecimal> known, String of) {
        this.value = known;
        this.unit = of;
        return this;
    }

    /** Shown where there is no figure: what is not known, and how to give it. */
    TileDraft unknown(String what, String how) {
        this.missing = what;
        this.mend = how;
        return this;
    }

    TileDraft formula(String words) {
        this.formula = words;
        return this;
    }

    TileDraft change(String colour, String small, String words) {
        this.mood = colour;
        this.icon = small;
        this.change = words;
        return this;
    }

    /** Tells how much more or less it is than in the period before. */
    TileDraft compared(Function<Period, Optional<BigDecimal>> of, boolean lessIsGood) {
        Period before = asked.period().plus(-1);
        Optional<BigDecimal> now = of.apply(asked.period());
        Optional<BigDecimal> then = of.apply(before).filter(value -> value.signum() != 0);
        if (now.isEmpty() || then.isEmpty()) {
            return this;
        }
        BigDecimal percent = now.get()
                .subtract(then.get())
                .multiply(HUNDRED)
                .divide(then.get().abs(), 1, RoundingMode.HALF_EVEN);
        boolean less = percent.signum() < 0;
        return change(
                percent.signum() == 0 ? "" : less == lessIsGood ? "good" : "warn",
                less ? "fall" : "up",
                say.message(
                        less ? "kpi.less" : "kpi.more",
                        say.number(percent.abs()),
                        say.period(before.from(), before.end())));
    }

    /** Draws twelve months, of which the last is the one shown. */
    TileDraft spark(Function<Period, Optional<BigDecimal>> of) {
        this.spark = asked.period().month()
                ? Spark.of(IntStream.rangeClosed(1 - Asked.MONTHS, 0)
                        .mapToObj(months -> of.apply(asked.period().plus(months)))
                        .toList())
                : "";
        return this;
    }

    /** Leads to the meters whose energy flows so. */
    TileDraft meters(Predicate<Flow> which) {
        this.sources = asked.balance().meters().stream()
                .filter(meter -> Flow.of(meter).filter(which).isPresent())
                .map(meter -> new Tile.Source(
                        meter.label(),
                        "/meters/" + meter.meter() + "?span="
                                + (asked.period().month() ? "month" : "year") + "&day="
                                + asked.period().from()))
                .toList();
        return this;
    }

    /** Leads to the statements. */
    TileDraft statements(List<Billed> periods) {
        this.sources = periods.stream()
                .map(each -> new Tile.Source(
                        say.message(
                                "kpi.statement",
                                each.title(),
                                say.period(each.figures().from(), each.figures().to())),
                        SettlementRows.link(each.figures().id())))
                .toList();
        return this;
    }

    Tile tile() {
        boolean known = value.isPresent();
        return new Tile(
                key,
                value,
                say.message("kpi." + key),
                say.period(asked.period().from(), asked.period().end()),
                value.map(say::number).orElse(""),
                unit,
                known ? mood : "",
                known ? icon : "",
                known ? change : "",
                known ? spark : "",
                formula,
                sources,
                known ? "" : missing,
                known ? "" : mend);
    }
}
