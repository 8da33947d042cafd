package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.EffectSyntax;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.LimitSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which definitions can be computed, each after those it uses. A term that {@code is instead} another value
 * also uses what that sentence uses, and {@code the amount due} uses what its clauses use; {@code the previous X} uses
 * nothing of this period but what X starts at.
 */
public final class DefinitionOrder {

    private static final String CLAUSE = "clause ";

    private final Names names;
    private final Map<String, Set<String>> uses = new LinkedHashMap<>();
    private final Map<String, Sentence.Definition> definitions = new LinkedHashMap<>();
    private final List<Sentence.Definition> ordered = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> cyclic = new HashSet<>();

    private DefinitionOrder(Names names) {
        this.names = names;
    }

    /** The order of a document's definitions. */
    public static DefinitionOrder of(Document document, Names names) {
        DefinitionOrder order = new DefinitionOrder(names);
        document.all(Sentence.Definition.class)
                .filter(definition -> names.thing(definition.name().text()).orElse(definition) == definition)
                .forEach(order::add);
        document.all(Sentence.Start.class)
                .forEach(start -> order.start(start.name().text(), start.value()));
        document.all(Sentence.Clause.class).forEach(order::add);
        List.copyOf(order.uses.keySet()).forEach(order::visit);
        return order;
    }

    /** The definitions, each after those it uses. */
    public List<Sentence.Definition> definitions() {
        return List.copyOf(ordered);
    }

    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** True if the term is defined by itself, so that it has no value. */
    boolean isCyclic(String term) {
        return cyclic.contains(term);
    }

    private void add(Sentence.Definition definition) {
        definitions.put(definition.name().text(), definition);
        use(definition.name().text(), definition.value());
        use(definition.name().text(), definition.limits());
        Nodes.within(definition.limits(), LimitSyntax.StartingAt.class)
                .forEach(limit -> start(definition.name().text(), limit.value()));
    }

    /** A start stands before all periods, so that it cannot look back either. */
    private void start(String term, ExprSyntax value) {
        use(term, value);
        Nodes.within(value, ExprSyntax.Previous.class)
                .map(previous -> previous.term().text())
                .forEach(uses.get(term)::add);
    }

    private void add(Sentence.Clause clause) {
        String node = CLAUSE + clause.number().text();
        for (Sentence.ProvisionSyntax provision : clause.provisions()) {
            use(node, provision.guards());
            if (provision.effect() instanceof EffectSyntax.Instead instead) {
                use(instead.term().text(), provision.guards());
                use(instead.term().text(), instead.value());
                use(instead.term().text(), instead.limits());
            } else {
                use(node, provision.effect());
            }
        }
    }

    private void use(String user, Object tree) {
        Set<String> used = uses.computeIfAbsent(user, name -> new LinkedHashSet<>());
        Nodes.within(tree, ExprSyntax.Previous.class)
                .flatMap(previous -> names.start(previous.term().text()).stream())
                .flatMap(start -> Nodes.within(start, ExprSyntax.Name.class))
                .map(ExprSyntax.Name::text)
                .forEach(used::add);
        Nodes.within(tree, ExprSyntax.Name.class).map(ExprSyntax.Name::text).forEach(used::add);
        Nodes.within(tree, ExprSyntax.AmountDue.class)
                .filter(due -> due.over().isEmpty())
                .flatMap(due -> due.clauses().stream())
                .forEach(clause -> used.add(CLAUSE + clause.text()));
    }

    /** Walks from one node to all it uses, with a list in place of the call stack. */
    private void visit(String start) {
        Deque<String> path = new ArrayDeque<>();
        Deque<Iterator<String>> open = new ArrayDeque<>();
        Set<String> onPath = new LinkedHashSet<>();
        enter(start, path, open, onPath);
        while (!path.isEmpty()) {
            Iterator<String> next = open.peek();
            if (next.hasNext()) {
                String used = next.next();
                if (onPath.contains(used)) {
                    cycle(used, onPath);
                } else {
                    enter(used, path, open, onPath);
                }
            } else {
                open.pop();
                leave(path.pop(), onPath);
            }
        }
    }

    private void enter(String node, Deque<String> path, Deque<Iterator<String>> open, Set<String> onPath) {
        if (uses.containsKey(node) && !done.contains(node)) {
            path.push(node);
            onPath.add(node);
            open.push(uses.get(node).iterator());
        }
    }

    private void leave(String node, Set<String> onPath) {
        onPath.remove(node);
        done.add(node);
        if (definitions.containsKey(node)) {
            ordered.add(definitions.get(node));
        }
    }

    private void cycle(String first, Set<String> onPath) {
        List<String> path = new ArrayList<>(onPath);
        List<String> members = path.subList(path.indexOf(first), path.size());
        List<String> terms = members.stream().filter(definitions::containsKey).toList();
        if (terms.isEmpty() || !cyclic.addAll(terms)) {
            return;
        }
        Diagnostic said = Diagnostic.of(
                Code.E0206,
                definitions.get(terms.get(0)).name().at(),
                "`%s` is defined by itself: %s uses %s".formatted(terms.get(0), String.join(" uses ", members), first));
        for (String other : terms.subList(1, terms.size())) {
            said = said.note(definitions.get(other).at(), "by way of `%s`".formatted(other));
        }
        diagnostics.add(
                said.help("use `the previous %s` if the value of the period before is meant".formatted(terms.get(0))));
    }
}
