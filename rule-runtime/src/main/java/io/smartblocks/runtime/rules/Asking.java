package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.Expr;
import java.util.List;
import java.util.stream.Stream;

/** Tells how conditions were answered, with the figures on both sides; a term told there is told anew where it counts. */
final class Asking {

    private final PlainSettling plain;
    private final Deriving deriving;
    private final Agreement agreement;

    Asking(PlainSettling plain, Deriving deriving) {
        this.plain = plain;
        this.deriving = deriving;
        this.agreement = plain.ground().agreement();
    }

    /** What a sentence asks. */
    List<Asked> guards(Sentence sentence, String then) {
        return sentence.in(agreement).guards().stream()
                .map(guard -> of(guard, sentence.where(agreement), then))
                .toList();
    }

    Asked of(Condition condition, String by, String then) {
        try {
            return new Asked(
                    by,
                    then,
                    deriving.words(condition),
                    plain.truth(condition, by),
                    compared(condition).toList());
        } catch (Stopped e) {
            return new Asked(by, then, e.problem().message(), Truth.PARTLY, List.of());
        }
    }

    private Stream<Asked.Compared> compared(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            return Stream.of(compared(compare.left(), compare.relation(), compare.right()));
        } else if (condition instanceof Condition.Between between) {
            return Stream.of(
                    compared(between.value(), Relation.AT_LEAST, between.low()),
                    compared(between.value(), Relation.AT_MOST, between.high()));
        } else if (condition instanceof Condition.And and) {
            return and.parts().stream().flatMap(this::compared);
        } else if (condition instanceof Condition.Or or) {
            return or.parts().stream().flatMap(this::compared);
        }
        return condition instanceof Condition.Not not ? compared(not.condition()) : Stream.of();
    }

    private Asked.Compared compared(Expr left, Relation relation, Expr right) {
        return new Asked.Compared(
                deriving.expr(left, "a condition"),
                relation,
                deriving.expr(right, "a condition"),
                plain.truth(new Condition.Compare(left, relation, right), "a condition")
                        .holds());
    }
}
