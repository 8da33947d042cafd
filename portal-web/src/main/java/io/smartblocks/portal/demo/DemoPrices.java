package io.smartblocks.portal.demo;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/** Publishes the gas price of a month when the month is over. */
record DemoPrices(DemoLedger ledger, Chance chance) {

    static final IndexId INDEX = IndexId.of("Celtic Gas Exchange", "Gas Price");

    private static final int USUAL = 590;
    private static final int SWING = 60;

    /** Publishes what is missing of the months from the first up to, and not including, the current one. */
    void publish(YearMonth first, YearMonth current) {
        for (YearMonth month = first; month.isBefore(current); month = month.plusMonths(1)) {
            if (ledger.states()
                    .state(StateKey.indexValue(INDEX, month.atDay(1)))
                    .isEmpty()) {
                IndexValue value =
                        new IndexValue(month.atDay(1), month.plusMonths(1).atDay(1), price(month));
                ledger.state(DemoMember.GAS_EXCHANGE, "price/" + month, new PublishIndexValues(INDEX, List.of(value)));
            }
        }
    }

    private BigDecimal price(YearMonth month) {
        long at = month.getYear() * 12L + month.getMonthValue();
        return BigDecimal.valueOf(USUAL + chance.of(40).drifting(SWING, 3, at), 4);
    }
}
