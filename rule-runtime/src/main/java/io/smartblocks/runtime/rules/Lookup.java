package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.FactValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Figures that are looked up: indexes, facts, earlier values, other periods. */
sealed interface Lookup extends Demand {

    /** An index at the first or last moment of the period, or at the start of a date. */
    record IndexOn(String index, Expr.ValueAt.Moment moment) implements Lookup {
        @Override
        public Exact of(Settling settling) {
            return new IndexLookup(settling, index).at(instant(settling.ground()));
        }

        private Instant instant(Ground ground) {
            if (moment instanceof Expr.ValueAt.Moment.On on) {
                return ground.startOf(on.date());
            }
            return moment instanceof Expr.ValueAt.Moment.Start
                    ? ground.startOf(ground.from())
                    : ground.startOf(ground.to()).minusSeconds(1);
        }

        @Override
        public String text() {
            return "indexOn(" + index + "," + moment + ")";
        }
    }

    /** An index on the day a clause was due, or its average over the days after that; zero where nothing is late. */
    record IndexLate(String index, String clause, boolean onDueDay) implements Lookup {
        @Override
        public Exact of(Settling settling) {
            LateDays late = LateDays.of(settling.ground(), clause);
            IndexLookup lookup = new IndexLookup(settling, index);
            if (late.none()) {
                return Exact.ZERO;
            }
            return onDueDay ? late.onDueDays(lookup::on) : late.average(lookup::on);
        }

        @Override
        public String text() {
            return "indexLate(" + index + "," + clause + "," + onDueDay + ")";
        }
    }

    /** An index named without saying when: it must have one value in the period. */
    record OnlyIndex(String index) implements Lookup {
        @Override
        public Exact of(Settling settling) {
            IndexLookup lookup = new IndexLookup(settling, index);
            Ground ground = settling.ground();
            Optional<Exact> only = lookup.throughout(ground.from(), ground.to());
            return only.isPresent() ? only.get() : dayByDay(settling, lookup);
        }

        private Exact dayByDay(Settling settling, IndexLookup lookup) {
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

    /** The value of a table for the period of that name in which the settled one lies. */
    record TableRow(String table, String by, List<Rows> rows) implements Lookup {
        public TableRow {
            rows = List.copyOf(rows);
        }

        /** The value of the periods from one number to another. */
        record Rows(int first, int last, Figure value) {}

        @Override
        public Exact of(Settling settling) {
            int number = Ordinal.of(settling, by);
            for (Rows each : rows) {
                if (each.first <= number && number <= each.last) {
                    return each.value.of(settling);
                }
            }
            settling.refuse(
                    "no-row",
                    "the table " + table + " has no value for " + by + " " + number + "; its last row is for "
                            + rows.get(rows.size() - 1).last);
            return Exact.ZERO;
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder("table(" + table + "," + by);
            rows.forEach(each -> text.append(",")
                    .append(each.first)
                    .append("-")
                    .append(each.last)
                    .append(":")
                    .append(each.value.text()));
            return text.append(")").toString();
        }
    }

    /** {@code (1 + by)} to the power of the periods that have passed since the first. */
    record Raised(Figure by, String each) implements Lookup {
        @Override
        public Exact of(Settling settling) {
            int number = Ordinal.of(settling, each);
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
