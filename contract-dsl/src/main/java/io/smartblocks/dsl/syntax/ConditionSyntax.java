package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;

/** A condition as written. */
public sealed interface ConditionSyntax {

    SourceRange at();

    /** {@code a is above b}. */
    record Compare(ExprSyntax left, Relation relation, ExprSyntax right, SourceRange at) implements ConditionSyntax {}

    /** {@code a is between b and c}. */
    record Between(ExprSyntax value, ExprSyntax low, ExprSyntax high, SourceRange at) implements ConditionSyntax {}

    /** {@code it is a working day}. */
    record ItIs(CalendarSyntax test, SourceRange at) implements ConditionSyntax {}

    /** {@code clause 2.1 is breached for more than 60 days}. */
    record ClauseIs(Word clause, ClauseEvent event, Optional<TimeSpan> forMoreThan, SourceRange at)
            implements ConditionSyntax {}

    /** Tests joined by {@code and}, or by {@code or}. */
    record Joined(boolean all, List<ConditionSyntax> parts, SourceRange at) implements ConditionSyntax {
        public Joined {
            parts = List.copyOf(parts);
        }
    }

    /** {@code not (…)}. */
    record Not(ConditionSyntax condition, SourceRange at) implements ConditionSyntax {}
}
