package io.smartblocks.runtime.bench;

import static io.smartblocks.runtime.bench.PlainAmounts.cents;
import static io.smartblocks.runtime.bench.PlainAmounts.excess;
import static io.smartblocks.runtime.bench.PlainMonth.figure;

import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.metering.MeterColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.Function;

/**
 * What agreements of the benched templates come to, written by hand for each: passes over the columns and a few lines of
 * arithmetic. It is right for the bench's cases only, in which nothing is late, stated or adjusted.
 */
final class PlainTemplates {

    private static final BigDecimal KWH_IN_A_MWH = BigDecimal.valueOf(1_000);
    private static final BigDecimal SIX = BigDecimal.valueOf(6);

    private static final Map<String, Function<PlainMonth, PlainAmounts>> BY_NAME = Map.ofEntries(
            Map.entry("guaranteed-savings", PlainTemplates::guaranteedSavings),
            Map.entry("shared-savings-heat", PlainTemplates::sharedSavings),
            Map.entry("pay-for-performance", month -> new PlainAmounts().payable("0")),
            Map.entry("heat-delivery", PlainTemplates::heatDelivery),
            Map.entry("heat-supply-take-or-pay", PlainTemplates::heatSupply),
            Map.entry("time-of-use-supply", PlainTemplates::timeOfUse),
            Map.entry("energy-supply", PlainTemplates::energySupply),
            Map.entry("prepaid-meter", PlainTemplates::prepaid),
            Map.entry("ev-charging", PlainTemplates::charging),
            Map.entry("power-purchase", PlainTemplates::powerPurchase),
            Map.entry("demand-response", PlainTemplates::demandResponse),
            Map.entry("renewable-certificates", PlainTemplates::certificates));

    private PlainTemplates() {}

    /** How a template is settled in plain Java. */
    static Function<PlainMonth, PlainAmounts> named(String template) {
        Function<PlainMonth, PlainAmounts> plain = BY_NAME.get(template);
        if (plain == null) {
            throw new IllegalArgumentException("there is no plain Java for the template " + template);
        }
        return plain;
    }

    private static PlainAmounts guaranteedSavings(PlainMonth month) {
        return new PlainAmounts().owes(month.the("Quarterly Fee")).payable(month.the("VAT Rate"));
    }

    private static PlainAmounts sharedSavings(PlainMonth month) {
        BigDecimal baseline = month.the("Base Load")
                .multiply(BigDecimal.valueOf(month.days()))
                .add(month.the("Heating Slope").multiply(month.total("Outdoor Station")));
        BigDecimal used = month.total("Gas Meter");
        BigDecimal price = month.index("Gas Price").max(month.the("Lowest Gas Price"));
        BigDecimal value = cents(excess(baseline, used).multiply(price));
        boolean first = month.previous("Recovered").compareTo(month.the("Investment")) < 0;
        BigDecimal share = month.the(first ? "First Share" : "Later Share");
        return new PlainAmounts()
                .owes(share.multiply(value))
                .getsUntaxed(month.the("First Share")
                        .multiply(excess(used, baseline))
                        .multiply(price))
                .owes(month.the("Service Fee"))
                .payable("0.135");
    }

    private static PlainAmounts heatDelivery(PlainMonth month) {
        BigDecimal gas = month.the("Base Gas Index");
        BigDecimal labour = month.the("Base Labour Index");
        BigDecimal consumer = month.the("Base Consumer Index");
        BigDecimal heatPrice = month.the("Base Heat Price")
                .multiply(mixed(month.the("Fixed Heat Part"), month.index("Gas Index"), gas))
                .divide(gas, 9, RoundingMode.HALF_UP);
        BigDecimal fixed = month.the("Fixed Operation Part");
        BigDecimal byLabour = month.the("Labour Operation Part");
        BigDecimal byPrices = BigDecimal.ONE.subtract(fixed).subtract(byLabour);
        BigDecimal parts = fixed.multiply(labour)
                .multiply(consumer)
                .add(byLabour.multiply(month.index("Labour Index")).multiply(consumer))
                .add(byPrices.multiply(month.index("Consumer Index")).multiply(labour));
        BigDecimal operation = month.the("Base Operation Charge")
                .multiply(parts)
                .divide(labour.multiply(consumer), 2, RoundingMode.HALF_UP);
        BigDecimal renewal = month.the("Base Renewal Charge")
                .multiply(mixed(month.the("Fixed Renewal Part"), month.index("Consumer Index"), consumer))
                .divide(consumer, 2, RoundingMode.HALF_UP);
        BigDecimal deduction = cold(month)
                .multiply(month.the("Comfort Rate"))
                .min(month.the("Deduction Limit").multiply(operation));
        return new PlainAmounts()
                .owes(month.total("Heat Meter").multiply(KWH_IN_A_MWH).multiply(heatPrice))
                .owes(operation)
                .owes(renewal)
                .gets(deduction)
                .payable(month.the("VAT Rate"));
    }

    /** A fixed part and one that follows an index, times the base of the index. */
    private static BigDecimal mixed(BigDecimal fixed, BigDecimal index, BigDecimal base) {
        return fixed.multiply(base).add(BigDecimal.ONE.subtract(fixed).multiply(index));
    }

    private static BigDecimal cold(PlainMonth month) {
        MeterColumn room = month.column("Room Sensor");
        long point = month.the("Set Point")
                .movePointRight(room.scale())
                .toBigInteger()
                .longValueExact();
        long cold = 0;
        for (int hour = 0; hour < room.size(); hour++) {
            cold += Math.max(0, point - room.value(hour));
        }
        return BigDecimal.valueOf(cold, room.scale());
    }

    private static PlainAmounts heatSupply(PlainMonth month) {
        return new PlainAmounts()
                .owes(month.month("Heat Meter", 0).multiply(KWH_IN_A_MWH).multiply(month.the("Heat Price")))
                .owes(month.the("Daily Charge").multiply(BigDecimal.valueOf(month.days())))
                .payable("0.09");
    }

    private static PlainAmounts timeOfUse(PlainMonth month) {
        BigDecimal night = month.atNight("Import Meter");
        BigDecimal peak = month.atPeak("Import Meter");
        BigDecimal day = month.total("Import Meter").subtract(night).subtract(peak);
        MeterColumn column = month.column("Import Meter");
        BigDecimal demand = BigDecimal.valueOf(column.highest(0, column.size()) * 4, column.scale());
        BigDecimal contracted = month.the("Contracted Demand");
        BigDecimal price = month.the("Demand Price");
        return new PlainAmounts()
                .owes(day.multiply(month.the("Day Price")))
                .owes(night.multiply(month.the("Night Price")))
                .owes(peak.multiply(month.the("Peak Price")))
                .owes(demand.max(contracted.multiply(new BigDecimal("0.6"))).multiply(price))
                .owes(month.the("Standing Charge").multiply(BigDecimal.valueOf(month.days())))
                .owes(excess(demand, contracted).multiply(price).multiply(new BigDecimal("0.5")))
                .getsUntaxed(month.total("Export Meter").multiply(month.the("Export Price")))
                .payable("0.09");
    }

    private static PlainAmounts energySupply(PlainMonth month) {
        BigDecimal night = month.atNight("Import Meter");
        BigDecimal peak = month.atPeak("Import Meter");
        BigDecimal used = month.total("Import Meter");
        BigDecimal capacity = month.the("Import Capacity");
        BigDecimal days = BigDecimal.valueOf(month.days());
        BigDecimal least = capacity.multiply(month.the("Power Factor")).multiply(month.the("Capacity Share"));
        BigDecimal earlier = BigDecimal.ZERO;
        for (int before = 1; before < Math.min(12, month.settled().period().number()); before++) {
            earlier = earlier.max(month.month("Maximum Demand", before));
        }
        BigDecimal billed = month.month("Maximum Demand", 0)
                .max(earlier.multiply(month.the("Ratchet Share")))
                .max(least);
        BigDecimal above = excess(used, month.the("First Block"));
        BigDecimal discount = above.min(month.the("Second Block"))
                .multiply(month.the("Second Discount"))
                .add(excess(above, month.the("Second Block")).multiply(month.the("Third Discount")));
        return new PlainAmounts()
                .owes(used.subtract(night).subtract(peak).multiply(month.the("Day Price")))
                .owes(night.multiply(month.the("Night Price")))
                .owes(peak.multiply(month.the("Peak Price")))
                .owes(billed.multiply(month.the("Demand Price")))
                .owes(month.the("Capacity Price").multiply(capacity).multiply(days))
                .owes(month.the("Daily Charge").multiply(days))
                .owes(month.the("Levy Rate").multiply(capacity))
                .owes(used.multiply(month.the("Tax Rate")))
                .getsUntaxed(month.total("Export Meter").multiply(month.the("Export Price")))
                .gets(discount)
                .payable("0.09");
    }

    private static PlainAmounts prepaid(PlainMonth month) {
        int wrongful = 0;
        for (ReportedEvent event : month.events("Disconnection")) {
            wrongful += month.isWithin(event) && !month.isWorking(event, 10, 16) ? 1 : 0;
        }
        return new PlainAmounts()
                .getsUntaxed(month.the("Disconnection Payment").multiply(BigDecimal.valueOf(wrongful)))
                .payable("0");
    }

    private static PlainAmounts charging(PlainMonth month) {
        Sessions own = sessions(month, "Session", "Energy Charged", "Idle Time", BigDecimal.ZERO);
        Sessions roaming = sessions(
                month, "Roaming Session", "Roaming Energy", "Roaming Idle Time", month.the("Roaming Surcharge"));
        BigDecimal fleet = cents(own.starts).add(cents(own.energy)).add(own.idle);
        BigDecimal sales = cents(roaming.starts.add(roaming.energy).add(roaming.idle));
        BigDecimal revenue =
                sales.subtract(cents(month.the("Partner Commission").multiply(sales)));
        BigDecimal share = month.the("Site Share");
        BigDecimal site = cents(share.multiply(fleet));
        BigDecimal roamed = cents(share.multiply(revenue));
        return new PlainAmounts()
                .owes(month.the("Subscription"))
                .owes(own.starts)
                .owes(own.energy)
                .owes(own.idle)
                .payable("0.23")
                .apart(site)
                .apart(roamed)
                .apart(cents(revenue).subtract(roamed));
    }

    private record Sessions(BigDecimal starts, BigDecimal energy, BigDecimal idle) {}

    private static Sessions sessions(
            PlainMonth month, String name, String charged, String waited, BigDecimal surcharge) {
        BigDecimal energy = BigDecimal.ZERO;
        BigDecimal idle = BigDecimal.ZERO;
        for (ReportedEvent event : month.events(name)) {
            BigDecimal price = month.the(month.isWorking(event, 7, 21) ? "Day Price" : "Off-Peak Price");
            energy = energy.add(figure(event, charged).multiply(price.add(surcharge)));
            BigDecimal steps = excess(figure(event, waited), month.the("Idle Grace"))
                    .multiply(SIX)
                    .setScale(0, RoundingMode.FLOOR);
            idle = idle.add(cents(month.the("Idle Fee").multiply(steps).min(month.the("Greatest Idle Fee"))));
        }
        BigDecimal starts = month.the("Start Fee")
                .multiply(BigDecimal.valueOf(month.events(name).size()));
        return new Sessions(starts, energy, idle);
    }

    private static PlainAmounts powerPurchase(PlainMonth month) {
        MeterColumn output = month.column("Output Meter");
        MeterColumn market = month.column("Market Price");
        long paid = 0;
        long delivered = 0;
        for (int i = 0; i < output.size(); i++) {
            delivered += output.value(i);
            paid += market.value(i) < 0 ? 0 : output.value(i);
        }
        BigDecimal base = month.the("Base Consumer Index");
        BigDecimal indexed = month.the("Indexed Part");
        BigDecimal price = month.the("First Price")
                .multiply(mixed(BigDecimal.ONE.subtract(indexed), month.index("Consumer Index"), base))
                .divide(base, 30, RoundingMode.HALF_UP)
                .max(month.the("Lowest Price"))
                .min(month.the("Highest Price"))
                .setScale(5, RoundingMode.HALF_UP);
        BigDecimal certificates = month.previous("Uncertified Energy")
                .add(BigDecimal.valueOf(delivered, output.scale()))
                .divideToIntegralValue(KWH_IN_A_MWH);
        return new PlainAmounts()
                .owes(BigDecimal.valueOf(paid, output.scale()).multiply(price))
                .duty(certificates)
                .payable(month.the("VAT Rate"));
    }

    private static PlainAmounts demandResponse(PlainMonth month) {
        BigDecimal called = BigDecimal.ZERO;
        BigDecimal counted = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal missing = BigDecimal.ZERO;
        for (ReportedEvent event : month.events("Dispatch")) {
            BigDecimal asked = figure(event, "Called Energy");
            BigDecimal reduced = excess(figure(event, "Baseline Energy"), figure(event, "Metered Energy"));
            called = called.add(asked);
            counted = counted.add(reduced.min(asked));
            paid = paid.add(reduced.min(asked.multiply(month.the("Paid Share"))));
            missing = missing.add(excess(asked.multiply(month.the("Tolerated Share")), reduced));
        }
        BigDecimal out = BigDecimal.ZERO;
        for (ReportedEvent event : month.events("Opt-Out")) {
            out = out.add(figure(event, "Opt-Out Time"));
        }
        BigDecimal available =
                excess(BigDecimal.valueOf(month.workingDays() * 4L), excess(out, month.the("Free Time")));
        BigDecimal full = month.the("Committed Capacity")
                .multiply(month.the("Availability Price"))
                .multiply(available);
        boolean enough = counted.compareTo(called.multiply(month.the("Tolerated Share"))) >= 0;
        boolean tooLittle = counted.compareTo(called.multiply(month.the("Least Factor"))) < 0;
        BigDecimal availability = enough
                ? cents(full)
                : tooLittle ? BigDecimal.ZERO : full.multiply(counted).divide(called, 2, RoundingMode.HALF_UP);
        BigDecimal penalty = missing.multiply(month.the("Penalty Price"))
                .min(month.the("Penalty Share").multiply(availability))
                .min(month.the("Yearly Penalty"));
        return new PlainAmounts()
                .owes(availability)
                .owes(paid.multiply(month.the("Utilisation Price")))
                .getsUntaxed(penalty)
                .payable("0.23");
    }

    private static PlainAmounts certificates(PlainMonth month) {
        BigDecimal earned = month.previous("Carried Energy")
                .add(month.total("Generation Meter"))
                .divideToIntegralValue(KWH_IN_A_MWH);
        return new PlainAmounts()
                .duty(earned)
                .duty(month.the("Retired Share").multiply(earned).setScale(0, RoundingMode.CEILING))
                .payable("0");
    }
}
