package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.explain.AmountExplanation.Margin;
import io.smartblocks.runtime.rules.Asked;
import io.smartblocks.runtime.rules.Derived;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How far each comparison and each limit is from turning: the difference of its two sides. */
final class Margins {

    private final Set<Margin> found = new LinkedHashSet<>();

    static List<Margin> of(List<Asked> asked, List<Derived> nodes) {
        Margins margins = new Margins();
        asked.forEach(margins::add);
        nodes.forEach(node -> node.asked().forEach(margins::add));
        nodes.forEach(margins::limit);
        return new ArrayList<>(margins.found);
    }

    private void add(Asked asked) {
        asked.compared().forEach(compared -> add(asked, compared));
    }

    private void add(Asked asked, Asked.Compared compared) {
        Derived left = compared.left();
        Derived right = compared.right();
        Exact distance = right.value().minus(left.value());
        String at = Figures.with(right.value(), left.unit());
        String turning = compared.held()
                ? "%s is %s; it holds %s."
                        .formatted(
                                name(left),
                                Figures.with(left.value(), left.unit()),
                                bound(compared.relation(), at, true))
                : "%s is %s; it would hold %s."
                        .formatted(
                                name(left),
                                Figures.with(left.value(), left.unit()),
                                bound(compared.relation(), at, false));
        found.add(new Margin(
                asked.by(),
                Figures.in(left.value(), left.unit()),
                Figures.in(right.value(), left.unit()),
                Figures.in(distance.signum() < 0 ? distance.negated() : distance, left.unit()),
                left.unit().symbol(),
                compared.held(),
                turning + " If all that is asked holds, " + asked.then() + "."));
    }

    private static String bound(Relation relation, String at, boolean held) {
        String words = switch (relation) {
            case ABOVE -> "above " + at;
            case BELOW -> "below " + at;
            case AT_LEAST -> "from " + at + " on";
            case AT_MOST -> "up to " + at;
            case EQUAL_TO -> "at " + at + " exactly";
        };
        return held ? "only " + words : words;
    }

    /** Whether a limit holds the value, and by how much. */
    private void limit(Derived node) {
        if (node.how() != Derived.How.AT_MOST && node.how() != Derived.How.AT_LEAST) {
            return;
        }
        Derived value = node.parts().get(0);
        Derived bound = node.parts().get(1);
        boolean binds = !node.value().equals(value.value());
        Exact distance = value.value().minus(bound.value());
        String by = Figures.with(distance.signum() < 0 ? distance.negated() : distance, node.unit());
        String limit = node.words()
                + (bound.how() == Derived.How.CONSTANT ? "" : " (" + Figures.with(bound.value(), node.unit()) + ")");
        String words = binds
                ? "%s comes to %s, and the limit %s takes %s %s."
                        .formatted(
                                name(value),
                                Figures.with(value.value(), node.unit()),
                                limit,
                                by,
                                node.how() == Derived.How.AT_MOST ? "off" : "to it")
                : "%s comes to %s, %s from the limit %s, which changes nothing."
                        .formatted(name(value), Figures.with(value.value(), node.unit()), by, limit);
        found.add(new Margin(
                node.how().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                Figures.in(value.value(), node.unit()),
                Figures.in(bound.value(), node.unit()),
                Figures.in(distance.signum() < 0 ? distance.negated() : distance, node.unit()),
                node.unit().symbol(),
                binds,
                words));
    }

    private static String name(Derived node) {
        String words = node.words();
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
