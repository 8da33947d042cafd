package io.smartblocks.runtime.tariff;

import io.smartblocks.runtime.tariff.Tables.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what the highest demand of a month costs, and which demand counts. */
final class DemandText {

    private final Tables tables;
    private final Terms terms;
    private final Seasons seasons;
    private final String draw;
    private final String name;

    /** The demand of a draw; {@code name} tells it apart from another one of the same agreement. */
    DemandText(Tables tables, String draw, String name, Terms terms, Seasons seasons) {
        this.tables = tables;
        this.draw = draw;
        this.name = name;
        this.terms = terms;
        this.seasons = seasons;
    }

    /** True if a price, or a limit of a tier, rests on demand. */
    static boolean isAskedFor(Tables tables) {
        return tables.is("ur_dc_enable")
                || tables.energy().values().stream().flatMap(List::stream).anyMatch(Tier::isPerDemand);
    }

    /** Defines the demand that counts, before the energy whose tiers may rest on it. */
    void writeBilling() {
        String peak = terms.define(name + "Peak", "the highest power of " + draw + " over Month, at least 0 kW");
        terms.define(name + "Billing Demand", tables.is("ur_enable_billing_demand") ? ratchet(peak) : peak);
    }

    /** Defines the charges of a month. */
    List<String> write() {
        if (!tables.is("ur_dc_enable")) {
            return List.of();
        }
        List<String> charges = new ArrayList<>(flat());
        Schedule schedule = tables.schedule("dc");
        SortedMap<Integer, List<Tier>> tiers = tables.demand("ur_dc_tou_mat");
        Map<Integer, Boolean> ratcheted = counted();
        for (int period : schedule.periods()) {
            List<Tier> steps = tiers.getOrDefault(period, List.of());
            if (steps.stream().anyMatch(tier -> tier.buy().signum() != 0)) {
                String label = name + "Demand " + period;
                String demand = ratcheted.getOrDefault(period, false)
                        ? terms.define(label, inMonths(schedule.monthsOf(period)))
                        : terms.define(
                                label,
                                "the highest power of " + within(schedule, period) + " over Month, at least 0 kW");
                charges.add(new Ladder(terms, "kW").charge(label, single(demand, label), steps, Tier::buy));
            }
        }
        return charges;
    }

    private String inMonths(Set<Integer> months) {
        return seasons.cases(IntStream.range(0, 12)
                .mapToObj(month -> months.contains(month) ? name + "Billing Demand" : "0 kW")
                .toList());
    }

    /** Where only one peak a month is charged, it is that of the period in which the month's peak falls. */
    private String single(String demand, String label) {
        return tables.is("TOU_demand_single_peak")
                ? terms.define(
                        label + " Charged",
                        "%sBilling Demand when %s is equal to %sPeak; 0 kW otherwise".formatted(name, demand, name))
                : demand;
    }

    private String within(Schedule schedule, int period) {
        return schedule.when(Set.of(period), seasons)
                .map(when -> terms.define(name + "Demand Draw " + period, draw + " when " + when + "; 0 kWh otherwise"))
                .orElse(draw);
    }

    private List<String> flat() {
        SortedMap<Integer, List<Tier>> byMonth = tables.demand("ur_dc_flat_mat");
        if (byMonth.values().stream()
                .flatMap(List::stream)
                .allMatch(tier -> tier.buy().signum() == 0)) {
            return List.of();
        }
        Map<List<Tier>, String> charges = new LinkedHashMap<>();
        byMonth.values()
                .forEach(tiers -> charges.computeIfAbsent(
                        tiers,
                        each -> new Ladder(terms, "kW")
                                .charge(
                                        name + "Capacity " + (charges.size() + 1),
                                        name + "Billing Demand",
                                        each,
                                        Tier::buy)));
        List<String> values = byMonth.values().stream().map(charges::get).toList();
        return List.of(
                charges.size() == 1 ? values.get(0) : terms.define(name + "Capacity Charge", seasons.cases(values)));
    }

    /** The highest of the months before, each at its share, of this month, and of what counts at least. */
    private String ratchet(String peak) {
        List<List<BigDecimal>> months = tables.rows("ur_billing_demand_lookback_percentages");
        String share = terms.define(
                name + "Ratchet Share",
                seasons.cases(months.stream()
                        .map(row -> Terms.plain(row.get(0)) + " %")
                        .toList()));
        String counted = terms.define(name + "Ratchet Draw", ratchetDraw() + " * " + share);
        int back = tables.whole("ur_billing_demand_lookback_period", 11);
        String earlier = terms.define(
                name + "Ratchet Demand",
                seasons.cases(IntStream.range(0, 12)
                        .mapToObj(month -> month <= back ? back + 1 : back)
                        .map(look -> look == 0
                                ? "0 kW"
                                : "the highest power of " + counted + " over the previous " + look + " Months")
                        .toList()));
        String own = terms.define(
                name + "Own Demand",
                seasons.cases(months.stream()
                        .map(row -> row.get(1).signum() != 0
                                ? "the highest power of " + ratchetDraw() + " over Month"
                                : "the highest power of " + counted + " over Month")
                        .toList()));
        return "the greater of " + earlier + " and " + own + ", at least "
                + Terms.plain(tables.number("ur_billing_demand_minimum")) + " kW, at least 0 kW";
    }

    private String ratchetDraw() {
        Set<Integer> periods = counted().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Schedule schedule = tables.schedule("dc");
        boolean all = periods.isEmpty() || periods.containsAll(schedule.periods());
        Optional<String> when = all ? Optional.empty() : schedule.when(periods, seasons);
        String label = name + "Counted Draw";
        boolean known = terms.sentences().stream().anyMatch(each -> each.startsWith(label + " is"));
        return when.map(it -> known ? label : terms.define(label, draw + " when " + it + "; 0 kWh otherwise"))
                .orElse(draw);
    }

    private Map<Integer, Boolean> counted() {
        return tables.is("ur_enable_billing_demand")
                ? tables.rows("ur_dc_billing_demand_periods").stream()
                        .collect(Collectors.toMap(
                                row -> row.get(0).intValueExact(),
                                row -> row.get(1).signum() != 0))
                : Map.of();
    }
}
