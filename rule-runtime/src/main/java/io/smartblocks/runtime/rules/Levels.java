package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Term;
import java.util.List;
import java.util.Optional;

/** Which expressions have a value for each reading or event. */
final class Levels {

    private final Agreement agreement;

    Levels(Agreement agreement) {
        this.agreement = agreement;
    }

    Term term(String name) {
        return agreement.terms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotPlan(name, "the agreement defines no " + name));
    }

    boolean isPerReading(Expr expr) {
        return periodOf(expr).isEmpty() && usesReadings(expr);
    }

    /** The period for each of which an expression has a value of its own, if it is of one. */
    Optional<String> periodOf(Expr expr) {
        return overTime(expr)
                .or(() -> parts(expr).stream()
                        .flatMap(part -> periodOf(part).stream())
                        .findFirst());
    }

    private Optional<String> overTime(Expr expr) {
        if (expr instanceof Expr.Aggregate aggregate) {
            return Optional.of(aggregate.over().period());
        } else if (expr instanceof Expr.HighestPower power) {
            return Optional.of(power.over().period());
        } else if (expr instanceof Expr.CalendarCount count) {
            return Optional.of(count.period());
        } else if (expr instanceof Expr.HoursDuring hours) {
            return Optional.of(hours.period());
        } else if (expr instanceof Expr.DegreeHours hours) {
            return Optional.of(hours.over().period());
        } else if (expr instanceof Expr.EventCount events) {
            return Optional.of(events.over().period());
        } else if (expr instanceof Expr.Previous previous) {
            return periodOf(term(previous.term()).level());
        } else if (expr instanceof Expr.AmountDue due) {
            return due.over().or(() -> periodOfClauses(due.clauses()));
        } else if (expr instanceof Expr.IndexLate late) {
            return periodOfClauses(List.of(late.clause()));
        } else if (expr instanceof Expr.TimeLate late) {
            return periodOfClauses(List.of(late.clause()));
        } else if (expr instanceof Expr.ValueAt value) {
            return periodOf(value.moment());
        }
        return expr instanceof Expr.Reference reference ? periodOf(reference) : Optional.empty();
    }

    private Optional<String> periodOf(Expr.Reference reference) {
        return switch (reference.kind()) {
            case TERM -> periodOf(term(reference.name()).level());
            case FACT -> Ground.find(agreement.facts(), reference.name()).each();
            default -> Optional.empty();
        };
    }

    private static Optional<String> periodOf(Expr.ValueAt.Moment moment) {
        if (moment instanceof Expr.ValueAt.Moment.Start start) {
            return Optional.of(start.period());
        }
        return moment instanceof Expr.ValueAt.Moment.End end ? Optional.of(end.period()) : Optional.empty();
    }

    private Optional<String> periodOfClauses(List<String> numbers) {
        return agreement.clauses().stream()
                .filter(clause -> numbers.contains(clause.number()))
                .flatMap(clause -> clause.provisions().stream())
                .flatMap(provision -> periodOf(provision.level()).stream())
                .findFirst();
    }

    private static Optional<String> periodOf(Level level) {
        return level instanceof Level.PerPeriod of ? Optional.of(of.period()) : Optional.empty();
    }

    private static List<Expr> parts(Expr expr) {
        if (expr instanceof Expr.Arithmetic join) {
            return List.of(join.left(), join.right());
        } else if (expr instanceof Expr.Pick pick) {
            return List.of(pick.left(), pick.right());
        } else if (expr instanceof Expr.Excess excess) {
            return List.of(excess.amount(), excess.over());
        }
        if (expr instanceof Expr.EnergyOf energy) {
            return List.of(energy.power());
        }
        return expr instanceof Expr.ForEach each ? List.of(each.value(), each.amount(), each.step()) : List.of();
    }

    private boolean usesReadings(Expr expr) {
        return expr instanceof Expr.Reference reference
                ? isPerReading(reference)
                : parts(expr).stream().anyMatch(this::usesReadings);
    }

    private boolean isPerReading(Expr.Reference reference) {
        return switch (reference.kind()) {
            case METER, INDEX, BASELINE, ADJUSTMENT, EVENT_FIGURE -> true;
            case TERM -> {
                Level level = term(reference.name()).level();
                yield level instanceof Level.PerReading || level instanceof Level.PerEvent;
            }
            case FACT, PARAMETER -> false;
        };
    }

    /** True if a condition can only be answered reading by reading. */
    boolean isPerReading(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            return isPerReading(compare.left()) || isPerReading(compare.right());
        } else if (condition instanceof Condition.Between between) {
            return isPerReading(between.value()) || isPerReading(between.low()) || isPerReading(between.high());
        } else if (condition instanceof Condition.And and) {
            return and.parts().stream().anyMatch(this::isPerReading);
        } else if (condition instanceof Condition.Or or) {
            return or.parts().stream().anyMatch(this::isPerReading);
        } else if (condition instanceof Condition.Not not) {
            return isPerReading(not.condition());
        }
        return false;
    }
}
