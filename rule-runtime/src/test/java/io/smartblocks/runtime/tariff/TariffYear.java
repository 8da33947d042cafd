package io.smartblocks.runtime.tariff;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.TermValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Settles the twelve months of a tariff on hourly readings, one after the other as the ledger would. */
final class TariffYear {

    private static final TimeSpan HOUR = new TimeSpan(1, TimeSpan.Unit.HOUR);
    private static final LocalDate START = LocalDate.of(TariffText.YEAR, 1, 1);

    private final SettlementEngine engine = new SettlementEngine();
    private final String text;
    private final Agreement agreement;
    private final Map<String, List<BigDecimal>> meters = new TreeMap<>();
    private final Map<String, List<BigDecimal>> indexes = new TreeMap<>();
    private List<BigDecimal> earlierPeaks = List.of();

    TariffYear(String text) {
        this.text = text;
        agreement = SharedFiles.compiled("tariff", text);
    }

    /** The hours of the year of a meter. */
    TariffYear meter(String name, List<BigDecimal> hours) {
        meters.put(name, hours);
        return this;
    }

    /** The hours of the year of a price. */
    TariffYear index(String name, List<BigDecimal> hours) {
        indexes.put(name, hours);
        return this;
    }

    /** What was drawn at most in each month of the year before. */
    TariffYear before(List<BigDecimal> peaks) {
        earlierPeaks = peaks;
        return this;
    }

    /** A month's bill: what its lines add up to, owed by the customer positive, and the exact figure behind them. */
    record Bill(BigDecimal lines, Exact exact) {}

    List<Bill> settle() {
        List<Bill> bills = new ArrayList<>();
        List<TermValue> previous = opening();
        for (int month = 0; month < 12; month++) {
            SettlementPeriod period = engine.periods(agreement)
                    .starting("Month", START.plusMonths(month))
                    .orElseThrow();
            Outcome outcome = engine.settle(new Case(agreement, period, evidence(period, previous)));
            if (!(outcome instanceof Outcome.Settled settled)) {
                throw new AssertionError(period.from() + " was not settled: " + outcome);
            }
            previous = settled.values();
            bills.add(new Bill(lines(settled.settlement()), exact(previous)));
        }
        return bills;
    }

    /** Where the agreement is older than the year, what runs on stands at nothing when the year begins. */
    private List<TermValue> opening() {
        return earlierPeaks.isEmpty()
                ? List.of()
                : Pattern.compile("(?m)^(.+) starts at 0 ")
                        .matcher(text)
                        .results()
                        .map(found -> new TermValue(found.group(1), Exact.ZERO, "0", "", ""))
                        .toList();
    }

    private static BigDecimal lines(Settlement settlement) {
        return settlement.lines().stream()
                .map(line -> line.payer().equals("Customer")
                        ? line.net()
                        : line.net().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Exact exact(List<TermValue> values) {
        return values.stream()
                .filter(value -> value.name().equals("Bill"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private Evidence evidence(SettlementPeriod period, List<TermValue> previous) {
        Evidence.Builder evidence = Evidence.asOf(7);
        LocalDate from = earlierPeaks.isEmpty() ? period.from() : START.minusYears(1);
        meters.forEach((meter, hours) -> evidence.column(meter, column(from, period.to(), hours, meter)));
        indexes.forEach((index, hours) -> evidence.index(index, prices(hours)));
        previous.forEach(value -> evidence.previous(value.name(), value.value()));
        return evidence.build();
    }

    private MeterColumn column(LocalDate from, LocalDate to, List<BigDecimal> hours, String meter) {
        Grid grid = new Grid(from, to, agreement.settings().zone(), HOUR);
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", Profiles.SCALE);
        for (int i = 0; i < grid.size(); i++) {
            LocalDate day = grid.dayOf(i);
            int hour = (int) ChronoUnit.HOURS.between(start(), grid.startOf(i));
            BigDecimal value = hour >= 0 ? hours.get(hour) : earlier(day, meter);
            column.put(i, value.setScale(Profiles.SCALE).unscaledValue().longValueExact(), Quality.ACTUAL);
        }
        return column.build();
    }

    private BigDecimal earlier(LocalDate day, String meter) {
        return meter.equals("Load Meter")
                ? earlierPeaks.get(day.getMonthValue() - 1).max(BigDecimal.ZERO)
                : BigDecimal.ZERO;
    }

    private static List<IndexValue> prices(List<BigDecimal> hours) {
        List<IndexValue> values = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            Instant from = start().plus(i, ChronoUnit.HOURS);
            values.add(new IndexValue(from, from.plus(1, ChronoUnit.HOURS), Exact.of(hours.get(i))));
        }
        return values;
    }

    private static Instant start() {
        return Instant.parse(START + "T00:00:00Z");
    }
}
