package io.smartblocks.dsl.proof;

import static io.smartblocks.dsl.proof.Formula.any;
import static io.smartblocks.dsl.proof.Formula.atMost;
import static io.smartblocks.dsl.proof.Formula.below;
import static io.smartblocks.dsl.proof.Formula.equal;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Periods;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What depends on how much came before, or on how many periods: bands, tables, caps over time and rises. */
final class Running {

    private static final Linear ZERO = Linear.of(Exact.ZERO);
    private static final int MOST_RISES = 40;

    private final Encoding encoding;
    private final Known known;

    Running(Encoding encoding, Known known) {
        this.encoding = encoding;
        this.known = known;
    }

    /** An amount counted in bands, from where it stood; in the first period it stood at nothing. */
    Linear banded(Value.Banded banded) {
        Linear of = encoding.sum(banded.of());
        List<Linear> ends = banded.bands().stream()
                .flatMap(band -> band.upTo().stream())
                .map(encoding::sum)
                .toList();
        for (int i = 0; i < ends.size(); i++) {
            encoding.require(below(i == 0 ? ZERO : ends.get(i - 1), ends.get(i)));
        }
        List<Linear> rates =
                banded.bands().stream().map(band -> encoding.sum(band.at())).toList();
        if (banded.countedFrom().isEmpty()) {
            return upTo(of, ends, rates);
        }
        Linear before = soFar(banded.countedFrom().orElseThrow(), Optional.of(banded.of()));
        return upTo(before.plus(of), ends, rates).minus(upTo(before, ends, rates));
    }

    /** What a position counts from zero on; below zero the first band goes on. */
    private Linear upTo(Linear position, List<Linear> ends, List<Linear> rates) {
        Linear worth = ZERO;
        Linear start = ZERO;
        for (int i = 0; i < rates.size(); i++) {
            boolean last = i == rates.size() - 1;
            Linear inside = last ? position : encoding.pick(true, position, ends.get(i));
            Linear part = inside.minus(start);
            worth = worth.plus(encoding.times(i == 0 && !last ? part : encoding.pick(false, ZERO, part), rates.get(i)));
            start = last ? start : ends.get(i);
        }
        return worth;
    }

    /** What is left under a cap over time bounds a value. */
    Linear capped(Linear value, Limit.AtMost most, String period) {
        Linear left = encoding.sum(most.bound()).minus(soFar(period, Optional.empty()));
        return encoding.pick(true, value, encoding.pick(false, ZERO, left));
    }

    private Linear soFar(String period, Optional<Expr> of) {
        Linear before = encoding.fresh();
        encoding.atFirst(equal(before, ZERO));
        encoding.first().beginning(period);
        if (of.filter(encoding::isUsuallyNotNegative).isPresent()) {
            encoding.require(atMost(ZERO, before));
        }
        return before;
    }

    /** A value raised once for each period that has begun since the first. */
    Linear risen(Linear value, Limit.Rising rising) {
        Linear result = encoding.fresh();
        encoding.atFirst(equal(result, value));
        encoding.first().within(rising.each());
        Optional<Integer> rises = rises(rising.each());
        if (rises.isPresent()) {
            List<Formula> ways = new ArrayList<>();
            Linear raised = value;
            for (int i = 0; i <= rises.orElseThrow(); i++) {
                ways.add(equal(result, raised));
                raised = raised.times(Exact.ONE.plus(rising.by().value()));
            }
            encoding.require(new Formula.Any(ways));
        } else if (rising.by().value().signum() >= 0) {
            encoding.require(any(atMost(value, ZERO), atMost(value, result)));
        }
        return result;
    }

    /** How often a period begins anew while the agreement is in force, if that is not too often to try. */
    private Optional<Integer> rises(String period) {
        return known.thing(period, Declaration.Period.class)
                .flatMap(each -> known.settings().map(settings -> new Periods(each).numberAt(settings.to()) - 1))
                .filter(rises -> rises >= 0 && rises <= MOST_RISES);
    }

    /** A row of a table; in the first period the first. */
    Linear row(Value.Table table) {
        Linear result = encoding.fresh();
        List<Formula> rows = table.rows().stream()
                .map(row -> equal(result, Linear.of(row.value())))
                .toList();
        encoding.require(new Formula.Any(rows));
        encoding.first().within(table.by());
        table.rows().stream()
                .filter(row -> row.first() == 1)
                .findFirst()
                .ifPresentOrElse(row -> encoding.atFirst(equal(result, Linear.of(row.value()))), encoding::beVague);
        return result;
    }
}
