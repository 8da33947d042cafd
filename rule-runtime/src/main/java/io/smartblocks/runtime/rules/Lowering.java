package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns expressions and conditions of one period into figures and questions, lifting constants and demands out. */
final class Lowering {

    private final Agreement agreement;
    private final Levels levels;
    private final Map<String, Integer> termSlots;
    private final List<Exact> parameters;
    private final Map<Integer, Record> origins = new HashMap<>();
    private final List<Demand> demands = new ArrayList<>();
    private final Map<String, Integer> demandSlots = new HashMap<>();
    private final Map<String, Figure> initials = new HashMap<>();
    private final List<CalendarTest> tests = new ArrayList<>();
    private final List<Condition.ClauseIs> events = new ArrayList<>();
    private int place;
    private String where = "";

    Lowering(Agreement agreement, Map<String, Integer> termSlots, List<Exact> parameters) {
        this.agreement = agreement;
        this.levels = new Levels(agreement);
        this.termSlots = termSlots;
        this.parameters = new ArrayList<>(parameters);
    }

    /** Says where the expressions that follow stand. */
    void at(int place, String where) {
        this.place = place;
        this.where = where;
    }

    Figure figure(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return parameter(constant);
        } else if (expr instanceof Expr.Reference reference) {
            return reference(reference);
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        } else if (expr instanceof Expr.Pick pick) {
            Figure.Operation operation = pick.lesser() ? Figure.Operation.MIN : Figure.Operation.MAX;
            return new Figure.Join(operation, figure(pick.left()), figure(pick.right()));
        } else if (expr instanceof Expr.Excess excess) {
            return new Figure.Join(Figure.Operation.EXCESS, figure(excess.amount()), figure(excess.over()));
        } else if (expr instanceof Expr.ForEach each) {
            Figure steps = new Figure.Steps(each.full(), figure(each.amount()), figure(each.step()), place);
            return new Figure.Join(Figure.Operation.TIMES, figure(each.value()), steps);
        }
        Demands demands = new Demands(agreement, this, where);
        return expr instanceof Expr.HighestPower power ? demands.power(power) : input(demands.of(expr));
    }

    /** A figure with the limits of a definition, from left to right. */
    Figure limited(Figure figure, List<Limit> limits, String term) {
        Figure result = figure;
        for (Limit limit : limits) {
            if (limit instanceof Limit.AtLeast least) {
                result = new Figure.Join(Figure.Operation.MAX, result, figure(least.bound()));
            } else if (limit instanceof Limit.AtMost most) {
                result = new Figure.Join(Figure.Operation.MIN, result, room(most, term));
            } else if (limit instanceof Limit.Rounded rounded) {
                Figure step = parameter(rounded.rounding().step());
                result = new Figure.Rounded(result, rounded.rounding().mode(), step);
            } else {
                result = new Figure.Join(Figure.Operation.TIMES, result, raised((Limit.Rising) limit));
            }
        }
        return result;
    }

    Figure raised(Limit.Rising rising) {
        return input(new Lookup.Raised(parameter(rising.by()), rising.each()));
    }

    /** A cap, or what the earlier periods of the same longer period have left of it. */
    private Figure room(Limit.AtMost most, String term) {
        Figure bound = figure(most.bound());
        return most.inEach()
                .map(longer -> new Across.SoFar(TermsOf.reference(agreement, term), longer))
                .<Figure>map(spent -> new Figure.Join(Figure.Operation.EXCESS, bound, input(spent)))
                .orElse(bound);
    }

    Question question(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            return new Question.Compared(figure(compare.left()), compare.relation(), figure(compare.right()));
        } else if (condition instanceof Condition.Between between) {
            Figure value = figure(between.value());
            return new Question.Combined(
                    true,
                    List.of(
                            new Question.Compared(value, Relation.AT_LEAST, figure(between.low())),
                            new Question.Compared(value, Relation.AT_MOST, figure(between.high()))));
        } else if (condition instanceof Condition.ItIs itIs) {
            tests.add(itIs.test());
            return new Question.WholePeriod(tests.size() - 1);
        } else if (condition instanceof Condition.ClauseIs clauseIs) {
            events.add(clauseIs);
            return new Question.Happened(events.size() - 1);
        } else if (condition instanceof Condition.And and) {
            return new Question.Combined(true, questions(and.parts()));
        } else if (condition instanceof Condition.Or or) {
            return new Question.Combined(false, questions(or.parts()));
        }
        return new Question.Opposite(question(((Condition.Not) condition).condition()));
    }

    List<Question> questions(List<Condition> conditions) {
        return conditions.stream().map(this::question).toList();
    }

    Figure input(Demand demand) {
        String text = demand.text();
        Integer slot = demandSlots.get(text);
        if (slot == null) {
            slot = demands.size();
            demandSlots.put(text, slot);
            demands.add(demand);
        }
        return new Figure.InputOf(slot);
    }

    Figure parameter(Expr.Constant constant) {
        return parameter(constant.value(), constant);
    }

    /** A figure that stands in a part of the agreement. */
    Figure parameter(Exact value, Record origin) {
        origins.put(parameters.size(), origin);
        return parameter(value);
    }

    /** A figure that is the same in all agreements. */
    Figure parameter(Exact value) {
        parameters.add(value);
        return new Figure.Parameter(parameters.size() - 1);
    }

    private Figure reference(Expr.Reference reference) {
        return switch (reference.kind()) {
            case TERM -> term(levels.term(reference.name()));
            case INDEX -> input(new Lookup.OnlyIndex(reference.name()));
            case FACT -> {
                Declaration.Fact fact = Ground.find(agreement.facts(), reference.name());
                Figure initial = initials.computeIfAbsent(fact.name(), name -> parameter(fact.initial()));
                yield input(new Lookup.FactOf(fact.name(), fact.each().isPresent(), initial));
            }
            case METER, ADJUSTMENT, BASELINE, EVENT_FIGURE ->
                throw new CannotPlan(
                        where,
                        reference.name() + " has a value for each reading; say which total, average or extreme of it");
            case PARAMETER ->
                throw new CannotPlan(
                        where,
                        "the parameter " + reference.name()
                                + " of the template has no value yet; fill the template first");
        };
    }

    private Figure term(Term term) {
        Integer slot = termSlots.get(term.name());
        if (slot == null) {
            throw new CannotPlan(
                    where,
                    term.name() + " has a value " + level(term.level())
                            + ", which cannot be used here without an aggregate");
        }
        return new Figure.TermOf(slot);
    }

    private static String level(Level level) {
        if (level instanceof Level.PerPeriod period) {
            return "for each " + period.period();
        }
        if (level instanceof Level.PerEvent event) {
            return "for each " + event.event();
        }
        return level instanceof Level.PerReading ? "for each reading" : "for the agreement";
    }

    private Figure arithmetic(Expr.Arithmetic expr) {
        Figure left = figure(expr.left());
        Figure right = figure(expr.right());
        return switch (expr.operator()) {
            case PLUS -> new Figure.Join(Figure.Operation.PLUS, left, right);
            case MINUS -> new Figure.Join(Figure.Operation.MINUS, left, right);
            case TIMES -> new Figure.Join(Figure.Operation.TIMES, left, right);
            case DIVIDED_BY -> new Figure.Quotient(left, right, place);
        };
    }

    Declaration.Meter meter(String name) {
        return Ground.meter(agreement, name);
    }

    Declaration.Adjustment adjustment(String name) {
        return Ground.find(agreement.adjustments(), name);
    }

    /** The event that has a figure of that name. */
    String event(String figure) {
        return agreement.events().stream()
                .filter(event ->
                        event.figures().stream().anyMatch(each -> each.name().equals(figure)))
                .map(Declaration.Event::name)
                .findFirst()
                .orElseThrow(() -> new CannotPlan(where, "no event of the agreement has the figure " + figure));
    }

    int place() {
        return place;
    }

    Levels levels() {
        return levels;
    }

    List<Exact> parameters() {
        return parameters;
    }

    /** Where in the agreement parameters stand, by their slots. */
    Map<Integer, Record> origins() {
        return origins;
    }

    List<Demand> demands() {
        return demands;
    }

    List<CalendarTest> tests() {
        return tests;
    }

    List<Condition.ClauseIs> events() {
        return events;
    }

    Optional<Integer> slotOf(String term) {
        return Optional.ofNullable(termSlots.get(term));
    }
}
