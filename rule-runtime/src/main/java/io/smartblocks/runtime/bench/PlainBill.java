package io.smartblocks.runtime.bench;

import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.MeterColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The bench's bill in plain Java, the measure for the engine: few passes over the readings, six lines, VAT. */
record PlainBill(
        BigDecimal nightEnergy,
        BigDecimal peakEnergy,
        BigDecimal energy,
        BigDecimal dayEnergy,
        BigDecimal peakDemand,
        BigDecimal excessDemand,
        BigDecimal day,
        BigDecimal night,
        BigDecimal peak,
        BigDecimal demand,
        BigDecimal standing,
        BigDecimal excess,
        BigDecimal net,
        BigDecimal vat,
        BigDecimal gross) {

    private static final BigDecimal CONTRACTED = BigDecimal.valueOf(100);
    private static final BigDecimal DEMAND_PRICE = new BigDecimal("4.2150");
    private static final BigDecimal STANDING = new BigDecimal("1.1840");
    private static final BigDecimal EXCESS_PRICE = new BigDecimal("2.10");
    private static final BigDecimal VAT = new BigDecimal("0.09");

    static PlainBill of(MeterColumn column, ClockMask mask, Sample.Prices prices, int days) {
        int scale = column.scale();
        long night = mask.runs(0).sum(column, 0);
        long peak = mask.runs(1).sum(column, 0);
        long rest = mask.runs(2).sum(column, 0);
        BigDecimal demand = BigDecimal.valueOf(column.highest(0, column.size()) * 4, scale);
        BigDecimal excess = demand.subtract(CONTRACTED).max(BigDecimal.ZERO);
        BigDecimal dayLine = line(rest, scale, prices.day());
        BigDecimal nightLine = line(night, scale, prices.night());
        BigDecimal peakLine = line(peak, scale, prices.peak());
        BigDecimal demandLine = cents(demand.multiply(DEMAND_PRICE));
        BigDecimal standingLine = cents(STANDING.multiply(BigDecimal.valueOf(days)));
        BigDecimal excessLine = cents(excess.multiply(EXCESS_PRICE));
        BigDecimal net = dayLine.add(nightLine)
                .add(peakLine)
                .add(demandLine)
                .add(standingLine)
                .add(excessLine);
        BigDecimal vat = cents(net.multiply(VAT));
        return new PlainBill(
                BigDecimal.valueOf(night, scale),
                BigDecimal.valueOf(peak, scale),
                BigDecimal.valueOf(night + peak + rest, scale),
                BigDecimal.valueOf(rest, scale),
                demand,
                excess,
                dayLine,
                nightLine,
                peakLine,
                demandLine,
                standingLine,
                excessLine,
                net,
                vat,
                net.add(vat));
    }

    private static BigDecimal line(long energy, int scale, int price) {
        return cents(BigDecimal.valueOf(energy, scale).multiply(BigDecimal.valueOf(price, 4)));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
