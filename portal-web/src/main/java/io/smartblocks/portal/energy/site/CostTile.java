package io.smartblocks.portal.energy.site;

import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What the owner of a place pays under settled statements, less what it receives. */
final class CostTile {

    private final Words say;

    CostTile(Words say) {
        this.say = say;
    }

    Tile of(Asked asked) {
        List<Billed> behind = asked.billed(asked.period());
        Map<String, BigDecimal> sums = sums(behind);
        String currency =
                owned(asked) && sums.size() == 1 ? sums.keySet().iterator().next() : "";
        Function<Period, Optional<BigDecimal>> of =
                period -> Optional.ofNullable(sums(asked.billed(period)).get(currency));
        return new TileDraft(say, asked, "cost")
                .figure(of.apply(asked.period()), currency)
                .compared(of, true)
                .spark(of)
                .formula(say.message("kpi.cost.formula"))
                .statements(behind)
                .unknown(missing(asked, behind, sums), mend(asked, behind, sums))
                .tile();
    }

    private static boolean owned(Asked asked) {
        return asked.place().registered().isPresent();
    }

    private String missing(Asked asked, List<Billed> behind, Map<String, BigDecimal> sums) {
        if (!owned(asked)) {
            return say.message("kpi.owner.none");
        }
        if (behind.isEmpty()) {
            return say.message("kpi.cost.none");
        }
        return sums.isEmpty()
                ? say.message("kpi.cost.nothing")
                : say.message("kpi.cost.currencies", String.join(", ", sums.keySet()));
    }

    private String mend(Asked asked, List<Billed> behind, Map<String, BigDecimal> sums) {
        if (!owned(asked)) {
            return say.message("kpi.site.mend");
        }
        if (behind.isEmpty()) {
            return say.message("kpi.baseline.mend");
        }
        return say.message(sums.isEmpty() ? "kpi.cost.nothing.mend" : "kpi.cost.currencies.mend");
    }

    private static Map<String, BigDecimal> sums(List<Billed> billed) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        billed.forEach(
                each -> each.paid().forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add)));
        return sums;
    }
}
