package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.rules.Derived.How;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a figure that is joined from other periods by the value of each of these. */
final class JoinedPeriods {

    private final PlainSettling plain;
    private final Ground ground;

    JoinedPeriods(PlainSettling plain) {
        this.plain = plain;
        this.ground = plain.ground();
    }

    /** Empty for what is no such figure. */
    Optional<Derived> of(Expr expr, Exact value) {
        if (!(expr instanceof Expr.Aggregate join)) {
            return Optional.empty();
        }
        Optional<String> each = new Levels(ground.agreement()).periodOf(join.of());
        if (each.isEmpty()) {
            return Optional.empty();
        }
        How how = How.valueOf(join.kind().name());
        List<Derived> parts = parts(join, each.get());
        return parts.isEmpty() || !joined(how, parts).equals(value)
                ? Optional.empty()
                : Optional.of(Derived.of(how, ExprWords.of(expr), value, expr.unit(), parts));
    }

    private List<Derived> parts(Expr.Aggregate join, String each) {
        List<Derived> parts = new ArrayList<>();
        Days days = inForce(Days.of(ground, join.over().period(), join.over().previous()));
        if (!days.from().isBefore(days.to())) {
            return parts;
        }
        int last = ground.periods(each).numberAt(days.to().minusDays(1));
        for (int number = ground.periods(each).numberAt(days.from()); number <= last; number++) {
            PlainSettling there = plain.others().at(each, number);
            boolean counts = join.during()
                    .map(test -> WholePeriods.holds(test, there.ground()).holds())
                    .orElse(true);
            if (counts) {
                parts.add(part(join.of(), each, there));
            }
        }
        return parts;
    }

    private static Derived part(Expr of, String each, PlainSettling there) {
        Derived derived = new Deriving(there).expr(of, ExprWords.of(of));
        return Derived.of(
                How.TERM,
                ExprWords.of(of) + ", " + each + " from " + there.ground().from(),
                derived.value(),
                derived.unit(),
                List.of(derived));
    }

    private Days inForce(Days days) {
        Settings settings = ground.agreement().settings();
        LocalDate end = settings.to().plusDays(1);
        return new Days(
                days.from().isBefore(settings.from()) ? settings.from() : days.from(),
                days.to().isAfter(end) ? end : days.to());
    }

    private static Exact joined(How how, List<Derived> parts) {
        Exact result = parts.stream()
                .map(Derived::value)
                .reduce((one, other) -> switch (how) {
                    case HIGHEST -> one.max(other);
                    case LOWEST -> one.min(other);
                    default -> one.plus(other);
                })
                .orElseThrow();
        return how == How.AVERAGE ? result.dividedBy(Exact.of(parts.size())) : result;
    }
}
