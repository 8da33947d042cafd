package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Window;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Expressions and conditions in the words of the language; {@code beside} says what stands behind each operand of a condition. */
record ExprWords(Function<Expr, String> beside) {

    /** Words without figures. */
    static String of(Expr expr) {
        return new ExprWords(each -> "").words(expr);
    }

    String words(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return Shown.quantity(constant.value(), constant.unit());
        } else if (expr instanceof Expr.Reference reference) {
            return reference.name();
        } else if (expr instanceof Expr.Arithmetic join) {
            return operand(join.left(), join) + " " + sign(join.operator()) + " " + operand(join.right(), join);
        } else if (expr instanceof Expr.Pick pick) {
            return "the " + (pick.lesser() ? "lesser" : "greater") + " of " + words(pick.left()) + " and "
                    + words(pick.right());
        } else if (expr instanceof Expr.Excess excess) {
            return "the amount by which " + words(excess.amount()) + " exceeds " + words(excess.over());
        } else if (expr instanceof Expr.ForEach each) {
            return words(each.value()) + " for each " + (each.full() ? "full " : "") + words(each.step()) + " of "
                    + words(each.amount());
        }
        return measured(expr);
    }

    private String measured(Expr expr) {
        if (expr instanceof Expr.Aggregate join) {
            return "the " + Wording.lower(join.kind()) + " of " + words(join.of()) + during(join.during())
                    + over(join.over());
        } else if (expr instanceof Expr.HighestPower power) {
            return "the highest power of " + words(power.of())
                    + power.each().map(span -> " in each " + span.words()).orElse("") + during(power.during())
                    + over(power.over());
        } else if (expr instanceof Expr.DegreeHours hours) {
            return "the degree hours of " + words(hours.of()) + (hours.below() ? " below " : " above ")
                    + words(hours.bound()) + during(hours.during()) + over(hours.over());
        } else if (expr instanceof Expr.HoursDuring hours) {
            return "the hours of " + hours.period() + " during which " + condition(hours.condition());
        } else if (expr instanceof Expr.CalendarCount count) {
            return "the " + Wording.lower(count.count()) + " of " + count.period() + during(count.during())
                    + count.before().map(day -> " before " + day).orElse("")
                    + count.from().map(day -> " from " + day).orElse("");
        } else if (expr instanceof Expr.EventCount count) {
            return "the number of " + count.event() + during(count.during()) + over(count.over());
        } else if (expr instanceof Expr.EnergyOf energy) {
            return "the energy of " + words(energy.power());
        }
        return remembered(expr);
    }

    private static String remembered(Expr expr) {
        if (expr instanceof Expr.ValueAt value) {
            return "the value of " + value.index() + moment(value.moment());
        } else if (expr instanceof Expr.Previous previous) {
            return "the previous " + previous.term();
        } else if (expr instanceof Expr.AmountDue due) {
            return "the amount due by " + due.party() + " under "
                    + (due.clauses().size() == 1 ? "clause " : "clauses ")
                    + String.join(", ", due.clauses()) + (due.withVat() ? " with VAT" : "")
                    + due.over().map(period -> " over " + period).orElse("");
        } else if (expr instanceof Expr.IndexLate late) {
            return late.onDueDay()
                    ? "the value of " + late.index() + " on the due day of clause " + late.clause()
                    : "the average of " + late.index() + " while clause " + late.clause() + " is late";
        }
        return "the time clause " + ((Expr.TimeLate) expr).clause() + " is late";
    }

    private static String moment(Expr.ValueAt.Moment moment) {
        if (moment instanceof Expr.ValueAt.Moment.Start start) {
            return " at the start of " + start.period();
        }
        return moment instanceof Expr.ValueAt.Moment.End end
                ? " at the end of " + end.period()
                : " on " + ((Expr.ValueAt.Moment.On) moment).date();
    }

    private static String during(Optional<CalendarTest> test) {
        return test.map(each -> " " + (each.day().isPresent() ? "on " : "") + Wording.words(each))
                .orElse("");
    }

    private static String over(Window window) {
        return " over " + (window.previous() == 0 ? "" : "the previous " + window.previous() + " ") + window.period();
    }

    /** A condition with what stands beside its operands. */
    String condition(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            return figure(compare.left()) + " is " + Wording.lower(compare.relation()) + " " + figure(compare.right());
        } else if (condition instanceof Condition.Between between) {
            return figure(between.value()) + " is between " + figure(between.low()) + " and " + figure(between.high());
        } else if (condition instanceof Condition.And and) {
            return joined(and.parts(), " and ");
        } else if (condition instanceof Condition.Or or) {
            return joined(or.parts(), " or ");
        } else if (condition instanceof Condition.Not not) {
            return "not (" + condition(not.condition()) + ")";
        } else if (condition instanceof Condition.ItIs itIs) {
            return "it is " + Wording.words(itIs.test());
        }
        return Wording.words((Condition.ClauseIs) condition);
    }

    private String joined(List<Condition> parts, String with) {
        return parts.stream().map(this::condition).collect(Collectors.joining(with, "(", ")"));
    }

    private String figure(Expr expr) {
        return expr instanceof Expr.Constant ? words(expr) : words(expr) + beside.apply(expr);
    }

    private String operand(Expr expr, Expr.Arithmetic within) {
        boolean apart = expr instanceof Expr.Arithmetic inner
                        && (binding(inner.operator()) < binding(within.operator())
                                || inner == within.right() && binding(inner.operator()) == binding(within.operator()))
                || !(expr instanceof Expr.Arithmetic
                        || expr instanceof Expr.Constant
                        || expr instanceof Expr.Reference);
        return apart ? "(" + words(expr) + ")" : words(expr);
    }

    private static int binding(Expr.Arithmetic.Operator operator) {
        return switch (operator) {
            case PLUS, MINUS -> 1;
            case TIMES, DIVIDED_BY -> 2;
        };
    }

    private static String sign(Expr.Arithmetic.Operator operator) {
        return switch (operator) {
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES -> "*";
            case DIVIDED_BY -> "/";
        };
    }
}
