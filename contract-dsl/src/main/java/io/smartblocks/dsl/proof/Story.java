package io.smartblocks.dsl.proof;

import static io.smartblocks.dsl.proof.Formula.equal;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Reference.Kind;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells a model as the sentences of a scenario: every meter reads the same all the time, every index stays as it is. */
final class Story {

    private static final Exact ANY = Exact.of(10);

    private final Known known;
    private final Encoding encoding;
    private final Happenings happenings;
    private final Level level;
    private final Set<Expr.Reference> sources = new LinkedHashSet<>();
    private final Set<String> onlyTotals = new TreeSet<>();
    private final Optional<Stretch> first;
    private boolean tellable = true;

    Story(Known known, Encoding encoding, Level level) {
        this(known, encoding, level, Optional.empty());
    }

    private Story(Known known, Encoding encoding, Level level, Optional<Stretch> at) {
        this.known = known;
        this.encoding = encoding;
        this.happenings = new Happenings(known, encoding);
        this.level = level;
        this.first = at.or(() -> period().flatMap(name -> Stretch.first(known, name)));
    }

    private Optional<String> period() {
        if (level instanceof Level.PerPeriod per) {
            return Optional.of(per.period());
        }
        return encoding.met().keySet().stream()
                .flatMap(expr -> Inputs.window(expr).stream())
                .map(window -> window.period())
                .findFirst()
                .or(() -> known.periods().stream().map(Declaration.Period::name).findFirst());
    }

    /** What holds in such a story between the figures of one meter or index. */
    List<Formula> formulas() {
        List<Formula> formulas = new ArrayList<>();
        if (first.isEmpty()) {
            tellable = false;
            return formulas;
        }
        List<String> read = encoding.met().keySet().stream()
                .filter(Expr.Reference.class::isInstance)
                .map(reference -> ((Expr.Reference) reference).name())
                .toList();
        Set<Expr> told = new HashSet<>();
        List<Expr> met = List.copyOf(encoding.met().keySet());
        while (told.addAll(met) && tellable) {
            for (Expr expr : met) {
                formula(expr, first.orElseThrow()).ifPresentOrElse(formulas::add, () -> tellable = false);
            }
            met = encoding.met().keySet().stream()
                    .filter(expr -> !told.contains(expr))
                    .toList();
        }
        read.forEach(onlyTotals::remove);
        return formulas;
    }

    private Optional<Formula> formula(Expr expr, Stretch stretch) {
        Linear unknown = encoding.input(expr);
        if (expr instanceof Expr.Reference reference) {
            if (reference.kind() != Kind.EVENT_FIGURE) {
                sources.add(reference);
            }
            return tells(reference) ? Optional.of(Formula.TRUE) : Optional.empty();
        }
        if (expr instanceof Expr.Previous) {
            return Optional.of(Formula.TRUE);
        }
        if (expr instanceof Expr.ValueAt value) {
            return known.thing(value.index(), Declaration.Index.class)
                    .map(index -> equal(unknown, source(new Expr.Reference(Kind.INDEX, index.name(), index.unit()))));
        }
        if (expr instanceof Expr.CalendarCount count) {
            return stretch.count(count).map(figure -> equal(unknown, Linear.of(figure)));
        }
        Steady steady = new Steady(known, encoding, stretch);
        if (expr instanceof Expr.HoursDuring hours) {
            return steady.hours(hours, unknown);
        }
        if (expr instanceof Expr.DegreeHours degrees) {
            return steady.degrees(degrees, unknown);
        }
        if (expr instanceof Expr.HighestPower power) {
            return steady.power(power, unknown);
        }
        if (expr instanceof Expr.EventCount count) {
            return happenings.count(count, unknown, stretch);
        }
        return expr instanceof Expr.Aggregate aggregate ? aggregate(aggregate, unknown, stretch) : Optional.empty();
    }

    private Optional<Formula> aggregate(Expr.Aggregate aggregate, Linear unknown, Stretch stretch) {
        if (!aggregate.over().period().equals(stretch.period())) {
            return Optional.empty();
        }
        if (!(aggregate.of() instanceof Expr.Reference of) || of.kind() == Kind.TERM) {
            return new Steady(known, encoding, stretch).aggregate(aggregate, unknown);
        }
        boolean total = aggregate.kind() == Expr.Aggregate.Kind.TOTAL;
        if (of.kind() == Kind.ADJUSTMENT) {
            return aggregate.during().isEmpty() && total && aggregate.over().previous() == 0
                    ? adjustment(of, stretch)
                            .map(times -> equal(unknown, source(of).times(times)))
                    : Optional.empty();
        }
        if (of.kind() == Kind.EVENT_FIGURE) {
            return aggregate.during().isEmpty() && aggregate.over().previous() == 0
                    ? happenings.figure(of, unknown)
                    : Optional.empty();
        }
        if (of.kind() == Kind.INDEX) {
            return total ? Optional.empty() : Optional.of(equal(unknown, source(of)));
        }
        Optional<Declaration.Meter> meter = known.meter(of);
        if (meter.isEmpty()) {
            return Optional.empty();
        }
        boolean alone = sources.add(of);
        if (total && alone) {
            onlyTotals.add(of.name());
        } else if (!total) {
            onlyTotals.remove(of.name());
        }
        Linear reading = encoding.input(of);
        return total
                ? stretch.earlier(aggregate.over().previous())
                        .readings(meter.orElseThrow().every(), aggregate.during())
                        .filter(count -> count > 0)
                        .map(count -> equal(unknown.times(Exact.ONE.dividedBy(Exact.of(count))), reading))
                : Optional.of(equal(unknown, reading));
    }

    /** How often an adjustment that is given over the period counts in it. */
    private Optional<Exact> adjustment(Expr.Reference of, Stretch stretch) {
        return known.thing(of.name(), Declaration.Adjustment.class)
                .map(it -> it.isPerDay() ? Exact.of(stretch.days()) : Exact.ONE);
    }

    private Linear source(Expr.Reference reference) {
        sources.add(reference);
        return encoding.input(reference);
    }

    private boolean tells(Expr.Reference reference) {
        return switch (reference.kind()) {
            case METER, INDEX, FACT, BASELINE -> true;
            case ADJUSTMENT, EVENT_FIGURE -> encoding.met().containsKey(reference) && isSummedUp(reference);
            case PARAMETER, TERM -> false;
        };
    }

    /** True if only sums of it are asked for, which one sentence of a scenario gives. */
    private boolean isSummedUp(Expr.Reference reference) {
        return encoding.met().keySet().stream()
                .anyMatch(expr -> expr instanceof Expr.Aggregate aggregate
                        && aggregate.of().equals(reference));
    }

    /** This story, or the same told of later days on which the moments of a model are; nothing if there are none. */
    Optional<Story> on(Search.Model model) {
        List<CalendarTest> held = tests(model, true);
        List<CalendarTest> unheld = tests(model, false);
        if (!tellable || held.isEmpty() && unheld.isEmpty()) {
            return Optional.of(this);
        }
        boolean reading = level instanceof Level.PerReading;
        return first.flatMap(it -> it.where(new Moments(known, held, unheld, reading)))
                .map(it -> first.filter(it::equals).isPresent()
                        ? this
                        : new Story(known, encoding, level, Optional.of(it)));
    }

    /** The sentences, or nothing where a figure has no finite decimal form or no such day can be found. */
    Optional<Answer> of(Search.Model model) {
        if (!tellable) {
            return Optional.empty();
        }
        if (model.facts().entrySet().stream()
                .anyMatch(fact -> fact.getKey() instanceof Condition.ClauseIs && fact.getValue())) {
            return Optional.of(new Answer.Untold());
        }
        return first.filter(it -> encoding.first().has(it.from(), it.to(), known))
                .flatMap(it -> sentences(model, it))
                .map(Answer.Example::new);
    }

    private static List<CalendarTest> tests(Search.Model model, boolean held) {
        return model.facts().entrySet().stream()
                .filter(fact -> fact.getValue() == held && fact.getKey() instanceof CalendarTest)
                .map(fact -> (CalendarTest) fact.getKey())
                .toList();
    }

    private Optional<List<String>> sentences(Search.Model model, Stretch stretch) {
        List<Optional<String>> told = new ArrayList<>();
        Stretch whole = stretch.earlier(longestLook());
        told.addAll(happenings.sentences(model, stretch));
        for (Expr.Reference source : sources) {
            told.add(given(source, model.value(encoding.met().get(source)), stretch, whole));
        }
        for (Map.Entry<Expr, Integer> met : encoding.met().entrySet()) {
            if (met.getKey() instanceof Expr.Previous previous) {
                told.add(Wordings.figure(model.value(met.getValue()), previous.unit())
                        .map(figure -> "given the previous %s is %s.".formatted(previous.term(), figure)));
            }
        }
        others(whole).forEach(sentence -> told.add(Optional.of(sentence)));
        told.add(Optional.of("settle %s starting %s.".formatted(stretch.period(), Wordings.day(stretch.from()))));
        return told.stream().allMatch(Optional::isPresent)
                ? Optional.of(told.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    private int longestLook() {
        return encoding.met().keySet().stream()
                .flatMap(expr -> Inputs.window(expr).stream())
                .mapToInt(window -> window.previous())
                .max()
                .orElse(0);
    }

    private Optional<String> given(Expr.Reference source, Exact value, Stretch stretch, Stretch whole) {
        boolean spread = onlyTotals.contains(source.name()) && stretch.equals(whole);
        Optional<Declaration.Meter> meter = known.meter(source);
        if (meter.isPresent() && spread) {
            Exact total = stretch.readings(meter.orElseThrow().every(), Optional.empty())
                    .map(count -> value.times(Exact.of(count)))
                    .orElse(value);
            return Wordings.figure(total, source.unit())
                    .map(figure -> "given %s totals %s over %s.".formatted(source.name(), figure, stretch.words()));
        }
        String says = meter.isPresent() ? "given %s reads %s each over %s." : "given %s is %s over %s.";
        return Wordings.figure(value, source.unit())
                .map(figure -> says.formatted(
                        source.name(), figure, source.kind() == Kind.ADJUSTMENT ? stretch.words() : whole.words()));
    }

    /** What the conditions do not rest on but the settlement may need. */
    private List<String> others(Stretch whole) {
        Set<String> told = new TreeSet<>();
        sources.forEach(source -> told.add(source.name()));
        List<String> sentences = new ArrayList<>();
        known.meters().stream()
                .filter(meter -> !told.contains(meter.name()))
                .forEach(meter -> sentences.add(
                        "given %s reads %s each over %s.".formatted(meter.name(), any(meter.unit()), whole.words())));
        known.baselines().stream()
                .filter(it -> !told.contains(it.name()))
                .forEach(baseline -> known.thing(baseline.meter(), Declaration.Meter.class)
                        .ifPresent(meter -> sentences.add("given %s totals %s over %s."
                                .formatted(baseline.name(), any(meter.unit()), whole.words()))));
        known.indexes().stream()
                .filter(index -> !told.contains(index.name()))
                .forEach(index -> sentences.add(
                        "given %s is %s over %s.".formatted(index.name(), any(index.unit()), whole.words())));
        return sentences;
    }

    private static String any(Unit unit) {
        return Wordings.figure(ANY.times(unit.scale()), unit).orElseThrow();
    }
}
