package io.smartblocks.runtime.tariff;

import io.smartblocks.runtime.tariff.Tables.Metering;
import io.smartblocks.runtime.tariff.Tables.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Writes what energy costs and what is credited for it. */
final class EnergyText {

    private final Tables tables;
    private final boolean generating;
    private final Terms terms;
    private final Seasons seasons;
    private final Schedule schedule;
    private final SortedMap<Integer, List<Tier>> tiers;
    private final Ladder ladder;

    EnergyText(Tables tables, boolean generating, Terms terms, Seasons seasons) {
        this.tables = tables;
        this.generating = generating;
        this.terms = terms;
        this.seasons = seasons;
        this.schedule = tables.schedule("ec");
        this.tiers = tables.energy();
        this.ladder = new Ladder(terms, "kWh");
    }

    /** Defines the charges and the credit of a month; the credit is empty where there is none. */
    Map<String, List<String>> write() {
        return tables.metering().isMonthly() ? monthly() : hourly();
    }

    private Map<String, List<String>> monthly() {
        List<String> used = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int period : schedule.periods()) {
            String net = terms.define("Net " + period, "the total of " + within("Net Draw", period) + " over Month");
            if (generating) {
                boolean carried = tables.metering() == Metering.ENERGY_CREDITS;
                String brought = carried ? terms.define("Brought " + period, brought(period)) : "0 kWh";
                used.add(terms.define("Use " + period, "the amount by which " + net + " exceeds " + brought));
                left.add(terms.define("Surplus " + period, "the amount by which " + brought + " exceeds " + net));
                if (carried) {
                    terms.say("Surplus " + period + " starts at 0 kWh.");
                }
            } else {
                used.add(net);
            }
        }
        boolean credited = generating && tables.metering() == Metering.MONEY_CREDITS;
        return Map.of(
                "charge",
                shared("Use", used, Tier::buy),
                "credit",
                credited ? shared("Surplus", left, Tier::sell) : List.of());
    }

    /** What an earlier month left for a period. */
    private String brought(int period) {
        List<String> byMonth = IntStream.range(0, 12)
                .mapToObj(month -> {
                    int before = (month + 11) % 12;
                    if (before == tables.creditMonth()) {
                        return "0 kWh";
                    }
                    List<String> heirs = schedule.periods().stream()
                            .filter(from -> schedule.in(before).contains(from)
                                    ? schedule.heir(from, before).equals(Optional.of(period))
                                    : from == period)
                            .map(from -> "the previous Surplus " + from)
                            .toList();
                    return heirs.isEmpty() ? "0 kWh" : Terms.sum(heirs);
                })
                .toList();
        return seasons.cases(byMonth);
    }

    /** The tiers hold for the month's total; each period has its share of every tier. */
    private List<String> shared(String name, List<String> amounts, Function<Tier, BigDecimal> price) {
        List<String> charges = new ArrayList<>();
        boolean tiered =
                schedule.periods().stream().anyMatch(period -> tiers.get(period).size() > 1);
        String total =
                !tiered || amounts.size() == 1 ? amounts.get(0) : terms.define("Total " + name, Terms.sum(amounts));
        int i = 0;
        for (int period : schedule.periods()) {
            String amount = amounts.get(i++);
            List<Tier> steps = tiers.get(period);
            String label = name + " " + period;
            if (steps.size() == 1 || amounts.size() == 1) {
                charges.add(ladder.charge(label, amount, steps, price));
            } else {
                String whole = ladder.charge(label + " Alone", total, steps, price);
                charges.add(terms.define(
                        label + " Charge",
                        "0 USD when %s is equal to 0 kWh; %s * %s / %s otherwise"
                                .formatted(total, whole, amount, total)));
            }
        }
        return charges;
    }

    private Map<String, List<String>> hourly() {
        List<String> charges = new ArrayList<>();
        List<String> credits = new ArrayList<>();
        if (!generating) {
            charges.addAll(hourly("Load Meter", "Load", "Buy", Tier::buy));
        } else if (tables.metering() == Metering.BUY_ALL_SELL_ALL) {
            terms.define("Sold", "the amount by which Generation Meter exceeds 0 kWh");
            terms.define("Standby", "the amount by which 0 kWh exceeds Generation Meter");
            charges.addAll(hourly("Load Meter", "Load", "Buy", Tier::buy));
            charges.addAll(hourly("Standby", "Plant", "Buy", Tier::buy));
            credits.addAll(hourly("Sold", "Sales", "Sell", Tier::sell));
        } else {
            terms.define("Import", "the amount by which Load Meter exceeds Generation Meter");
            terms.define("Export", "the amount by which Generation Meter exceeds Load Meter");
            charges.addAll(hourly("Import", "Import", "Buy", Tier::buy));
            credits.addAll(hourly("Export", "Export", "Sell", Tier::sell));
        }
        return Map.of("charge", charges, "credit", credits);
    }

    private List<String> hourly(String flow, String name, String side, Function<Tier, BigDecimal> price) {
        if (tables.is("ur_en_ts_" + side.toLowerCase(java.util.Locale.ROOT) + "_rate")) {
            return List.of(
                    terms.define(name + " Charge", "the total of (" + flow + " * " + side + " Index) over Month"));
        }
        if (schedule.periods().stream().allMatch(period -> tiers.get(period).size() == 1)) {
            Map<BigDecimal, Set<Integer>> byPrice = new LinkedHashMap<>();
            schedule.periods()
                    .forEach(period -> byPrice.computeIfAbsent(
                                    price.apply(tiers.get(period).get(0)).stripTrailingZeros(), each -> new TreeSet<>())
                            .add(period));
            String label = name + " Price";
            terms.define(label, prices(byPrice));
            return List.of(terms.define(name + " Charge", "the total of (" + flow + " * " + label + ") over Month"));
        }
        if (!schedule.isSeasonal()) {
            throw new NotSayable(
                    "each hour is priced by the tier that the month has reached by then, and several periods"
                            + " of a month have tiers");
        }
        List<String> charges = new ArrayList<>();
        for (int period : schedule.periods()) {
            String drawn =
                    terms.define(name + " " + period, "the total of " + within(flow, name, period) + " over Month");
            charges.add(ladder.charge(name + " " + period, drawn, tiers.get(period), price));
        }
        return charges;
    }

    private String prices(Map<BigDecimal, Set<Integer>> byPrice) {
        List<BigDecimal> all = new ArrayList<>(byPrice.keySet());
        BigDecimal rest = all.remove(0);
        StringBuilder cases = new StringBuilder();
        for (BigDecimal each : all) {
            cases.append(Terms.price(each, "kWh"))
                    .append(" when ")
                    .append(schedule.when(byPrice.get(each), seasons).orElseThrow())
                    .append("; ");
        }
        return cases + Terms.price(rest, "kWh") + (all.isEmpty() ? "" : " otherwise");
    }

    private String within(String flow, int period) {
        return within(generating ? flow : "Load Meter", "Draw", period);
    }

    private String within(String flow, String name, int period) {
        return schedule.when(Set.of(period), seasons)
                .map(when -> terms.define(name + " In " + period, flow + " when " + when + "; 0 kWh otherwise"))
                .orElse(flow);
    }
}
