package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** A worked example inside the agreement: what is given, what is settled, what is expected. */
public record Scenario(String name, Optional<String> like, Optional<String> after, List<Step> steps, SourceRange at) {
    public Scenario {
        steps = List.copyOf(steps);
    }

    /** One sentence of a scenario, in the order written. */
    public sealed interface Step {
        SourceRange at();
    }

    /** Local days, both included, as written. */
    public record Days(LocalDate from, LocalDate to) {}

    /** {@code for P starting d}: the settlement that an expectation is about. */
    public record Settled(String period, LocalDate starting) {}

    /** {@code given Power Price is 0.11 EUR per kWh over … to …}: an index value, fact or adjustment; in base units. */
    public record GivenValue(
            String name,
            Exact value,
            Unit unit,
            Optional<CalendarTest.Hours> hours,
            Optional<Days> over,
            Optional<LocalDate> from,
            SourceRange at)
            implements Step {}

    /** {@code given X totals|reads|is a; b; c unit every 1 month from d}: one value an interval, in base units. */
    public record GivenSeries(
            String name, List<Exact> values, Unit unit, TimeSpan every, LocalDate from, SourceRange at)
            implements Step {
        public GivenSeries {
            values = List.copyOf(values);
        }
    }

    /** {@code given Meter totals q over span}: spread evenly over the readings of the span. */
    public record GivenTotal(String meter, Exact value, Unit unit, Days over, SourceRange at) implements Step {}

    /** {@code given Meter reads q each [from 17:00 to 19:00] over span}; a later one wins for the readings it names. */
    public record GivenEach(
            String meter,
            Exact value,
            Unit unit,
            Optional<CalendarTest.Hours> hours,
            Optional<Days> over,
            SourceRange at)
            implements Step {}

    /** {@code given no readings of Meter [from 02:00 to 04:00] over span}. */
    public record GivenGap(String meter, Optional<CalendarTest.Hours> hours, Days over, SourceRange at)
            implements Step {}

    /** {@code given Register stands at q on d}, or {@code is estimated at}: at the first instant of that local day. */
    public record GivenStand(String meter, Exact value, Unit unit, boolean estimated, LocalDate on, SourceRange at)
            implements Step {}

    /** {@code given Session on d at 18:30 with Energy of 22.5 kWh}: an event at a local time. */
    public record GivenOccurrence(String event, LocalDate on, LocalTime time, List<GivenFigure> figures, SourceRange at)
            implements Step {
        public GivenOccurrence {
            figures = List.copyOf(figures);
        }
    }

    /** One figure of an event, in base units. */
    public record GivenFigure(String name, Exact value, Unit unit) {}

    /** {@code given the previous X is q}. */
    public record GivenPrevious(String term, Exact value, Unit unit, SourceRange at) implements Step {}

    /** {@code given clause 2.1 is paid on d}. */
    public record GivenEvent(String clause, ClauseEvent event, LocalDate on, SourceRange at) implements Step {}

    /** {@code given Client terminates [under clause 6.1] on d}: a party uses its power. */
    public record GivenTermination(String party, Optional<String> clause, LocalDate on, SourceRange at)
            implements Step {}

    /** {@code given Client disputes the settlement of P starting d [under clause 4.1] on d}; no clauses mean all. */
    public record GivenDispute(
            String party, String period, LocalDate starting, List<String> clauses, LocalDate on, SourceRange at)
            implements Step {
        public GivenDispute {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code settle Billing Month starting d [again]}. */
    public record Settle(String period, LocalDate starting, boolean again, SourceRange at) implements Step {}

    /** {@code expect expr to be expr [for P starting d]}; compared half up at {@code digits} after the point, in {@code shown}. */
    public record ExpectValue(
            Expr actual,
            Expr expected,
            int digits,
            Unit shown,
            Optional<String> period,
            Optional<LocalDate> starting,
            SourceRange at)
            implements Step {}

    /** {@code expect X to pay q to Y [under clause n] [for "line"] [by d]}: lines before set-off and VAT. */
    public record ExpectPay(
            String debtor,
            Expr amount,
            String creditor,
            Optional<String> clause,
            Optional<String> line,
            Optional<LocalDate> by,
            Optional<Settled> settled,
            SourceRange at)
            implements Step {}

    /** {@code expect a balance|reversal|correction of n[, plus VAT of v, in total g], payable by X to Y [by d]}. */
    public record ExpectDocument(
            Kind kind,
            Expr net,
            Optional<Expr> vat,
            Optional<Expr> gross,
            String debtor,
            String creditor,
            Optional<LocalDate> by,
            Optional<Settled> settled,
            SourceRange at)
            implements Step {
        /** Which document. */
        public enum Kind {
            BALANCE,
            REVERSAL,
            CORRECTION
        }
    }

    /** {@code expect no payment [under clause n]}. */
    public record ExpectNoPayment(Optional<String> clause, Optional<Settled> settled, SourceRange at) implements Step {}

    /** {@code expect no correction [for P starting d]}. */
    public record ExpectNoCorrection(Optional<Settled> settled, SourceRange at) implements Step {}

    /** {@code expect settlement to be held}. */
    public record ExpectHeld(Optional<Settled> settled, SourceRange at) implements Step {}

    /** {@code expect X to be able to terminate}. */
    public record ExpectPower(String party, SourceRange at) implements Step {}

    /** {@code expect settlement to be disputed}. */
    public record ExpectDisputed(SourceRange at) implements Step {}

    /** {@code expect X to transfer q of Asset to Y [under clause n] [by d]}; also mint, retire, deliver and works. */
    public record ExpectDuty(
            Kind kind,
            String debtor,
            Optional<Expr> amount,
            Optional<String> what,
            Optional<String> other,
            Optional<String> clause,
            Optional<LocalDate> by,
            SourceRange at)
            implements Step {
        /** What is owed. */
        public enum Kind {
            TRANSFER,
            MINT,
            RETIRE,
            DELIVER,
            PERFORM
        }
    }

    /** {@code expect nothing under clause n}: neither a payment nor another duty. */
    public record ExpectNothing(String clause, SourceRange at) implements Step {}

    /** {@code expect clause n to be breached [on d]}: what has become of its obligations. */
    public record ExpectState(String clause, State state, Optional<LocalDate> on, SourceRange at) implements Step {
        /** What an obligation can have become. */
        public enum State {
            DUE,
            PERFORMED,
            PAID,
            BREACHED,
            DISPUTED,
            EXCUSED,
            TERMINATED
        }
    }

    /** {@code expect the agreement to end on d}: its last day in force. */
    public record ExpectEnd(LocalDate on, SourceRange at) implements Step {}
}
