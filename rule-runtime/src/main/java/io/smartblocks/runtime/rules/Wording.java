package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Guards in the words of the language, each figure with its value in this settlement. */
final class Wording {

    private final Settling settling;

    Wording(Settling settling) {
        this.settling = settling;
    }

    String of(Condition condition, Question question) {
        if (condition instanceof Condition.Compare compare && question instanceof Question.Compared compared) {
            return figure(compare.left(), compared.left()) + " is " + words(compare.relation()) + " "
                    + figure(compare.right(), compared.right());
        } else if (condition instanceof Condition.Between between && question instanceof Question.Combined both) {
            Question.Compared low = (Question.Compared) both.parts().get(0);
            Question.Compared high = (Question.Compared) both.parts().get(1);
            return figure(between.value(), low.left()) + " is between " + figure(between.low(), low.right()) + " and "
                    + figure(between.high(), high.right());
        } else if (condition instanceof Condition.And and && question instanceof Question.Combined parts) {
            return joined(and.parts(), parts.parts(), " and ");
        } else if (condition instanceof Condition.Or or && question instanceof Question.Combined parts) {
            return joined(or.parts(), parts.parts(), " or ");
        } else if (condition instanceof Condition.Not not && question instanceof Question.Opposite opposite) {
            return "not (" + of(not.condition(), opposite.question()) + ")";
        } else if (condition instanceof Condition.ItIs itIs) {
            return "it is " + words(itIs.test());
        }
        return words((Condition.ClauseIs) condition);
    }

    static String words(Condition.ClauseIs clause) {
        return "clause " + clause.clause() + " is " + lower(clause.event())
                + clause.forMoreThan()
                        .map(span -> " for more than " + words(span))
                        .orElse("");
    }

    private String joined(List<Condition> conditions, List<Question> questions, String with) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            parts.add(of(conditions.get(i), questions.get(i)));
        }
        return "(" + String.join(with, parts) + ")";
    }

    private String figure(Expr expr, Figure figure) {
        String value = Shown.quantity(figure.of(settling), expr.unit());
        if (expr instanceof Expr.Reference reference) {
            return reference.name() + " (" + value + ")";
        }
        return expr instanceof Expr.Previous previous ? "the previous " + previous.term() + " (" + value + ")" : value;
    }

    static String words(CalendarTest test) {
        List<String> words = new ArrayList<>();
        test.day().ifPresent(day -> words.add("a " + lower(day)));
        test.hours().ifPresent(hours -> words.add("from " + hours.from() + " to " + hours.to()));
        test.season().ifPresent(season -> words.add((season.inside() ? "in " : "outside ") + season.season()));
        test.before().ifPresent(day -> words.add("before " + day));
        test.from().ifPresent(day -> words.add("from " + day));
        return String.join(" ", words);
    }

    private static String words(TimeSpan span) {
        return span.count() + " " + lower(span.unit()) + (span.count() == 1 ? "" : "s");
    }

    private static String words(Condition.Compare.Relation relation) {
        return lower(relation);
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
