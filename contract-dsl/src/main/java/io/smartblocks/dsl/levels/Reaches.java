package io.smartblocks.dsl.levels;

import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.names.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Infers how often an expression has a value from what it uses, and reports what cannot stand together. */
final class Reaches {

    private static final TimeSpan EACH_DAY = new TimeSpan(1, TimeSpan.Unit.DAY);
    private static final TimeSpan ANY = new TimeSpan(1, TimeSpan.Unit.MINUTE);

    private final Map<String, TimeSpan> meters = new HashMap<>();
    private final Map<String, TimeSpan> indexes = new HashMap<>();
    private final Map<String, TimeSpan> periods = new HashMap<>();
    private final Map<String, String> facts = new HashMap<>();
    private final Map<String, String> events = new HashMap<>();
    private final Map<String, Reach> terms = new HashMap<>();
    private final Map<String, Reach> clauses = new HashMap<>();
    private final Mixture mixture = new Mixture(this::isShorter);
    private final Places places;
    private final List<Diagnostic> findings;

    Reaches(
            List<Declaration.Meter> meters,
            List<Declaration.Baseline> baselines,
            List<Declaration.Index> indexes,
            List<Declaration.Period> periods,
            List<Declaration.Fact> facts,
            List<Declaration.Event> events,
            Places places,
            List<Diagnostic> findings) {
        meters.forEach(meter -> this.meters.put(meter.name(), meter.every()));
        baselines.forEach(baseline -> this.meters.put(baseline.name(), this.meters.get(baseline.meter())));
        indexes.forEach(index -> this.indexes.put(index.name(), index.every()));
        periods.forEach(period -> this.periods.put(period.name(), period.every()));
        facts.forEach(fact -> fact.each().ifPresent(each -> this.facts.put(fact.name(), each)));
        events.forEach(event -> event.figures().forEach(figure -> this.events.put(figure.name(), event.name())));
        this.places = places;
        this.findings = findings;
    }

    Map<String, Reach> terms() {
        return terms;
    }

    boolean isPeriod(String name) {
        return periods.containsKey(name);
    }

    Map<String, Reach> clauses() {
        return clauses;
    }

    Reach of(Expr expr, SourceRange around) {
        SourceRange at = places.of(expr, around);
        if (expr instanceof Expr.Reference reference) {
            return reference(reference, at);
        }
        if (expr instanceof Expr.Arithmetic sum) {
            return together(of(sum.left(), at), of(sum.right(), at));
        }
        if (expr instanceof Expr.Pick pick) {
            return together(of(pick.left(), at), of(pick.right(), at));
        }
        if (expr instanceof Expr.Excess excess) {
            return together(of(excess.amount(), at), of(excess.over(), at));
        }
        if (expr instanceof Expr.ForEach each) {
            return together(of(each.value(), at), of(each.amount(), at));
        }
        return expr instanceof Expr.Aggregate aggregate ? aggregate(aggregate, at) : special(expr, at);
    }

    private Reach special(Expr expr, SourceRange at) {
        if (expr instanceof Expr.CalendarCount count) {
            return period(count.period(), at);
        }
        if (expr instanceof Expr.HoursDuring hours) {
            return hours(hours, at);
        }
        if (expr instanceof Expr.ValueAt value) {
            return valueAt(value.moment(), at);
        }
        if (expr instanceof Expr.Previous previous) {
            return previous(previous, at);
        }
        if (expr instanceof Expr.AmountDue due) {
            return due.over()
                    .map(period -> period(period, at))
                    .orElseGet(() -> due.clauses().stream()
                            .map(number -> clause(number, at))
                            .reduce(Reach.agreement(at), this::together));
        }
        if (expr instanceof Expr.IndexLate late) {
            return clause(late.clause(), at);
        }
        return expr instanceof Expr.TimeLate late ? clause(late.clause(), at) : measured(expr, at);
    }

    private Reach measured(Expr expr, SourceRange at) {
        if (expr instanceof Expr.DegreeHours degrees) {
            Reach reading = readings(degrees.of(), "degree hours", at);
            together(reading, of(degrees.bound(), at));
            return period(degrees.over().period(), at);
        }
        if (expr instanceof Expr.HighestPower highest) {
            readings(highest.of(), "highest power", at);
            return period(highest.over().period(), at);
        }
        if (expr instanceof Expr.EventCount count) {
            return period(count.over().period(), at);
        }
        return expr instanceof Expr.EnergyOf energy ? readings(energy.power(), "energy", at) : Reach.agreement(at);
    }

    /** The reach of what must be read from a meter interval by interval. */
    private Reach readings(Expr of, String what, SourceRange at) {
        Reach reach = of(of, at);
        if (!reach.is(Reach.Kind.READING)) {
            findings.add(Diagnostic.of(
                            Code.E0304,
                            reach.at(),
                            "there are no readings to take the %s of: this has %s".formatted(what, reach.words()))
                    .help("name a meter, or a term that uses one"));
        }
        return reach;
    }

    private Reach hours(Expr.HoursDuring hours, SourceRange at) {
        Reach inner = of(hours.condition(), at);
        if (!inner.isOfReadings()) {
            findings.add(Diagnostic.of(
                            Code.E0304,
                            at,
                            "there are no readings whose hours can be counted: this has " + inner.words())
                    .help("name a meter, or a term that uses one"));
        }
        return period(hours.period(), at);
    }

    private Reach previous(Expr.Previous previous, SourceRange at) {
        Reach reach = terms.getOrDefault(previous.term(), Reach.agreement(at)).at(at);
        if (!reach.is(Reach.Kind.PERIOD)) {
            findings.add(Diagnostic.of(
                            Code.E0303,
                            at,
                            "`the previous %s` is that of the period before, but `%s` has %s"
                                    .formatted(previous.term(), previous.term(), reach.words()))
                    .help("look back on a term that has a value for each period"));
        }
        return reach;
    }

    private Reach valueAt(Expr.ValueAt.Moment moment, SourceRange at) {
        if (moment instanceof Expr.ValueAt.Moment.Start start) {
            return period(start.period(), at);
        }
        return moment instanceof Expr.ValueAt.Moment.End end ? period(end.period(), at) : Reach.agreement(at);
    }

    Reach period(String name, SourceRange at) {
        return Reach.period(name, periods.getOrDefault(name, ANY), at);
    }

    private Reach clause(String number, SourceRange at) {
        return clauses.getOrDefault(number, Reach.agreement(at)).at(at);
    }

    private Reach reference(Expr.Reference reference, SourceRange at) {
        return switch (reference.kind()) {
            case TERM ->
                terms.getOrDefault(reference.name(), Reach.agreement(at)).at(at);
            case METER, BASELINE -> Reach.reading(meters.get(reference.name()), at);
            case INDEX -> Reach.index(indexes.get(reference.name()), at);
            case FACT ->
                facts.containsKey(reference.name()) ? period(facts.get(reference.name()), at) : Reach.agreement(at);
            case ADJUSTMENT -> Reach.reading(EACH_DAY, at);
            case EVENT_FIGURE -> Reach.event(events.get(reference.name()), at);
            case PARAMETER -> Reach.agreement(at);
        };
    }

    private Reach aggregate(Expr.Aggregate aggregate, SourceRange at) {
        String period = aggregate.over().period();
        Reach inner = of(aggregate.of(), at);
        boolean earlier = aggregate.over().previous() > 0;
        boolean sums = switch (inner.kind()) {
            case AGREEMENT, CLOCK -> false;
            case INDEX, READING, EVENT -> true;
            case PERIOD ->
                isShorter(inner.period(), period) || earlier && inner.period().equals(period);
        };
        if (!sums) {
            findings.add(mixture.nothing(aggregate, inner));
        }
        return period(period, at);
    }

    boolean isShorter(String inner, String outer) {
        TimeSpan first = periods.get(inner);
        TimeSpan second = periods.get(outer);
        return first == null || second == null || first.roughMinutes() < second.roughMinutes();
    }

    Reach of(Condition condition, SourceRange around) {
        SourceRange at = places.of(condition, around);
        if (condition instanceof Condition.Compare compare) {
            return together(of(compare.left(), at), of(compare.right(), at));
        }
        if (condition instanceof Condition.Between between) {
            return together(of(between.value(), at), together(of(between.low(), at), of(between.high(), at)));
        }
        if (condition instanceof Condition.ItIs) {
            return Reach.clock(at);
        }
        if (condition instanceof Condition.ClauseIs clause) {
            return clause(clause.clause(), at);
        }
        if (condition instanceof Condition.Not not) {
            return of(not.condition(), at);
        }
        List<Condition> parts =
                condition instanceof Condition.And and ? and.parts() : ((Condition.Or) condition).parts();
        Reach reach = Reach.agreement(at);
        for (Condition part : parts) {
            reach = together(reach, of(part, at));
        }
        return reach;
    }

    /** The reach of two parts of one expression, reported where they do not mix. */
    Reach together(Reach left, Reach right) {
        if (left.mixesWith(right)) {
            return left.and(right);
        }
        findings.add(mixture.told(left, right));
        return left.is(Reach.Kind.PERIOD) ? left : right;
    }
}
