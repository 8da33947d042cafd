package io.smartblocks.dsl.levels;

import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Value;
import java.util.List;
import java.util.stream.Stream;

/** Finds the calendar tests that are asked of what a value or guard belongs to, not of the readings inside an aggregate. */
final class CalendarQuestions {

    private CalendarQuestions() {}

    static Stream<Condition.ItIs> outsideAggregates(Object tree) {
        if (tree instanceof Value.Cases cases) {
            return cases.arms().stream().flatMap(arm -> outsideAggregates(arm.when()));
        }
        if (tree instanceof List<?> conditions) {
            return conditions.stream().flatMap(CalendarQuestions::outsideAggregates);
        }
        if (tree instanceof Condition.And and) {
            return outsideAggregates(and.parts());
        }
        if (tree instanceof Condition.Or or) {
            return outsideAggregates(or.parts());
        }
        if (tree instanceof Condition.Not not) {
            return outsideAggregates(not.condition());
        }
        return tree instanceof Condition.ItIs it ? Stream.of(it) : Stream.empty();
    }
}
