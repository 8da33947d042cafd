package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An expression with its names resolved and its unit known; every value is counted in base units of its dimensions, the
 * unit says how it is shown.
 */
public sealed interface Expr {

    /** The unit in which the value is shown; its dimensions are those of the value. */
    Unit unit();

    /** A figure written in the text, in base units: {@code 25 MWh} is 25000, {@code 5 %} is 0.05. */
    record Constant(Exact value, Unit unit) implements Expr {}

    /** A defined term, meter, index, fact or parameter by its name. */
    record Reference(Kind kind, String name, Unit unit) implements Expr {
        /** What a name stands for. */
        public enum Kind {
            TERM,
            METER,
            INDEX,
            FACT,
            ADJUSTMENT,
            BASELINE,
            EVENT_FIGURE,
            PARAMETER
        }
    }

    /** {@code left op right}; sums convert nothing because both sides are in base units. */
    record Arithmetic(Operator operator, Expr left, Expr right, Unit unit) implements Expr {
        /** The four operations. */
        public enum Operator {
            PLUS,
            MINUS,
            TIMES,
            DIVIDED_BY
        }
    }

    /** {@code the lesser of a and b}, {@code the greater of a and b}. */
    record Pick(boolean lesser, Expr left, Expr right, Unit unit) implements Expr {}

    /** {@code the amount by which a exceeds b}: {@code max(a - b, 0)}. */
    record Excess(Expr amount, Expr over, Unit unit) implements Expr {}

    /** {@code value for each [full] step of amount}: {@code value * floor(amount / step)}, without floor if not full. */
    record ForEach(Expr value, boolean full, Expr step, Expr amount, Unit unit) implements Expr {}

    /** {@code the total of x from 23:00 to 08:00 over Billing Month}: readings, or values of shorter periods, as one. */
    record Aggregate(Kind kind, Expr of, Optional<CalendarTest> during, Window over, Unit unit) implements Expr {
        /** How many become one. */
        public enum Kind {
            TOTAL,
            AVERAGE,
            HIGHEST,
            LOWEST
        }
    }

    /** {@code the hours of P}, {@code the days of P before 1 March}, by the local calendar. */
    record CalendarCount(
            Count count,
            String period,
            Optional<CalendarTest> during,
            Optional<LocalDate> before,
            Optional<LocalDate> from,
            Unit unit)
            implements Expr {
        /** What is counted. */
        public enum Count {
            HOURS,
            DAYS,
            MONTHS
        }
    }

    /** {@code the hours of P during which Room Sensor is below 19 °C}. */
    record HoursDuring(String period, Condition condition, Unit unit) implements Expr {}

    /** {@code the value of Gas Price at the end of P}, or {@code on} a date. */
    record ValueAt(String index, Moment moment, Unit unit) implements Expr {
        /** When the index is read. */
        public sealed interface Moment {
            /** The first local day of the period. */
            record Start(String period) implements Moment {}

            /** The last local day of the period. */
            record End(String period) implements Moment {}

            /** One local day. */
            record On(LocalDate date) implements Moment {}
        }
    }

    /** {@code the previous X}: the value settled one period earlier. */
    record Previous(String term, Unit unit) implements Expr {}

    /** {@code the amount due by X under clauses 2.1 and 2.2 with VAT}: rounded lines of documents, owed by X positive. */
    record AmountDue(String party, List<String> clauses, boolean withVat, Optional<String> over, Unit unit)
            implements Expr {}

    /** {@code the time clause 2.1 is late}, in days. */
    record TimeLate(String clause, Unit unit) implements Expr {}

    /** {@code the degree hours of Room Sensor below 19 °C over P}: each reading's distance times its length in hours. */
    record DegreeHours(Expr of, boolean below, Expr bound, Optional<CalendarTest> during, Window over, Unit unit)
            implements Expr {}

    /**
     * {@code the highest power of Main Meter over P}: energy of one interval divided by its length; {@code in each 30
     * minutes} joins the intervals that follow one another from the start of P.
     */
    record HighestPower(Expr of, Optional<TimeSpan> each, Optional<CalendarTest> during, Window over, Unit unit)
            implements Expr {}

    /**
     * {@code the value of Base Rate on the due day of clause 1}, or {@code the average of Base Rate while clause 1 is
     * late}: of the days after the due day.
     */
    record IndexLate(String index, String clause, boolean onDueDay, Unit unit) implements Expr {}

    /** {@code the energy of Dispatch Signal}: power of one interval times its length, reading by reading. */
    record EnergyOf(Expr power, Unit unit) implements Expr {}

    /** {@code the number of Session on weekends over P}: how many events there were. */
    record EventCount(String event, Optional<CalendarTest> during, Window over, Unit unit) implements Expr {}
}
