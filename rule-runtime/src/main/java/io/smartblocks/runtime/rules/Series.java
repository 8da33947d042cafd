package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.math.RoundingMode;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** A formula with a value for each reading, or for each event. */
sealed interface Series
        permits Series.Reading,
                Series.InForce,
                Series.OfEvent,
                Series.Once,
                Series.Hours,
                Series.Steps,
                Series.Flat,
                Series.Join,
                Series.Quotient,
                Series.Rounded,
                SeriesCases {

    /** The values over a window. */
    IntFunction<Exact> over(Moments moments);

    String text();

    /** Tells every part, this one first. */
    default void walk(Consumer<Series> visitor) {
        visitor.accept(this);
    }

    /** The readings of a meter, in base units. */
    record Reading(String meter, Exact scale) implements Series {
        @Override
        public IntFunction<Exact> over(Moments moments) {
            return moments.meter(meter, scale);
        }

        @Override
        public String text() {
            return scale.equals(Exact.ONE) ? meter : "(" + meter + " * " + scale + ")";
        }
    }

    /** The value of an index that is in force when a reading starts. */
    record InForce(String index) implements Series {
        @Override
        public IntFunction<Exact> over(Moments moments) {
            return moments.index(index);
        }

        @Override
        public String text() {
            return index;
        }
    }

    /** A figure of the events of one name. */
    record OfEvent(String event, String figure) implements Series {
        @Override
        public IntFunction<Exact> over(Moments moments) {
            return moments.figure(figure);
        }

        @Override
        public String text() {
            return event + "." + figure;
        }
    }

    /** One for each event of a name. */
    record Once(String event) implements Series {
        @Override
        public IntFunction<Exact> over(Moments moments) {
            return Decimals.flat(Exact.ONE);
        }

        @Override
        public String text() {
            return "each(" + event + ")";
        }
    }

    /** The hours that each reading lasts. */
    record Hours() implements Series {
        @Override
        public IntFunction<Exact> over(Moments moments) {
            return moments.hours();
        }

        @Override
        public String text() {
            return "hours";
        }
    }

    /** How many steps a series has at each; none below zero when only full ones count. */
    record Steps(boolean full, Series amount, Figure step, int place) implements Series {
        @Override
        public IntFunction<Exact> over(Moments moments) {
            IntFunction<Exact> amounts = amount.over(moments);
            Exact of = step.of(moments.settling());
            return index -> moments.settling().steps(full, amounts.apply(index), of, place);
        }

        @Override
        public String text() {
            return "steps(" + full + "," + amount.text() + "," + step.text() + "," + place + ")";
        }

        @Override
        public void walk(Consumer<Series> visitor) {
            visitor.accept(this);
            amount.walk(visitor);
        }
    }

    /** A figure of the whole period. */
    record Flat(Figure figure) implements Series {
        @Override
        public IntFunction<Exact> over(Moments moments) {
            return Decimals.flat(figure.of(moments.settling()));
        }

        @Override
        public String text() {
            return figure.text();
        }
    }

    /** Two series joined reading by reading. */
    record Join(Figure.Operation operation, Series left, Series right) implements Series {
        @Override
        public IntFunction<Exact> over(Moments moments) {
            IntFunction<Exact> a = left.over(moments);
            IntFunction<Exact> b = right.over(moments);
            return a instanceof Decimals first && b instanceof Decimals second
                    ? Decimals.joined(operation, first, second)
                            .<IntFunction<Exact>>map(joined -> joined)
                            .orElseGet(() -> joined(moments, a, b))
                    : joined(moments, a, b);
        }

        private IntFunction<Exact> joined(Moments moments, IntFunction<Exact> a, IntFunction<Exact> b) {
            return switch (operation) {
                case PLUS -> index -> a.apply(index).plus(b.apply(index));
                case MINUS -> index -> a.apply(index).minus(b.apply(index));
                case TIMES -> index -> a.apply(index).times(b.apply(index));
                case MIN -> index -> a.apply(index).min(b.apply(index));
                case MAX -> index -> a.apply(index).max(b.apply(index));
                case EXCESS -> index -> moments.settling().excess(a.apply(index), b.apply(index));
            };
        }

        @Override
        public String text() {
            return operation.words(left.text(), right.text());
        }

        @Override
        public void walk(Consumer<Series> visitor) {
            visitor.accept(this);
            left.walk(visitor);
            right.walk(visitor);
        }
    }

    /** A series divided by another. */
    record Quotient(Series left, Series right, int place) implements Series {
        @Override
        public IntFunction<Exact> over(Moments moments) {
            IntFunction<Exact> a = left.over(moments);
            IntFunction<Exact> b = right.over(moments);
            return index -> moments.settling().quotient(a.apply(index), b.apply(index), place);
        }

        @Override
        public String text() {
            return "quotient(" + left.text() + "," + right.text() + "," + place + ")";
        }

        @Override
        public void walk(Consumer<Series> visitor) {
            visitor.accept(this);
            left.walk(visitor);
            right.walk(visitor);
        }
    }

    /** A series rounded reading by reading. */
    record Rounded(Series series, RoundingMode mode, Figure step) implements Series {
        @Override
        public IntFunction<Exact> over(Moments moments) {
            IntFunction<Exact> values = series.over(moments);
            Exact to = step.of(moments.settling());
            return index -> values.apply(index).roundedTo(to, mode);
        }

        @Override
        public String text() {
            return "rounded(" + series.text() + "," + mode + "," + step.text() + ")";
        }

        @Override
        public void walk(Consumer<Series> visitor) {
            visitor.accept(this);
            series.walk(visitor);
        }
    }
}
