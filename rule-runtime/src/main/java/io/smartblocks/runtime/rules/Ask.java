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
            return switch (relation) {
                case ABOVE -> index -> a.apply(index).compareTo(b.apply(index)) > 0;
                case BELOW -> index -> a.apply(index).compareTo(b.apply(index)) < 0;
                case AT_LEAST -> index -> a.apply(index).compareTo(b.apply(index)) >= 0;
                case AT_MOST -> index -> a.apply(index).compareTo(b.apply(index)) <= 0;
                case EQUAL_TO -> index -> a.apply(index).compareTo(b.apply(index)) == 0;
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
