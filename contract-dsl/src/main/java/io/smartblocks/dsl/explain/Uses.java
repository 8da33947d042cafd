package io.smartblocks.dsl.explain;

import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Nodes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that a part of an agreement uses, in the order in which it does. */
final class Uses {

    private Uses() {}

    static List<String> of(Object part) {
        Set<String> names = new LinkedHashSet<>();
        Nodes.within(part, Record.class).forEach(node -> add(node, names));
        return List.copyOf(names);
    }

    /** A clause as it is named among Terms. */
    static String clause(String number) {
        return "clause " + number;
    }

    private static void add(Record node, Set<String> names) {
        if (node instanceof Expr.Reference reference) {
            names.add(reference.name());
        } else if (node instanceof Expr.Previous previous) {
            names.add(previous.term());
        } else if (node instanceof Expr.ValueAt value) {
            names.add(value.index());
        } else if (node instanceof Expr.EventCount count) {
            names.add(count.event());
        } else if (node instanceof Expr.AmountDue due) {
            due.clauses().forEach(number -> names.add(clause(number)));
        } else if (node instanceof Expr.IndexLate late) {
            names.add(late.index());
            names.add(clause(late.clause()));
        } else if (node instanceof Expr.TimeLate late) {
            names.add(clause(late.clause()));
        } else if (node instanceof Condition.ClauseIs state) {
            names.add(clause(state.clause()));
        } else if (node instanceof Due.Event.OfClause event) {
            names.add(clause(event.clause()));
        } else if (node instanceof Effect.AssetDuty moved) {
            names.add(moved.asset());
        }
    }
}
