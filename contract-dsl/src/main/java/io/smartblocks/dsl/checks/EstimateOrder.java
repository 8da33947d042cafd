package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An estimate of missing readings may not rest on these readings: not by way of a Term, of what a Term {@code is instead},
 * of a baseline, or of a register that is estimated from the meter in turn.
 */
final class EstimateOrder {

    private static final String CLAUSE = "clause ";

    private final Map<String, Set<String>> uses = new LinkedHashMap<>();
    private final Map<String, SourceRange> terms = new HashMap<>();
    private final Set<Set<String>> told = new HashSet<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    private EstimateOrder() {}

    static List<Diagnostic> of(Document document, Resolution resolution, Levels.Inferred inferred) {
        EstimateOrder order = new EstimateOrder();
        inferred.terms().forEach(order::add);
        inferred.clauses().forEach(order::add);
        resolution.baselines().forEach(order::add);
        resolution.gapRules().forEach(order::add);
        document.all(Sentence.Gaps.class)
                .forEach(gaps -> gaps.meters().forEach(meter -> order.check(meter.text(), gaps.at())));
        return order.findings;
    }

    private void add(Term term) {
        terms.put(term.name(), term.at());
        use(term.name(), term.value());
        use(term.name(), term.limits());
    }

    private void add(Clause clause) {
        for (Clause.Provision provision : clause.provisions()) {
            String user =
                    provision.effect() instanceof Effect.Instead instead ? instead.term() : CLAUSE + clause.number();
            use(user, provision.guards());
            use(user, provision.effect());
        }
    }

    private void add(Declaration.Baseline baseline) {
        uses(baseline.name()).add(baseline.meter());
        uses(baseline.name()).addAll(baseline.with());
    }

    private void add(GapRule rule) {
        for (String meter : rule.meters()) {
            use(meter, rule.arms());
            Nodes.within(rule.arms(), GapRule.Estimate.LikeDays.class)
                    .flatMap(like -> like.scaledTo().stream())
                    .forEach(uses(meter)::add);
        }
    }

    private void use(String user, Object tree) {
        Nodes.within(tree, Expr.Reference.class).map(Expr.Reference::name).forEach(uses(user)::add);
        Nodes.within(tree, Expr.AmountDue.class)
                .filter(due -> due.over().isEmpty())
                .flatMap(due -> due.clauses().stream())
                .forEach(clause -> uses(user).add(CLAUSE + clause));
    }

    private Set<String> uses(String user) {
        return uses.computeIfAbsent(user, name -> new LinkedHashSet<>());
    }

    private void check(String meter, SourceRange at) {
        circle(meter)
                .filter(circle -> told.add(Set.copyOf(circle)))
                .ifPresent(circle -> findings.add(finding(meter, circle, at)));
    }

    /** The shortest way from a meter back to itself. */
    private Optional<List<String>> circle(String meter) {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        List<String> next = new ArrayList<>(List.of(meter));
        ways.put(meter, List.of(meter));
        while (!next.isEmpty()) {
            String user = next.remove(0);
            for (String used : uses.getOrDefault(user, Set.of())) {
                if (used.equals(meter)) {
                    return Optional.of(ways.get(user));
                }
                if (!ways.containsKey(used)) {
                    List<String> way = new ArrayList<>(ways.get(user));
                    way.add(used);
                    ways.put(used, way);
                    next.add(used);
                }
            }
        }
        return Optional.empty();
    }

    private Diagnostic finding(String meter, List<String> circle, SourceRange at) {
        Diagnostic said = Diagnostic.of(
                Code.E0208,
                at,
                "the estimate of missing readings of `%s` needs these readings itself: `%s` uses `%s`"
                        .formatted(meter, String.join("` uses `", circle), meter));
        for (String other : circle) {
            if (terms.containsKey(other)) {
                said = said.note(terms.get(other), "by way of `%s`".formatted(other));
            }
        }
        return said.help("estimate by a figure that does not rest on `%s`, or hold settlement".formatted(meter));
    }
}
