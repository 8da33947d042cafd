package io.smartblocks.runtime.bench;

import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.MeterColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The bench's bill in plain Java, the measure for the engine: one pass over the readings, six lines, VAT. */
final class PlainBill {

    private PlainBill() {}

    static BigDecimal gross(MeterColumn column, ClockMask mask, Sample.Prices prices, int days) {
        long night = 0;
        long peak = 0;
        long all = 0;
        long highest = 0;
        for (int i = 0; i < column.size(); i++) {
            long value = column.value(i);
            int arm = mask.arm(i);
            all += value;
            night += arm == 0 ? value : 0;
            peak += arm == 1 ? value : 0;
            highest = Math.max(highest, value);
        }
        BigDecimal demand = BigDecimal.valueOf(highest * 4, column.scale());
        BigDecimal excess = demand.subtract(BigDecimal.valueOf(100)).max(BigDecimal.ZERO);
        BigDecimal net = line(all - night - peak, column.scale(), prices.day())
                .add(line(night, column.scale(), prices.night()))
                .add(line(peak, column.scale(), prices.peak()))
                .add(cents(demand.multiply(new BigDecimal("4.2150"))))
                .add(cents(new BigDecimal("1.1840").multiply(BigDecimal.valueOf(days))))
                .add(cents(excess.multiply(new BigDecimal("2.10"))));
        return net.add(cents(net.multiply(new BigDecimal("0.09"))));
    }

    private static BigDecimal line(long energy, int scale, int price) {
        return cents(BigDecimal.valueOf(energy, scale).multiply(BigDecimal.valueOf(price, 4)));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
