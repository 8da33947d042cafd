package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import java.util.List;
import java.util.Optional;

/** An expression as written: names not resolved, units not computed. */
public sealed interface ExprSyntax {

    SourceRange at();

    /** {@code 0.092 EUR per kWh}, with the digits written after its point. */
    record Figure(Exact value, int digits, Optional<UnitSyntax> unit, SourceRange at) implements ExprSyntax {}

    /** {@code 5 % of Base Price}. */
    record ShareOf(Figure share, ExprSyntax of, SourceRange at) implements ExprSyntax {}

    /** A Term. */
    record Name(String text, SourceRange at) implements ExprSyntax {}

    /** {@code a + b}, {@code a * b}. */
    record Operation(Expr.Arithmetic.Operator operator, ExprSyntax left, ExprSyntax right, SourceRange at)
            implements ExprSyntax {}

    /** {@code the lesser of a and b}. */
    record Pick(boolean lesser, ExprSyntax left, ExprSyntax right, SourceRange at) implements ExprSyntax {}

    /** {@code the amount by which a exceeds b}. */
    record Excess(ExprSyntax amount, ExprSyntax over, SourceRange at) implements ExprSyntax {}

    /** {@code a for each full step of b}. */
    record ForEach(ExprSyntax value, boolean full, Figure step, ExprSyntax amount, SourceRange at)
            implements ExprSyntax {}

    /** {@code the total of a over P}. */
    record Aggregate(
            Expr.Aggregate.Kind kind,
            ExprSyntax of,
            Optional<CalendarSyntax> during,
            Word over,
            int previous,
            SourceRange at)
            implements ExprSyntax {}

    /** {@code the amount due by X under clauses 1 and 2 with VAT over P}. */
    record AmountDue(Word party, List<Word> clauses, boolean withVat, Optional<Word> over, SourceRange at)
            implements ExprSyntax {
        public AmountDue {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code the days of P before d}. */
    record CalendarCount(
            Expr.CalendarCount.Count count,
            Word period,
            Optional<CalendarSyntax> during,
            Optional<DateSyntax> before,
            Optional<DateSyntax> from,
            SourceRange at)
            implements ExprSyntax {}

    /** {@code the hours of P during which …}; {@code when} is the older word. */
    record HoursDuring(Word period, ConditionSyntax condition, Optional<Word> when, SourceRange at)
            implements ExprSyntax {}

    /** {@code the value of I on d}, or at an end of a period. */
    record ValueAt(Word index, Optional<DateSyntax> on, Optional<Word> period, boolean start, SourceRange at)
            implements ExprSyntax {}

    /** {@code the previous X}. */
    record Previous(Word term, SourceRange at) implements ExprSyntax {}

    /** {@code the time clause 2.1 is late}. */
    record TimeLate(Word clause, SourceRange at) implements ExprSyntax {}

    /** {@code the degree hours of a below b over P}. */
    record DegreeHours(
            ExprSyntax of, boolean below, ExprSyntax bound, Optional<CalendarSyntax> during, Span over, SourceRange at)
            implements ExprSyntax {}

    /** {@code the highest power of a in each 30 minutes over P}. */
    record HighestPower(
            ExprSyntax of, Optional<TimeSpan> each, Optional<CalendarSyntax> during, Span over, SourceRange at)
            implements ExprSyntax {}

    /** {@code the value of I on the due day of clause 1}, {@code the average of I while clause 1 is late}. */
    record IndexLate(Word index, Word clause, boolean onDueDay, SourceRange at) implements ExprSyntax {}

    /** {@code the energy of a}. */
    record EnergyOf(ExprSyntax power, SourceRange at) implements ExprSyntax {}

    /** {@code the number of E over P}. */
    record EventCount(Word event, Optional<CalendarSyntax> during, Span over, SourceRange at) implements ExprSyntax {}

    /** {@code P}, or {@code the previous n P}. */
    record Span(Word period, int previous) {}
}
