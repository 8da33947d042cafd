package io.smartblocks.dsl.agreement;

import java.util.List;
import java.util.Optional;

/** What a guard or a case asks. */
public sealed interface Condition {

    /** {@code left} compared with {@code right}, exactly. */
    record Compare(Expr left, Relation relation, Expr right) implements Condition {
        /** The relations of the language. */
        public enum Relation {
            ABOVE,
            BELOW,
            AT_LEAST,
            AT_MOST,
            EQUAL_TO
        }
    }

    /** {@code value is between low and high}, both ends included. */
    record Between(Expr value, Expr low, Expr high) implements Condition {}

    /** {@code it is a working day from 07:00 to 20:00 in Winter}: per reading, or of a whole period. */
    record ItIs(CalendarTest test) implements Condition {}

    /** {@code clause n is breached [for more than 60 days]}, {@code performed} or {@code paid}. */
    record ClauseIs(String clause, ClauseEvent event, Optional<TimeSpan> forMoreThan) implements Condition {}

    /** All parts hold. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** The condition does not hold; {@code unless} is this too. */
    record Not(Condition condition) implements Condition {}
}
