package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Aggregate.Kind;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.units.Exact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Figures of other periods, joined into one. They are re-evaluated on the evidence of this settlement, and only periods
 * in which the agreement is in force count.
 */
sealed interface Across extends Demand {

    /** A figure of shorter periods, or of earlier ones, over a window. */
    record Periods(Kind kind, Expr of, String each, Optional<CalendarTest> during, Window window) implements Across {
        @Override
        public Exact of(Settling settling) {
            Ground ground = settling.ground();
            List<Exact> values = values(settling, Days.of(ground, window.period(), window.previous()));
            if (values.isEmpty()) {
                return none(settling);
            }
            Exact result = values.stream().reduce(this::join).orElseThrow();
            return kind == Kind.AVERAGE ? result.dividedBy(Exact.of(values.size())) : result;
        }

        private List<Exact> values(Settling settling, Days days) {
            List<Exact> values = new ArrayList<>();
            for (Ground part : parts(settling, each, window.period(), days)) {
                Truth counts =
                        during.map(test -> WholePeriods.holds(test, part)).orElse(Truth.TRUE);
                if (counts.isPartly()) {
                    settling.refuse(
                            "partly",
                            each + " starting " + part.from() + " lies only in part " + Wording.words(during.get()));
                } else if (counts.holds()) {
                    values.add(value(settling, of, part));
                }
            }
            return values;
        }

        /** Nothing adds up to nothing, and nothing was no peak; but nothing has no average and no lowest value. */
        private Exact none(Settling settling) {
            if (kind == Kind.AVERAGE || kind == Kind.LOWEST) {
                settling.refuse(
                        "no-earlier-period",
                        "there is no " + each + " to take the " + kind.name().toLowerCase(Locale.ROOT)
                                + " of; say in a case of its own what holds before there is one");
            }
            return Exact.ZERO;
        }

        private Exact join(Exact result, Exact value) {
            return switch (kind) {
                case TOTAL, AVERAGE -> result.plus(value);
                case HIGHEST -> result.max(value);
                case LOWEST -> result.min(value);
            };
        }

        @Override
        public String text() {
            return "acrossPeriods(" + kind + "," + named(of) + "," + each + ","
                    + during.map(Wording::words).orElse("") + "," + window + ")";
        }
    }

    /** The total of a figure over the earlier periods of the same longer period. */
    record SoFar(Expr of, String since) implements Across {
        @Override
        public Exact of(Settling settling) {
            Ground ground = settling.ground();
            io.smartblocks.dsl.agreement.Periods longer = ground.periods(since);
            int number = longer.numberAt(ground.from());
            if (ground.to().isAfter(longer.start(number + 1))) {
                straddles(settling, ground, since, longer.start(number), longer.start(number + 1));
                return Exact.ZERO;
            }
            Exact total = Exact.ZERO;
            for (Ground part : parts(settling, ground.period(), since, new Days(longer.start(number), ground.from()))) {
                total = total.plus(value(settling, of, part));
            }
            return total;
        }

        @Override
        public String text() {
            return "the total of " + named(of) + " so far in " + since;
        }
    }

    /** The periods of one name inside some days, as far as the agreement is in force then. */
    private static List<Ground> parts(Settling settling, String each, String longer, Days window) {
        Ground ground = settling.ground();
        Days days = inForce(ground, window);
        List<Ground> parts = new ArrayList<>();
        if (!days.from().isBefore(days.to())) {
            return parts;
        }
        int last = ground.periods(each).numberAt(days.to().minusDays(1));
        for (int number = ground.periods(each).numberAt(days.from()); number <= last; number++) {
            Ground part = settling.others().at(each, number).ground();
            if (part.from().isBefore(days.from()) || part.to().isAfter(days.to())) {
                straddles(settling, part, longer, days.from(), days.to());
                return List.of();
            }
            parts.add(part);
        }
        return parts;
    }

    private static void straddles(Settling settling, Ground part, String longer, LocalDate from, LocalDate to) {
        settling.refuse(
                "periods-straddle",
                part.period() + " starting " + part.from() + " does not lie wholly inside " + longer + " from " + from
                        + " up to " + to);
    }

    private static Days inForce(Ground ground, Days days) {
        LocalDate from = ground.agreement().settings().from();
        LocalDate end = ground.agreement().settings().to().plusDays(1);
        LocalDate first = days.from().isBefore(from) ? from : days.from();
        return new Days(first, days.to().isAfter(end) ? end : days.to());
    }

    private static Exact value(Settling settling, Expr of, Ground part) {
        Figured figured = settling.others().at(part.period(), part.number()).value(of);
        figured.problem().map(problem -> inOtherPeriods(problem, of)).ifPresent(settling::found);
        return figured.value();
    }

    /** Only the latest settled value of a term is known, so what builds on it has none in other periods. */
    private static Problem inOtherPeriods(Problem problem, Expr of) {
        return problem.code().equals("no-previous")
                ? new Problem(
                        problem.kind(),
                        problem.code(),
                        (of instanceof Expr.Reference reference ? reference.name() : "this figure")
                                + " builds on what was settled before, so it has one value in a settlement and none "
                                + "over several periods",
                        problem.where(),
                        problem.notified())
                : problem;
    }

    /** A figure in words that tell it from any other. */
    private static String named(Expr of) {
        if (of instanceof Expr.Reference reference) {
            return reference.name();
        } else if (of instanceof Expr.Constant constant) {
            return constant.value().dividedBy(constant.unit().scale()) + " "
                    + constant.unit().symbol();
        } else if (of instanceof Expr.Arithmetic arithmetic) {
            return "(" + named(arithmetic.left()) + " " + Wording.lower(arithmetic.operator()) + " "
                    + named(arithmetic.right()) + ")";
        }
        return of.toString();
    }
}
