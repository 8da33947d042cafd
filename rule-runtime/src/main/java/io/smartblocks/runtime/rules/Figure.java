package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * A formula of a period's figures with its constants lifted into a parameter vector. Its text is the Java expression
 * that the printed rules use, and names the same slots, so equal texts mean equal formulas.
 */
sealed interface Figure {

    Exact of(Settling settling);

    /** The expression over {@code settling}. */
    String text();

    /** Tells the slots of all inputs and terms used. */
    void uses(IntConsumer terms, IntConsumer inputs);

    /** A constant of the agreement. */
    record Parameter(int slot) implements Figure {
        @Override
        public Exact of(Settling settling) {
            return settling.parameter(slot);
        }

        @Override
        public String text() {
            return "settling.parameter(" + slot + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {}
    }

    /** A defined term, already settled. */
    record TermOf(int slot) implements Figure {
        @Override
        public Exact of(Settling settling) {
            return settling.term(slot);
        }

        @Override
        public String text() {
            return "settling.term(" + slot + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            terms.accept(slot);
        }
    }

    /** A figure taken from the evidence. */
    record InputOf(int slot) implements Figure {
        @Override
        public Exact of(Settling settling) {
            return settling.input(slot);
        }

        @Override
        public String text() {
            return "settling.input(" + slot + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            inputs.accept(slot);
        }
    }

    /** Two figures joined. */
    record Join(Operation operation, Figure left, Figure right) implements Figure {
        @Override
        public Exact of(Settling settling) {
            Exact a = left.of(settling);
            Exact b = right.of(settling);
            return switch (operation) {
                case PLUS -> a.plus(b);
                case MINUS -> a.minus(b);
                case TIMES -> a.times(b);
                case MIN -> a.min(b);
                case MAX -> a.max(b);
                case EXCESS -> settling.excess(a, b);
            };
        }

        @Override
        public String text() {
            return operation == Operation.EXCESS
                    ? "settling.excess(" + left.text() + ", " + right.text() + ")"
                    : left.text() + "." + operation.method + "(" + right.text() + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            left.uses(terms, inputs);
            right.uses(terms, inputs);
        }
    }

    /** How two figures are joined. */
    enum Operation {
        PLUS("plus"),
        MINUS("minus"),
        TIMES("times"),
        MIN("min"),
        MAX("max"),
        EXCESS("excess");

        private final String method;

        Operation(String method) {
            this.method = method;
        }

        /** The operation on two parts, as a reader writes it. */
        String words(String left, String right) {
            return switch (this) {
                case PLUS -> "(" + left + " + " + right + ")";
                case MINUS -> "(" + left + " - " + right + ")";
                case TIMES -> "(" + left + " * " + right + ")";
                case MIN -> "the lesser of (" + left + ") and (" + right + ")";
                case MAX -> "the greater of (" + left + ") and (" + right + ")";
                case EXCESS -> "the amount by which (" + left + ") exceeds (" + right + ")";
            };
        }
    }

    /** A quotient; a zero divisor refuses the settlement in the name of the place where it stands. */
    record Quotient(Figure left, Figure right, int place) implements Figure {
        @Override
        public Exact of(Settling settling) {
            return settling.quotient(left.of(settling), right.of(settling), place);
        }

        @Override
        public String text() {
            return "settling.quotient(" + left.text() + ", " + right.text() + ", " + place + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            left.uses(terms, inputs);
            right.uses(terms, inputs);
        }
    }

    /** How many steps an amount has, whole ones only if full. */
    record Steps(boolean full, Figure amount, Figure step, int place) implements Figure {
        @Override
        public Exact of(Settling settling) {
            return settling.steps(full, amount.of(settling), step.of(settling), place);
        }

        @Override
        public String text() {
            return "settling.steps(" + full + ", " + amount.text() + ", " + step.text() + ", " + place + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            amount.uses(terms, inputs);
            step.uses(terms, inputs);
        }
    }

    /** An amount in bands, over the position at which it starts; ends and rates in turns, the last rate without an end. */
    record Banded(Figure before, Figure amount, List<Figure> bands, int place) implements Figure {
        public Banded {
            bands = List.copyOf(bands);
        }

        @Override
        public Exact of(Settling settling) {
            Exact[] figures = bands.stream().map(figure -> figure.of(settling)).toArray(Exact[]::new);
            return settling.inBands(place, before.of(settling), amount.of(settling), figures);
        }

        @Override
        public String text() {
            return "settling.inBands(" + place + ", " + before.text() + ", " + amount.text() + ", "
                    + bands.stream().map(Figure::text).collect(Collectors.joining(", ")) + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            before.uses(terms, inputs);
            amount.uses(terms, inputs);
            bands.forEach(figure -> figure.uses(terms, inputs));
        }
    }

    /** A figure rounded to whole multiples of a step. */
    record Rounded(Figure figure, RoundingMode mode, Figure step) implements Figure {
        @Override
        public Exact of(Settling settling) {
            return figure.of(settling).roundedTo(step.of(settling), mode);
        }

        @Override
        public String text() {
            return figure.text() + ".roundedTo(" + step.text() + ", java.math.RoundingMode." + mode + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            figure.uses(terms, inputs);
            step.uses(terms, inputs);
        }
    }
}
