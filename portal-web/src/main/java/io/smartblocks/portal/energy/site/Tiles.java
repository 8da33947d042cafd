package io.smartblocks.portal.energy.site;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.energy.agreed.AgreedTexts.Agreed;
import io.smartblocks.portal.energy.agreed.SettledFigures;
import io.smartblocks.portal.energy.agreed.SettledPeriods;
import io.smartblocks.portal.energy.series.Amount;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Works out the figures of a place over a month or a year, each with its formula and what it rests on. */
@Component
class Tiles {

    private static final int SPARKS = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private final SavingsYears savings;
    private final SettledPeriods settled;
    private final Peaks peaks;
    private final Words say;

    Tiles(SavingsYears savings, SettledPeriods settled, Peaks peaks, Words say) {
        this.savings = savings;
        this.settled = settled;
        this.peaks = peaks;
        this.say = say;
    }

    /** What all tiles of a page are worked out from. */
    private record Asked(Account reader, Place place, Period period, Balance balance, List<Agreed> agreements) {}

    /** The tiles of a place; the balance reaches back over the twelve periods before. */
    List<Tile> of(Account reader, Place place, Period period, Balance balance) {
        Asked asked = new Asked(reader, place, period, balance, savings.agreements(reader, place));
        return List.of(
                used(asked),
                againstBaseline(asked),
                saved(asked),
                cost(asked),
                emissions(asked),
                intensity(asked),
                renewable(asked),
                peak(asked),
                complete(asked));
    }

    private Tile used(Asked asked) {
        BigDecimal now =
                asked.balance().used(asked.period().from(), asked.period().end());
        boolean any = anything(asked, asked.period());
        return tile(
                asked,
                "used",
                any ? whole(now) : "",
                "kWh",
                change(asked, period -> known(asked, period, asked.balance().used(period.from(), period.end())), true),
                spark(asked, period -> known(asked, period, asked.balance().used(period.from(), period.end()))),
                say.message("kpi.used.formula", parts(asked)),
                meters(asked, any()),
                any ? "" : say.message("kpi.none.read"),
                say.message("kpi.none.read.mend"));
    }

    private Tile againstBaseline(Asked asked) {
        List<SavingsYear.Period> periods = saved(asked, asked.period());
        Exact baseline = sum(periods, period -> period.saved().baseline());
        Exact used = sum(periods, period -> period.saved().used());
        boolean known = baseline.signum() != 0;
        String figure = known
                ? say.number(used.minus(baseline)
                        .times(Exact.of(100))
                        .dividedBy(baseline)
                        .toDecimal(1, RoundingMode.HALF_EVEN))
                : "";
        Change below = known
                ? new Change(
                        used.compareTo(baseline) <= 0 ? "good" : "warn",
                        used.compareTo(baseline) <= 0 ? "fall" : "up",
                        say.message("kpi.baseline.change", whole(used), whole(baseline)))
                : Change.NONE;
        return tile(
                asked,
                "baseline",
                figure,
                "%",
                below,
                spark(asked, period -> share(saved(asked, period))),
                say.message("kpi.baseline.formula", titles(periods)),
                statements(
                        asked, periods.stream().map(SavingsYear.Period::settled).toList()),
                known ? "" : say.message("kpi.baseline.none"),
                say.message("kpi.baseline.mend"));
    }

    private Tile saved(Asked asked) {
        List<SavingsYear.Period> periods = saved(asked, asked.period());
        Function<Period, Optional<BigDecimal>> of = period -> {
            List<SavingsYear.Period> there = saved(asked, period);
            return there.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sum(there, each -> each.saved().saved()).toDecimal(3, RoundingMode.HALF_EVEN));
        };
        return tile(
                asked,
                "saved",
                periods.isEmpty()
                        ? ""
                        : whole(sum(periods, period -> period.saved().saved())),
                "kWh",
                change(asked, of, false),
                spark(asked, of),
                say.message("kpi.saved.formula", titles(periods)),
                statements(
                        asked, periods.stream().map(SavingsYear.Period::settled).toList()),
                periods.isEmpty() ? say.message("kpi.baseline.none") : "",
                say.message("kpi.baseline.mend"));
    }

    private Tile cost(Asked asked) {
        Optional<MemberId> owner = asked.place().registered().map(SiteState::owner);
        Map<String, BigDecimal> sums =
                owner.map(of -> paid(asked, of, asked.period())).orElse(Map.of());
        List<SettledFigures> behind = settledIn(asked, asked.period());
        boolean one = sums.size() == 1;
        String currency = one ? sums.keySet().iterator().next() : "";
        String missing = owner.isEmpty()
                ? say.message("kpi.owner.none")
                : behind.isEmpty()
                        ? say.message("kpi.cost.none")
                        : one ? "" : say.message("kpi.cost.currencies", String.join(", ", sums.keySet()));
        Function<Period, Optional<BigDecimal>> of = period -> owner.flatMap(
                who -> Optional.ofNullable(paid(asked, who, period).get(currency)));
        return tile(
                asked,
                "cost",
                missing.isEmpty() ? say.number(sums.get(currency)) : "",
                currency,
                missing.isEmpty() ? change(asked, of, true) : Change.NONE,
                missing.isEmpty() ? spark(asked, of) : "",
                say.message("kpi.cost.formula"),
                statements(asked, behind),
                missing,
                say.message(owner.isEmpty() ? "kpi.site.mend" : "kpi.baseline.mend"));
    }

    private Tile emissions(Asked asked) {
        Function<Period, Balance.Known> of = period -> anything(asked, period)
                ? asked.balance().emitted(period.from(), period.end())
                : new Balance.Known(Optional.empty(), List.of());
        Balance.Known now = of.apply(asked.period());
        Function<Period, Optional<BigDecimal>> tonnes =
                period -> of.apply(period).value().map(kg -> kg.divide(THOUSAND, 3, RoundingMode.HALF_EVEN));
        String missing = !anything(asked, asked.period())
                ? say.message("kpi.none.read")
                : now.missing().isEmpty() ? "" : say.message("kpi.factor.none", String.join(", ", now.missing()));
        return tile(
                asked,
                "emissions",
                tonnes.apply(asked.period())
                        .map(t -> say.number(t.setScale(1, RoundingMode.HALF_EVEN)))
                        .orElse(""),
                say.message("kpi.emissions.unit"),
                change(asked, tonnes, true),
                spark(asked, tonnes),
                say.message(
                        "kpi.emissions.formula",
                        asked.balance().emissions().values().stream()
                                .map(factor -> factor.index().label())
                                .collect(joining("; "))),
                meters(asked, flow -> flow != Flow.EXPORT && flow != Flow.RENEWABLE),
                missing,
                now.missing().isEmpty()
                        ? say.message("kpi.none.read.mend")
                        : say.message(
                                "kpi.factor.mend",
                                now.missing().stream()
                                        .map(Factors::emissionName)
                                        .collect(joining(", "))));
    }

    private Tile intensity(Asked asked) {
        Optional<BigDecimal> area = asked.place().area();
        Function<Period, Optional<BigDecimal>> of = period -> anything(asked, period)
                ? area.map(size ->
                        asked.balance().used(period.from(), period.end()).divide(size, 2, RoundingMode.HALF_EVEN))
                : Optional.empty();
        Optional<BigDecimal> now = of.apply(asked.period());
        return tile(
                asked,
                "intensity",
                now.map(say::number).orElse(""),
                "kWh/m²",
                change(asked, of, true),
                spark(asked, of),
                say.message("kpi.intensity.formula", area.map(say::plain).orElse("?")),
                meters(asked, any()),
                now.isPresent() ? "" : say.message(area.isEmpty() ? "kpi.area.none" : "kpi.none.read"),
                area.isEmpty() ? say.message("kpi.area.mend", asked.place().id()) : say.message("kpi.none.read.mend"));
    }

    private Tile renewable(Asked asked) {
        Function<Period, Optional<BigDecimal>> of = period -> asked.balance()
                .renewable(period.from(), period.end())
                .value()
                .map(share -> share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN));
        Optional<BigDecimal> now = of.apply(asked.period());
        BigDecimal own = asked.balance()
                .energy(Flow.RENEWABLE, asked.period().from(), asked.period().end());
        boolean noShare = asked.balance()
                .renewable(asked.period().from(), asked.period().end())
                .missing()
                .contains("electricity");
        return tile(
                asked,
                "renewable",
                now.map(say::number).orElse(""),
                "%",
                now.isPresent()
                        ? new Change("wind", "wind", say.message("kpi.renewable.own", whole(own)))
                        : Change.NONE,
                spark(asked, of),
                say.message("kpi.renewable.formula"),
                meters(asked, flow -> flow != Flow.OTHER && flow != Flow.EXPORT),
                now.isPresent() ? "" : say.message(noShare ? "kpi.share.none" : "kpi.none.read"),
                noShare ? say.message("kpi.share.mend", Factors.renewableName()) : say.message("kpi.none.read.mend"));
    }

    private Tile peak(Asked asked) {
        List<MeterState> meters = Peaks.meters(asked.balance());
        Function<Period, Optional<BigDecimal>> of =
                period -> peaks.of(asked.balance(), period.from(), period.end()).map(Peaks.Peak::kilowatts);
        Optional<Peaks.Peak> now =
                peaks.of(asked.balance(), asked.period().from(), asked.period().end());
        String missing = now.isPresent()
                ? ""
                : say.message(
                        meters.isEmpty()
                                ? "kpi.peak.none"
                                : Peaks.joined(meters) ? "kpi.none.read" : "kpi.peak.unlike");
        return tile(
                asked,
                "peak",
                now.map(peak -> say.number(peak.kilowatts())).orElse(""),
                "kW",
                now.map(peak -> new Change(
                                "", "clock", say.dayOfMonth(say.dayOf(peak.at())) + ", " + say.minute(peak.at())))
                        .orElse(Change.NONE),
                meters.size() == 1 ? spark(asked, of) : "",
                say.message("kpi.peak.formula"),
                meters(asked, Flow.IMPORT::equals),
                missing,
                say.message(meters.isEmpty() ? "kpi.peak.mend" : "kpi.none.read.mend"));
    }

    private Tile complete(Asked asked) {
        Amount amount = asked.balance()
                .completeness(asked.period().from(), asked.period().end());
        boolean any = amount.expected() > 0;
        int lost = amount.expected() - amount.known();
        return tile(
                asked,
                "complete",
                any
                        ? say.number(BigDecimal.valueOf(amount.known())
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(amount.expected()), 1, RoundingMode.DOWN))
                        : "",
                "%",
                any
                        ? new Change(
                                lost == 0 ? "good" : "",
                                lost == 0 ? "good" : "missing",
                                say.message("kpi.complete.change", lost, amount.estimated()))
                        : Change.NONE,
                "",
                say.message("kpi.complete.formula"),
                meters(asked, any()),
                any ? "" : say.message("kpi.none.read"),
                say.message("kpi.none.read.mend"));
    }

    // what tiles have in common

    private record Change(String mood, String icon, String words) {
        static final Change NONE = new Change("", "", "");
    }

    private Tile tile(
            Asked asked,
            String key,
            String figure,
            String unit,
            Change change,
            String spark,
            String formula,
            List<Tile.Source> sources,
            String missing,
            String mend) {
        boolean known = missing.isEmpty();
        return new Tile(
                say.message("kpi." + key),
                say.period(asked.period().from(), asked.period().end()),
                known ? figure : "",
                unit,
                known ? change.mood() : "",
                known ? change.icon() : "",
                known ? change.words() : "",
                known ? spark : "",
                formula,
                sources,
                missing,
                known ? "" : mend);
    }

    private Change change(Asked asked, Function<Period, Optional<BigDecimal>> of, boolean lessIsGood) {
        Period before = asked.period().plus(-1);
        Optional<BigDecimal> now = of.apply(asked.period());
        Optional<BigDecimal> then = of.apply(before).filter(value -> value.signum() != 0);
        if (now.isEmpty() || then.isEmpty()) {
            return Change.NONE;
        }
        BigDecimal percent = now.get()
                .subtract(then.get())
                .multiply(HUNDRED)
                .divide(then.get().abs(), 1, RoundingMode.HALF_EVEN);
        boolean less = percent.signum() < 0;
        return new Change(
                percent.signum() == 0 ? "" : less == lessIsGood ? "good" : "warn",
                less ? "fall" : "up",
                say.message(
                        less ? "kpi.less" : "kpi.more",
                        say.number(percent.abs()),
                        say.period(before.from(), before.end())));
    }

    private String spark(Asked asked, Function<Period, Optional<BigDecimal>> of) {
        if (!asked.period().month()) {
            return "";
        }
        return Spark.of(IntStream.rangeClosed(1 - SPARKS, 0)
                .mapToObj(months -> of.apply(asked.period().plus(months)))
                .toList());
    }

    private static boolean anything(Asked asked, Period period) {
        return asked.balance().completeness(period.from(), period.end()).known() > 0;
    }

    private static Optional<BigDecimal> known(Asked asked, Period period, BigDecimal value) {
        return anything(asked, period) ? Optional.of(value) : Optional.empty();
    }

    private List<SavingsYear.Period> saved(Asked asked, Period period) {
        return asked.agreements().stream()
                .flatMap(agreed -> savings.periods(agreed, period.from(), period.end()).stream())
                .toList();
    }

    private static Optional<BigDecimal> share(List<SavingsYear.Period> periods) {
        Exact baseline = sum(periods, period -> period.saved().baseline());
        return baseline.signum() == 0
                ? Optional.empty()
                : Optional.of(sum(periods, period -> period.saved().used())
                        .dividedBy(baseline)
                        .toDecimal(4, RoundingMode.HALF_EVEN));
    }

    private static Exact sum(List<SavingsYear.Period> periods, Function<SavingsYear.Period, Exact> value) {
        return periods.stream().map(value).reduce(Exact.ZERO, Exact::plus);
    }

    private List<SettledFigures> settledIn(Asked asked, Period period) {
        return asked.agreements().stream()
                .flatMap(agreed -> settled.of(agreed.proposal().agreement(), period.from(), period.end()).stream())
                .toList();
    }

    /** What an organisation pays less what it receives, by currency. */
    private Map<String, BigDecimal> paid(Asked asked, MemberId owner, Period period) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Agreed agreed : asked.agreements()) {
            for (SettledFigures figures : settled.of(agreed.proposal().agreement(), period.from(), period.end())) {
                for (Payable payable : figures.payables()) {
                    if (agreed.proposal().is(payable.payer(), owner)) {
                        sums.merge(payable.currency(), payable.amount(), BigDecimal::add);
                    } else if (agreed.proposal().is(payable.payee(), owner)) {
                        sums.merge(payable.currency(), payable.amount().negate(), BigDecimal::add);
                    }
                }
            }
        }
        return sums;
    }

    private String titles(List<SavingsYear.Period> periods) {
        return periods.stream()
                .map(period ->
                        say.period(period.settled().from(), period.settled().to()))
                .distinct()
                .collect(joining(", "));
    }

    private String parts(Asked asked) {
        List<String> parts = new ArrayList<>();
        for (Flow flow : Flow.values()) {
            BigDecimal energy = asked.balance()
                    .energy(flow, asked.period().from(), asked.period().end());
            if (energy.signum() != 0) {
                parts.add(say.message("kpi.flow." + flow.name().toLowerCase(java.util.Locale.ROOT), whole(energy)));
            }
        }
        return String.join(", ", parts);
    }

    private List<Tile.Source> meters(Asked asked, java.util.function.Predicate<Flow> which) {
        return asked.balance().meters().stream()
                .filter(meter -> Flow.of(meter).filter(which).isPresent())
                .map(meter -> new Tile.Source(
                        meter.label(),
                        "/meters/" + meter.meter() + "?span="
                                + (asked.period().month() ? "month" : "year") + "&day="
                                + asked.period().from()))
                .toList();
    }

    private static java.util.function.Predicate<Flow> any() {
        return flow -> true;
    }

    private List<Tile.Source> statements(Asked asked, List<SettledFigures> periods) {
        return periods.stream()
                .map(period -> new Tile.Source(
                        say.message(
                                "kpi.statement",
                                asked.agreements().stream()
                                        .filter(agreed -> agreed.proposal()
                                                .agreement()
                                                .equals(period.id().agreement()))
                                        .map(agreed -> agreed.proposal().title())
                                        .findFirst()
                                        .orElse(""),
                                say.period(period.from(), period.to())),
                        SettlementRows.link(period.id())))
                .toList();
    }

    private String whole(BigDecimal value) {
        return say.number(value.setScale(0, RoundingMode.HALF_EVEN));
    }

    private String whole(Exact value) {
        return say.number(value.toDecimal(0, RoundingMode.HALF_EVEN));
    }
}
