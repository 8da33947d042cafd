package io.smartblocks.portal.energy.series;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.transaction.PredictionPage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What a meter was expected to read over some days, interval by interval. */
final class Forecast {

    private final NavigableMap<Instant, Expected> byStart = new TreeMap<>();
    private final Optional<Maker> maker;
    private final boolean summed;

    /** Who predicted, and with what. */
    record Maker(MemberId member, String model) {}

    /** What was predicted, and by how much it may be off. */
    record Expected(BigDecimal value, Optional<BigDecimal> margin) {}

    Forecast(List<PredictionState> pages, boolean summed) {
        this.summed = summed;
        for (PredictionState state : pages) {
            PredictionPage page = state.page();
            for (int number = 0; number < page.values().size(); number++) {
                byStart.put(page.startOf(number), new Expected(page.valueAt(number), page.marginAt(number)));
            }
        }
        this.maker = pages.stream()
                .reduce((first, second) -> second)
                .map(last -> new Maker(last.recordedBy(), last.page().model()));
    }

    Optional<Maker> maker() {
        return maker;
    }

    /** The sum or mean over so many intervals from one instant up to another; its margin as if all errors went one way. */
    Optional<Expected> between(Instant start, Instant end, int intervals) {
        List<Expected> in = List.copyOf(byStart.subMap(start, end).values());
        if (in.isEmpty() || in.size() < intervals) {
            return Optional.empty();
        }
        boolean margined = in.stream().allMatch(each -> each.margin().isPresent());
        BigDecimal value = in.stream().map(Expected::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> margin = margined
                ? Optional.of(
                        in.stream().map(each -> each.margin().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
        return Optional.of(new Expected(over(value, in.size()), margin.map(all -> over(all, in.size()))));
    }

    private BigDecimal over(BigDecimal sum, int count) {
        return summed || count == 1
                ? sum
                : sum.divide(BigDecimal.valueOf(count), Math.max(1, sum.scale()), RoundingMode.HALF_EVEN);
    }
}
