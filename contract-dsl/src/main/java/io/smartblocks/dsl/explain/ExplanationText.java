package io.smartblocks.dsl.explain;

import io.smartblocks.dsl.explain.Explanation.ClauseNote;
import io.smartblocks.dsl.explain.Explanation.TermNote;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints an explanation: clauses with their exceptions below them, then each Term with what it uses and what uses it. */
public final class ExplanationText {

    private final StringBuilder out = new StringBuilder();
    private final Map<String, ClauseNote> clauses = new TreeMap<>();

    private ExplanationText() {}

    /** The whole agreement: the tree of exceptions and the graph of Terms. */
    public static String whole(Explanation explanation) {
        ExplanationText text = new ExplanationText();
        explanation.clauses().forEach(clause -> text.clauses.put(clause.number(), clause));
        text.line(0, "Clauses");
        explanation.clauses().stream()
                .filter(clause -> clause.exceptionTo().isEmpty())
                .forEach(clause -> text.tree(clause, 2));
        text.line(0, "");
        text.line(0, "Terms");
        explanation.terms().forEach(term -> text.term(term, 2));
        return text.out.toString();
    }

    /** One clause or Term with its words. */
    public static String alone(Explanation explanation) {
        ExplanationText text = new ExplanationText();
        explanation.clauses().forEach(text::clause);
        explanation.terms().forEach(term -> {
            text.term(term, 0);
            text.line(2, term.words());
        });
        return text.out.toString();
    }

    private void tree(ClauseNote clause, int indent) {
        String replaces = clause.replaces().isEmpty() ? "" : ", replaces " + String.join(", ", clause.replaces());
        String exception = clause.exceptionTo().isEmpty() ? "" : ", an exception";
        line(indent, clause.number() + " " + clause.title() + exception + replaces);
        clause.exceptions().forEach(number -> tree(clauses.get(number), indent + 2));
    }

    private void clause(ClauseNote clause) {
        line(0, clause.number() + " " + clause.title());
        list("an exception to", named(clause.exceptionTo()), 2);
        list("excepted by", named(clause.exceptions()), 2);
        list("replaces", clause.replaces(), 2);
        list("uses", clause.uses(), 2);
        list("used by", clause.usedBy(), 2);
        clause.words().forEach(words -> line(2, words));
    }

    private static List<String> named(List<String> numbers) {
        return numbers.stream().map(Uses::clause).toList();
    }

    private void term(TermNote term, int indent) {
        String kind = term.kind().equals("term") ? "" : term.kind() + ", ";
        line(indent, "%s: %s%s; %s".formatted(term.name(), kind, term.unit(), term.level()));
        list("uses", term.uses(), indent + 2);
        list("used by", term.usedBy(), indent + 2);
        list("replaced by", term.replacedBy(), indent + 2);
    }

    private void list(String what, List<String> names, int indent) {
        if (!names.isEmpty()) {
            line(indent, what + ": " + String.join(", ", names));
        }
    }

    private void line(int indent, String words) {
        out.append(" ".repeat(words.isEmpty() ? 0 : indent)).append(words).append('\n');
    }
}
