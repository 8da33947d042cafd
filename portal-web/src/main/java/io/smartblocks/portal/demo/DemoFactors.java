package io.smartblocks.portal.demo;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Publishes what a kWh emits and what of the grid's electricity is renewable, for each month when it begins. */
record DemoFactors(DemoLedger ledger, Chance chance) {

    private static final String PUBLISHER = "Liffey Climate Office";

    /** The published figures: name, unit, usual value and swing in the finest digit, digits. */
    private enum Figure {
        GRID("CO2 factor of electricity, IE", "kg per kWh", 2_310, 260, 4),
        ENGINE("CO2 factor of cogenerated electricity, IE", "kg per kWh", 2_640, 0, 4),
        GAS("CO2 factor of gas, IE", "kg per kWh", 2_040, 0, 4),
        HEAT("CO2 factor of heat, IE", "kg per kWh", 1_720, 0, 4),
        SHARE("Renewable share of electricity, IE", "%", 412, 70, 1);

        private final String title;
        private final String unit;
        private final int usual;
        private final int swing;
        private final int digits;

        Figure(String title, String unit, int usual, int swing, int digits) {
            this.title = title;
            this.unit = unit;
            this.usual = usual;
            this.swing = swing;
            this.digits = digits;
        }

        IndexId index() {
            return IndexId.of(PUBLISHER, title);
        }
    }

    static List<RegisterIndex> registrations() {
        return Arrays.stream(Figure.values())
                .map(figure ->
                        new RegisterIndex(figure.index(), DemoMember.CLIMATE_OFFICE.id(), figure.title, figure.unit))
                .toList();
    }

    /** Publishes what is missing of the months from the first to the current one. */
    void publish(YearMonth first, YearMonth current) {
        List<DemoLedger.Request> requests = new ArrayList<>();
        Stream.iterate(first, month -> !month.isAfter(current), month -> month.plusMonths(1))
                .forEach(month -> Arrays.stream(Figure.values())
                        .filter(figure -> ledger.states()
                                .state(StateKey.indexValue(figure.index(), month.atDay(1)))
                                .isEmpty())
                        .forEach(figure -> requests.add(request(figure, month))));
        ledger.stateAll(DemoMember.CLIMATE_OFFICE, requests);
    }

    private DemoLedger.Request request(Figure figure, YearMonth month) {
        IndexValue value = new IndexValue(month.atDay(1), month.plusMonths(1).atDay(1), value(figure, month));
        return new DemoLedger.Request(
                "factor/" + figure.index() + "/" + month, new PublishIndexValues(figure.index(), List.of(value)));
    }

    private BigDecimal value(Figure figure, YearMonth month) {
        long at = month.getYear() * 12L + month.getMonthValue();
        int drift = figure.swing == 0 ? 0 : chance.of(70 + figure.ordinal()).drifting(figure.swing, 4, at);
        return BigDecimal.valueOf(figure.usual + drift, figure.digits);
    }
}
