package io.smartblocks.dsl.explain;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.dsl.wording.AgreementText;
import io.smartblocks.dsl.wording.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out what uses what in an agreement, and which clauses except which. */
public final class AgreementExplainer {

    private final AgreementText text;
    private final Agreement agreement;
    private final Map<String, List<String>> uses = new LinkedHashMap<>();
    private final Map<String, List<String>> replaces = new LinkedHashMap<>();

    private AgreementExplainer(AgreementText text) {
        this.text = text;
        this.agreement = text.agreement();
        agreement.terms().forEach(term -> uses.put(term.name(), Uses.of(term)));
        agreement.clauses().forEach(clause -> {
            uses.put(Uses.clause(clause.number()), Uses.of(clause));
            replaces.put(
                    Uses.clause(clause.number()),
                    Nodes.within(clause, Effect.Instead.class)
                            .map(Effect.Instead::term)
                            .distinct()
                            .toList());
        });
    }

    /** The clauses and Terms of an agreement, in the order of its text and of its calculation. */
    public static Explanation explain(AgreementText text) {
        AgreementExplainer explainer = new AgreementExplainer(text);
        return new Explanation(explainer.clauses(), explainer.terms());
    }

    private List<Explanation.ClauseNote> clauses() {
        return agreement.clauses().stream().map(this::clause).toList();
    }

    private Explanation.ClauseNote clause(Clause clause) {
        String name = Uses.clause(clause.number());
        List<String> exceptions = agreement.clauses().stream()
                .filter(other -> other.exceptionTo().contains(clause.number()))
                .map(Clause::number)
                .toList();
        List<String> words = clause.prose()
                .map(List::of)
                .orElseGet(() -> clause.provisions().stream()
                        .map(provision -> text.line(provision.at()))
                        .toList());
        return new Explanation.ClauseNote(
                clause.number(),
                clause.title(),
                words,
                clause.exceptionTo(),
                exceptions,
                replaces.get(name),
                uses.get(name),
                users(uses, name));
    }

    private List<Explanation.TermNote> terms() {
        List<Explanation.TermNote> notes = new ArrayList<>();
        agreement
                .meters()
                .forEach(it -> notes.add(note(
                        it, "meter", it.unit(), "one value every " + it.every().words())));
        agreement
                .indexes()
                .forEach(it -> notes.add(note(
                        it, "index", it.unit(), "one value every " + it.every().words())));
        agreement.facts().forEach(it -> notes.add(note(it, "fact", it.unit(), level(it))));
        agreement
                .adjustments()
                .forEach(it -> notes.add(note(it, "adjustment", it.unit(), "holds for the days it is confirmed for")));
        agreement
                .baselines()
                .forEach(it -> notes.add(note(
                        it,
                        "baseline",
                        meter(it).unit(),
                        "one value every " + meter(it).every().words())));
        agreement
                .assets()
                .forEach(it -> notes.add(note(it, "asset", it.unit(), "transferred, minted or retired by clauses")));
        agreement
                .events()
                .forEach(event -> event.figures()
                        .forEach(it -> notes.add(new Explanation.TermNote(
                                it.name(),
                                "figure of " + event.name(),
                                text.line(event.at()),
                                Meaning.unit(it.unit()),
                                "one value for each " + event.name(),
                                List.of(),
                                users(uses, it.name()),
                                List.of()))));
        agreement.parameters().forEach(it -> parameter(it).forEach(notes::add));
        agreement.terms().forEach(it -> notes.add(note(it)));
        return notes;
    }

    private Declaration.Meter meter(Declaration.Baseline baseline) {
        return agreement.meters().stream()
                .filter(meter -> meter.name().equals(baseline.meter()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Explanation.TermNote> parameter(Declaration.Parameter parameter) {
        return parameter.kind() instanceof Declaration.Parameter.Kind.Quantity quantity
                ? Stream.of(note(parameter, "parameter", quantity.unit(), Meaning.level(new Level.PerAgreement())))
                : Stream.empty();
    }

    private static String level(Declaration.Fact fact) {
        return fact.each().map(period -> "one value for each " + period).orElse("holds until another is confirmed");
    }

    private Explanation.TermNote note(Term term) {
        return new Explanation.TermNote(
                term.name(),
                "term",
                text.line(term.at()),
                Meaning.unit(term.unit()),
                Meaning.level(term.level()),
                uses.get(term.name()),
                users(uses, term.name()),
                users(replaces, term.name()));
    }

    private Explanation.TermNote note(Declaration thing, String kind, Unit unit, String level) {
        return new Explanation.TermNote(
                thing.name(),
                kind,
                text.line(thing.at()),
                Meaning.unit(unit),
                level,
                List.of(),
                users(uses, thing.name()),
                List.of());
    }

    private static List<String> users(Map<String, List<String>> uses, String name) {
        return uses.entrySet().stream()
                .filter(user -> user.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
    }
}
