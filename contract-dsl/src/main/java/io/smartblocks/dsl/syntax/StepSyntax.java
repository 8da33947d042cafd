package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** One sentence of a scenario as written. */
public sealed interface StepSyntax {

    SourceRange at();

    /** Local days, both included. */
    record Span(DateSyntax from, DateSyntax to, SourceRange at) {}

    /** {@code for P starting d}: which settlement is meant. */
    record Settled(Word period, DateSyntax starting, SourceRange at) {}

    /** {@code given X is q over s}, or {@code from d}. */
    record GivenValue(
            Word name,
            ExprSyntax.Figure amount,
            Optional<CalendarTest.Hours> hours,
            Optional<Span> over,
            Optional<DateSyntax> from,
            SourceRange at)
            implements StepSyntax {}

    /** {@code given X totals|reads|is a; b; c kWh every 1 month from d}; {@code is} gives what is stated, not read. */
    record GivenSeries(
            Word name,
            boolean readings,
            List<Exact> values,
            Optional<UnitSyntax> unit,
            TimeSpan every,
            DateSyntax from,
            SourceRange at)
            implements StepSyntax {
        public GivenSeries {
            values = List.copyOf(values);
        }
    }

    /** {@code given X totals q over s}. */
    record GivenTotal(Word name, ExprSyntax.Figure amount, Span over, SourceRange at) implements StepSyntax {}

    /** {@code given X reads q each from 17:00 to 19:00 over s}. */
    record GivenEach(
            Word name,
            ExprSyntax.Figure amount,
            Optional<CalendarTest.Hours> hours,
            Optional<Span> over,
            SourceRange at)
            implements StepSyntax {}

    /** {@code given X stands at q on d}, or {@code is estimated at}. */
    record GivenStand(Word name, ExprSyntax.Figure stand, boolean estimated, DateSyntax on, SourceRange at)
            implements StepSyntax {}

    /** {@code given E on d at 18:30 with F of q, G of r}. */
    record GivenOccurrence(Word event, DateSyntax on, LocalTime time, List<FigureSyntax> figures, SourceRange at)
            implements StepSyntax {
        public GivenOccurrence {
            figures = List.copyOf(figures);
        }
    }

    /** One figure of what happened. */
    record FigureSyntax(Word name, ExprSyntax.Figure amount) {}

    /** {@code given no readings of X over s}. */
    record GivenGap(Word name, Optional<CalendarTest.Hours> hours, Span over, SourceRange at) implements StepSyntax {}

    /** {@code given the previous X is q}. */
    record GivenPrevious(Word name, ExprSyntax.Figure amount, SourceRange at) implements StepSyntax {}

    /** {@code given clause 2.1 is paid on d}. */
    record GivenEvent(Word clause, ClauseEvent event, DateSyntax on, SourceRange at) implements StepSyntax {}

    /** {@code given A terminates under clause 6.1 on d}. */
    record GivenTermination(Word party, Optional<Word> clause, DateSyntax on, SourceRange at) implements StepSyntax {}

    /** {@code given A disputes the settlement of P starting d under clause 4.1 on d}. */
    record GivenDispute(Word party, Word period, DateSyntax starting, List<Word> clauses, DateSyntax on, SourceRange at)
            implements StepSyntax {
        public GivenDispute {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code settle P starting d again}. */
    record Settle(Word period, DateSyntax starting, boolean again, SourceRange at) implements StepSyntax {}

    /** {@code expect a to be b for P starting d}. */
    record ExpectValue(ExprSyntax actual, ExprSyntax expected, Optional<Settled> settled, SourceRange at)
            implements StepSyntax {}

    /** {@code expect A to pay q to B under clause 2.1 for "line" by d}. */
    record ExpectPay(
            Word debtor,
            ExprSyntax amount,
            Word creditor,
            Optional<Word> clause,
            Optional<Word> line,
            Optional<DateSyntax> by,
            Optional<Settled> settled,
            SourceRange at)
            implements StepSyntax {}

    /** {@code expect a balance of n, plus VAT of v, in total g, payable by A to B by d}. */
    record ExpectDocument(
            Scenario.ExpectDocument.Kind kind,
            ExprSyntax net,
            Optional<ExprSyntax> vat,
            Optional<ExprSyntax> gross,
            Word debtor,
            Word creditor,
            Optional<DateSyntax> by,
            Optional<Settled> settled,
            SourceRange at)
            implements StepSyntax {}

    /** {@code expect no payment under clause 3}. */
    record ExpectNoPayment(Optional<Word> clause, Optional<Settled> settled, SourceRange at) implements StepSyntax {}

    /** {@code expect no correction}. */
    record ExpectNoCorrection(Optional<Settled> settled, SourceRange at) implements StepSyntax {}

    /** {@code expect settlement to be held}. */
    record ExpectHeld(Optional<Settled> settled, SourceRange at) implements StepSyntax {}

    /** {@code expect settlement to be disputed}. */
    record ExpectDisputed(SourceRange at) implements StepSyntax {}

    /** {@code expect A to transfer x of Asset to B under clause 2 by d}; also mint, retire, deliver and works. */
    record ExpectDuty(
            Scenario.ExpectDuty.Kind kind,
            Word debtor,
            Optional<ExprSyntax> amount,
            Optional<Word> what,
            Optional<Word> other,
            Optional<Word> clause,
            Optional<DateSyntax> by,
            SourceRange at)
            implements StepSyntax {}

    /** {@code expect nothing under clause 3}. */
    record ExpectNothing(Word clause, SourceRange at) implements StepSyntax {}

    /** {@code expect clause 3.4 to be breached on d}. */
    record ExpectState(Word clause, Scenario.ExpectState.State state, Optional<DateSyntax> on, SourceRange at)
            implements StepSyntax {}

    /** {@code expect the agreement to end on d}. */
    record ExpectEnd(DateSyntax on, SourceRange at) implements StepSyntax {}

    /** {@code expect A to be able to terminate}. */
    record ExpectPower(Word party, SourceRange at) implements StepSyntax {}

    /** A sentence that could not be read. */
    record Unread(SourceRange at) implements StepSyntax {}
}
