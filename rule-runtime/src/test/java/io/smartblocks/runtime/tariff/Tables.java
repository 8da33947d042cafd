package io.smartblocks.runtime.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A tariff as utilities publish it in tables: hours of weekdays and weekends by month, prices, tiers, demand, credits. */
final class Tables {

    /** How a customer's own generation counts, by the number that the tables use. */
    enum Metering {
        ENERGY_CREDITS,
        MONEY_CREDITS,
        NET_BILLING,
        NET_BILLING_CARRIED,
        BUY_ALL_SELL_ALL;

        /** True if what is drawn and fed in is netted over the month, not in each hour. */
        boolean isMonthly() {
            return this == ENERGY_CREDITS || this == MONEY_CREDITS;
        }
    }

    /** A step of a price; a limit above everything has the rest. */
    record Tier(BigDecimal limit, int unit, BigDecimal buy, BigDecimal sell) {
        boolean isLast() {
            return limit.compareTo(new BigDecimal("1E+37")) > 0;
        }

        /** True if the limit is counted in kWh for each kW of demand. */
        boolean isPerDemand() {
            return unit == 1 || unit == 3;
        }

        boolean isPerDay() {
            return unit == 2 || unit == 3;
        }
    }

    private final JsonNode inputs;

    Tables(JsonNode inputs) {
        this.inputs = inputs;
    }

    Metering metering() {
        return Metering.values()[whole("ur_metering_option", 0)];
    }

    /** The month, counted from zero, after which credits are paid out. */
    int creditMonth() {
        return whole("ur_nm_credit_month", 11);
    }

    boolean is(String name) {
        return whole(name, 0) != 0;
    }

    int whole(String name, int otherwise) {
        return inputs.hasNonNull(name) ? inputs.get(name).decimalValue().intValueExact() : otherwise;
    }

    BigDecimal number(String name) {
        return inputs.hasNonNull(name) ? inputs.get(name).decimalValue() : BigDecimal.ZERO;
    }

    List<BigDecimal> row(String name) {
        return row(inputs.path(name));
    }

    Schedule schedule(String kind) {
        return new Schedule(hours("ur_" + kind + "_sched_weekday"), hours("ur_" + kind + "_sched_weekend"));
    }

    /** The tiers of the energy price by period. */
    SortedMap<Integer, List<Tier>> energy() {
        boolean same = is("ur_sell_eq_buy");
        SortedMap<Integer, List<Tier>> tiers = new TreeMap<>();
        rows("ur_ec_tou_mat").stream()
                .sorted(Comparator.comparing(row -> row.get(1)))
                .forEach(row -> tiers.computeIfAbsent(row.get(0).intValueExact(), period -> new ArrayList<>())
                        .add(new Tier(
                                row.get(2), row.get(3).intValueExact(), row.get(4), same ? row.get(4) : row.get(5))));
        return tiers;
    }

    /** The tiers of a demand price by period, or by month counted from zero. */
    SortedMap<Integer, List<Tier>> demand(String name) {
        SortedMap<Integer, List<Tier>> tiers = new TreeMap<>();
        rows(name).stream()
                .sorted(Comparator.comparing(row -> row.get(1)))
                .forEach(row -> tiers.computeIfAbsent(row.get(0).intValueExact(), period -> new ArrayList<>())
                        .add(new Tier(row.get(2), 0, row.get(3), BigDecimal.ZERO)));
        return tiers;
    }

    List<List<BigDecimal>> rows(String name) {
        List<List<BigDecimal>> rows = new ArrayList<>();
        inputs.path(name).forEach(row -> rows.add(row(row)));
        return rows;
    }

    private static List<BigDecimal> row(JsonNode node) {
        List<BigDecimal> row = new ArrayList<>();
        node.forEach(value -> row.add(value.decimalValue()));
        return row;
    }

    private int[][] hours(String name) {
        return rows(name).stream()
                .map(row -> row.stream().mapToInt(BigDecimal::intValueExact).toArray())
                .toArray(int[][]::new);
    }
}
