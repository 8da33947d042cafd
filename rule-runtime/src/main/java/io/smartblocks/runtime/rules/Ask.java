package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.units.Exact;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** A question asked reading by reading, or event by event. */
sealed interface Ask {
    IntPredicate over(Moments moments);

    String text();

    void walk(Consumer<Series> visitor);

    /** Tells every test of the calendar and clock. */
    void tests(Consumer<CalendarTest> visitor);

    /** A test of the calendar and clock. */
    record ItIs(CalendarTest test) implements Ask {
        @Override
        public IntPredicate over(Moments moments) {
            return moments.mask(test);
        }

        @Override
        public String text() {
            return "it is " + Wording.words(test);
        }

        @Override
        public void walk(Consumer<Series> visitor) {}

        @Override
        public void tests(Consumer<CalendarTest> visitor) {
            visitor.accept(test);
        }
    }

    /** Two series compared. */
    record Compared(Series left, Relation relation, Series right) implements Ask {
        @Override
        public IntPredicate over(Moments moments) {
            IntFunction<Exact> a = left.over(moments);
            IntFunction<Exact> b = right.over(moments);
            IntPredicate holds = holds();
            IntPredicate each = index -> holds.test(a.apply(index).compareTo(b.apply(index)));
            return a instanceof Decimals first && b instanceof Decimals second
                    ? Decimals.compared(first, second, moments.size(), holds)
                            .<IntPredicate>map(marks -> marks)
                            .orElse(each)
                    : each;
        }

        /** Whether a comparison that came out below zero, as zero or above is what is asked. */
        private IntPredicate holds() {
            return switch (relation) {
                case ABOVE -> compared -> compared > 0;
                case BELOW -> compared -> compared < 0;
                case AT_LEAST -> compared -> compared >= 0;
                case AT_MOST -> compared -> compared <= 0;
                case EQUAL_TO -> compared -> compared == 0;
            };
        }

        @Override
        public String text() {
            return "(" + left.text() + " is " + Wording.lower(relation) + " " + right.text() + ")";
        }

        @Override
        public void walk(Consumer<Series> visitor) {
            left.walk(visitor);
            right.walk(visitor);
        }

        @Override
        public void tests(Consumer<CalendarTest> visitor) {}
    }

    /** All or any of several questions, or the opposite of the one. */
    record Combined(String how, List<Ask> parts) implements Ask {
        public Combined {
            parts = List.copyOf(parts);
        }

        @Override
        public IntPredicate over(Moments moments) {
            List<IntPredicate> asks =
                    parts.stream().map(part -> part.over(moments)).toList();
            IntPredicate joined = joined(asks);
            return asks.stream().allMatch(Marks.class::isInstance) ? Marks.of(joined, moments.size()) : joined;
        }

        private IntPredicate joined(List<IntPredicate> asks) {
            return switch (how) {
                case "all" -> index -> asks.stream().allMatch(ask -> ask.test(index));
                case "any" -> index -> asks.stream().anyMatch(ask -> ask.test(index));
                default -> index -> !asks.get(0).test(index);
            };
        }

        @Override
        public String text() {
            return how + parts.stream().map(Ask::text).toList();
        }

        @Override
        public void walk(Consumer<Series> visitor) {
            parts.forEach(part -> part.walk(visitor));
        }

        @Override
        public void tests(Consumer<CalendarTest> visitor) {
            parts.forEach(part -> part.tests(visitor));
        }
    }
}
