package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.Document;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What steps with a period must not step inside another that uses it, what runs on over a longer period must not be cut by
 * it, and tables must reach to the agreement's end: otherwise settlements would be refused.
 */
final class StepCheck {

    private final PeriodFit fit;
    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, Set<String>> steps = new HashMap<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    private StepCheck(Document document, Resolution resolution, Levels.Inferred inferred) {
        this.fit = new PeriodFit(document, resolution.periods());
        inferred.terms().forEach(term -> terms.put(term.name(), term));
    }

    static List<Diagnostic> of(Document document, Resolution resolution, Levels.Inferred inferred) {
        StepCheck check = new StepCheck(document, resolution, inferred);
        inferred.terms().forEach(check::term);
        for (Clause clause : inferred.clauses()) {
            clause.provisions()
                    .forEach(provision -> check.inside(provision.level(), provision, provision.at(), "this sentence"));
        }
        return check.findings;
    }

    private void term(Term term) {
        inside(term.level(), term, term.at(), "`%s`".formatted(term.name()));
        if (term.value() instanceof Value.Table table) {
            end(term, table);
        }
    }

    private void inside(Level level, Record part, SourceRange at, String name) {
        if (!(level instanceof Level.PerPeriod own)) {
            return;
        }
        for (String by : stepsOf(part)) {
            fit.cut(own.period(), by)
                    .ifPresent(day -> misfit(
                            at,
                            "%s has one value for each %s, but what it uses steps inside one, on %s"
                                    .formatted(name, own.period(), words(day)),
                            "use it in a period no longer than %s".formatted(by)));
        }
        Set<String> longer = new TreeSet<>();
        Nodes.within(part, Value.Banded.class)
                .forEach(banded -> banded.countedFrom().ifPresent(longer::add));
        Nodes.within(part, Limit.AtMost.class).forEach(most -> most.inEach().ifPresent(longer::add));
        longer.forEach(over -> fit.cut(own.period(), over)
                .ifPresent(day -> misfit(
                        at,
                        "%s runs on over %s, but a new one begins inside a %s, on %s"
                                .formatted(name, over, own.period(), words(day)),
                        "let %s and %s begin on the same days".formatted(own.period(), over))));
    }

    /** The periods with which something steps, itself or by the terms of the agreement and of readings that it uses. */
    private Set<String> stepsOf(Record part) {
        Set<String> by = new TreeSet<>();
        Nodes.within(part, Value.Table.class).forEach(table -> by.add(table.by()));
        Nodes.within(part, Limit.Rising.class).forEach(rising -> by.add(rising.each()));
        Nodes.within(part, Expr.Reference.class)
                .filter(reference -> reference.kind() == Expr.Reference.Kind.TERM)
                .map(reference -> Optional.ofNullable(terms.get(reference.name())))
                .flatMap(Optional::stream)
                .filter(term -> !(term.level() instanceof Level.PerPeriod))
                .forEach(term -> by.addAll(stepsOf(term.name())));
        return by;
    }

    private Set<String> stepsOf(String term) {
        Set<String> known = steps.get(term);
        if (known == null) {
            steps.put(term, Set.of());
            known = stepsOf(terms.get(term));
            steps.put(term, known);
        }
        return known;
    }

    private void end(Term term, Value.Table table) {
        int last = table.rows().get(table.rows().size() - 1).last();
        fit.last(table.by())
                .filter(needed -> needed > last)
                .ifPresent(needed -> findings.add(Diagnostic.of(
                                Code.W0507,
                                term.at(),
                                "`%s` ends with %s %d, but the agreement lasts until %s %d"
                                        .formatted(term.name(), table.by(), last, table.by(), needed))
                        .help("add a row for %s %d on: where a value is lacking, settlements are refused"
                                .formatted(table.by(), last + 1))));
    }

    private void misfit(SourceRange at, String what, String help) {
        findings.add(Diagnostic.of(Code.E0307, at, what).help(help));
    }

    private static String words(LocalDate day) {
        return "%d %s %d"
                .formatted(
                        day.getDayOfMonth(),
                        day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH),
                        day.getYear());
    }
}
