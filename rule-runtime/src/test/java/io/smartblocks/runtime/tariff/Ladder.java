package io.smartblocks.runtime.tariff;

import io.smartblocks.runtime.tariff.Tables.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes tiers of a price as bands. Limits may be amounts, amounts per day, or kWh for each kW of the billing demand (the
 * hours of use); of the latter each may be divided by amounts that stand behind it.
 */
final class Ladder {

    private final Terms terms;
    private final String unit;

    Ladder(Terms terms, String unit) {
        this.terms = terms;
        this.unit = unit;
    }

    /** Defines what an amount counts; {@code name} tells the terms of different ladders apart. */
    String charge(String name, String amount, List<Tier> tiers, Function<Tier, BigDecimal> price) {
        List<List<Tier>> blocks = blocks(tiers);
        if (blocks.stream().allMatch(block -> block.size() == 1)) {
            return terms.define(name + " Charge", bands(name, amount, tiers, price));
        }
        List<String> parts = new ArrayList<>();
        String below = "";
        for (int i = 0; i < blocks.size(); i++) {
            List<Tier> block = blocks.get(i);
            String label = name + " Block " + (i + 1);
            List<Tier> steps = block.size() == 1 ? block : block.subList(1, block.size());
            String upper = block.get(0).isLast()
                    ? amount
                    : terms.define(label + " Amount", "the lesser of " + amount + " and " + limit(label, block.get(0)));
            parts.add(counted(label + " Upper", upper, steps, price));
            if (!below.isEmpty()) {
                parts.set(i, parts.get(i) + " - " + counted(label + " Lower", below, steps, price));
            }
            below = upper;
        }
        return terms.define(name + " Charge", Terms.sum(parts));
    }

    private String counted(String name, String amount, List<Tier> steps, Function<Tier, BigDecimal> price) {
        return steps.size() == 1
                ? amount + " * " + Terms.price(price.apply(steps.get(0)), unit)
                : terms.define(name, bands(name, amount, steps, price));
    }

    private String bands(String name, String amount, List<Tier> tiers, Function<Tier, BigDecimal> price) {
        if (tiers.size() == 1) {
            return amount + " * " + Terms.price(price.apply(tiers.get(0)), unit);
        }
        List<String> bands = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            String where = i == tiers.size() - 1 ? "above" : "up to " + limit(name + " " + (i + 1), tier);
            bands.add(where + " at " + Terms.price(price.apply(tier), unit));
        }
        return amount + " in bands: " + String.join("; ", bands);
    }

    private String limit(String name, Tier tier) {
        String figure = Terms.plain(tier.limit()) + " " + unit;
        if (!tier.isPerDemand() && !tier.isPerDay()) {
            return figure;
        }
        return terms.define(
                name + " Limit",
                figure
                        + (tier.isPerDemand() ? " per kW" : "")
                        + (tier.isPerDay() ? " per day * the days of Month" : "")
                        + (tier.isPerDemand() ? " * Billing Demand" : ""));
    }

    /** Each limit per demand with the amounts that divide it; without such limits each tier for itself. */
    private static List<List<Tier>> blocks(List<Tier> tiers) {
        List<List<Tier>> blocks = new ArrayList<>();
        boolean nested = tiers.stream().anyMatch(Tier::isPerDemand);
        for (Tier tier : tiers) {
            if (blocks.isEmpty() || !nested || tier.isPerDemand()) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(tier);
        }
        return blocks;
    }
}
