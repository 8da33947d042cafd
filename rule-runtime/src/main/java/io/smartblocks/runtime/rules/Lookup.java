package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.FactValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Figures that are looked up: indexes, facts, earlier values, other periods. */
sealed interface Lookup extends Demand {

    /** An index on the first or last day of the period, or on a date. */
    record IndexOn(String index, Expr.ValueAt.Moment moment) implements Lookup {
        @Override
        public Exact of(Settling settling) {
            return new IndexLookup(settling, index).on(day(settling.ground()));
        }

        private LocalDate day(Ground ground) {
            if (moment instanceof Expr.ValueAt.Moment.On on) {
                return on.date();
            }
            return moment instanceof Expr.ValueAt.Moment.Start
                    ? ground.from()
                    : ground.to().minusDays(1);
        }

        @Override
        public String text() {
            return "indexOn(" + index + "," + moment + ")";
        }
    }

    /** An index named without saying when: it must have one value in the period. */
    record OnlyIndex(String index) implements Lookup {
        @Override
        public Exact of(Settling settling) {
            IndexLookup lookup = new IndexLookup(settling, index);
            Ground ground = settling.ground();
            Exact first = lookup.on(ground.from());
            for (LocalDate day = ground.from(); day.isBefore(ground.to()); day = day.plusDays(1)) {
                if (!lookup.on(day).equals(first)) {
                    settling.refuse(
                            "index-steps",
                            index + " has more than one value between " + ground.from() + " and "
                                    + ground.to().minusDays(1) + "; take its average, or its value on a day");
                    return first;
                }
            }
            return first;
        }

        @Override
        public String text() {
            return "onlyIndex(" + index + ")";
        }
    }

    /** A fact: its state at the period's end, or what was stated for the period if it is one of each period. */
    record FactOf(String fact, boolean eachPeriod, Figure initial) implements Lookup {
        @Override
        public Exact of(Settling settling) {
            Ground ground = settling.ground();
            LocalDate earliest = eachPeriod ? ground.from() : LocalDate.MIN;
            List<FactValue> values = ground.evidence().facts().getOrDefault(fact, List.of());
            for (int i = values.size() - 1; i >= 0; i--) {
                LocalDate from = values.get(i).from();
                if (from.isBefore(ground.to()) && !from.isBefore(earliest)) {
                    return values.get(i).value();
                }
            }
            return initial.of(settling);
        }

        @Override
        public String text() {
            return "fact(" + fact + "," + eachPeriod + "," + initial.text() + ")";
        }
    }

    /** What a term was settled at one period earlier; what it starts at only in the agreement's first period. */
    record Previous(String term, Optional<Figure> startingAt) implements Lookup {
        @Override
        public Exact of(Settling settling) {
            Ground ground = settling.ground();
            Exact settled = ground.evidence().previous().get(term);
            if (settled != null) {
                return settled;
            }
            if (ground.first() && startingAt.isPresent()) {
                return startingAt.get().of(settling);
            }
            settling.refuse(
                    "no-previous",
                    "there is no settled value of " + term + " before " + ground.period() + " starting " + ground.from()
                            + (ground.first() ? "; say what it is starting at" : "; settle the period before first"));
            return Exact.ZERO;
        }

        @Override
        public String text() {
            return "previous(" + term
                    + startingAt.map(start -> ", starting at " + start.text()).orElse("") + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            startingAt.ifPresent(figure -> figure.uses(terms, inputs));
        }
    }

    /** A term of shorter or of earlier periods, joined over a window. */
    record OtherPeriods(Expr.Aggregate.Kind kind, String term, String each, Window window) implements Lookup {
        @Override
        public Exact of(Settling settling) {
            Ground ground = settling.ground();
            Days days = Days.of(ground, window.period(), window.previous());
            int first = ground.periods(each).numberAt(days.from());
            int last = ground.periods(each).numberAt(days.to().minusDays(1));
            Exact result = Exact.ZERO;
            for (int number = first; number <= last; number++) {
                Ground part = ground.in(each, number);
                if (part.from().isBefore(days.from()) || part.to().isAfter(days.to())) {
                    settling.refuse(
                            "periods-straddle",
                            each + " starting " + part.from() + " does not lie wholly inside " + window.period()
                                    + " from " + days.from() + " up to " + days.to());
                    return Exact.ZERO;
                }
                Figured figured = PlainSettling.of(part).figure(term);
                figured.problem().map(this::inOtherPeriods).ifPresent(settling::found);
                result = number == first ? figured.value() : join(result, figured.value());
            }
            return kind == Expr.Aggregate.Kind.AVERAGE ? result.dividedBy(Exact.of(last - first + 1L)) : result;
        }

        /** Only the latest settled value of a term is known, so what builds on it has none in other periods. */
        private Problem inOtherPeriods(Problem problem) {
            return problem.code().equals("no-previous")
                    ? new Problem(
                            problem.kind(),
                            problem.code(),
                            term + " builds on what was settled before, so it has one value in a settlement and none "
                                    + "over several periods",
                            term,
                            problem.notified())
                    : problem;
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
            return "otherPeriods(" + kind + "," + term + "," + each + "," + window + ")";
        }
    }

    /** {@code (1 + by)} to the power of the periods that have passed since the first. */
    record Raised(Figure by, String each) implements Lookup {
        @Override
        public Exact of(Settling settling) {
            Ground ground = settling.ground();
            int number = ground.periods(each).numberAt(ground.from());
            if (ground.periods(each).numberAt(ground.to().minusDays(1)) != number) {
                settling.refuse(
                        "step-inside-period",
                        "a new " + each + " starts inside " + ground.period() + " starting " + ground.from());
            }
            Exact factor = Exact.ONE;
            Exact step = Exact.ONE.plus(by.of(settling));
            for (int i = 1; i < number; i++) {
                factor = factor.times(step);
            }
            return factor;
        }

        @Override
        public String text() {
            return "raised(" + by.text() + "," + each + ")";
        }
    }
}
