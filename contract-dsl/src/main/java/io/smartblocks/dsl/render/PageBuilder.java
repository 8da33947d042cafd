package io.smartblocks.dsl.render;

import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.wording.AgreementText;
import io.smartblocks.dsl.wording.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sorts the sentences of an agreement into the sections in which a reader looks for them. */
final class PageBuilder {

    private final AgreementText text;
    private final Map<String, Term> terms;
    private final List<Page.Section> sections = new ArrayList<>();

    private PageBuilder(AgreementText text) {
        this.text = text;
        this.terms = text.agreement().terms().stream().collect(Collectors.toMap(Term::name, Function.identity()));
    }

    static Page of(AgreementText text) {
        PageBuilder builder = new PageBuilder(text);
        builder.sections();
        Head head = text.agreement().head();
        return new Page(head.title(), subtitle(head), builder.sections);
    }

    private static String subtitle(Head head) {
        String kind = head.kind() == Head.Kind.CONTRACT ? "Contract" : "Template";
        String from = head.from()
                .map(it -> ", from template “%s”, version %s".formatted(it.title(), it.version()))
                .orElse("");
        return "%s, version %s%s".formatted(kind, head.version(), from);
    }

    private void sections() {
        section("parties", "Parties", Sentence.Party.class);
        section("open", "To be agreed", Sentence.Parameter.class);
        section("term", "Term and law", Sentence.InForce.class, Sentence.Law.class);
        section(
                "measurement",
                "Measurement",
                Sentence.Meter.class,
                Sentence.Baseline.class,
                Sentence.Index.class,
                Sentence.Fact.class,
                Sentence.Adjustment.class);
        section(
                "time",
                "Time",
                Sentence.Zone.class,
                Sentence.WorkingDays.class,
                Sentence.Roll.class,
                Sentence.Period.class,
                Sentence.Season.class);
        section(
                "money",
                "Money",
                Sentence.MoneyRounding.class,
                Sentence.SetOff.class,
                Sentence.CarriedCorrections.class,
                Sentence.Vat.class);
        section("definitions", "Definitions", Sentence.Definition.class);
        section("clauses", "Clauses", Sentence.Clause.class);
        section("missing-data", "Missing readings", Sentence.Gaps.class);
        section("examples", "Worked examples", Sentence.Story.class);
    }

    @SafeVarargs
    private void section(String id, String title, Class<? extends Sentence>... kinds) {
        List<Entry> entries = new ArrayList<>();
        for (Class<? extends Sentence> kind : kinds) {
            text.document().all(kind).map(this::entry).forEach(entries::add);
        }
        if (!entries.isEmpty()) {
            sections.add(new Page.Section(id, title, entries));
        }
    }

    private Entry entry(Sentence sentence) {
        if (sentence instanceof Sentence.Clause clause) {
            return clause(clause);
        }
        if (sentence instanceof Sentence.Story story) {
            return new ExampleRows(text).of(story);
        }
        if (sentence instanceof Sentence.Naming naming) {
            String name = naming.name().text();
            Optional<String> note = sentence instanceof Sentence.Definition
                    ? Optional.of(terms.get(name))
                            .map(term -> "%s; %s".formatted(Meaning.unit(term.unit()), Meaning.level(term.level())))
                    : Optional.empty();
            return new Entry.Defined(name, text.sentence(sentence.at()), note);
        }
        return new Entry.Statement(text.sentence(sentence.at()));
    }

    private Entry clause(Sentence.Clause clause) {
        return new Entry.Numbered(
                clause.number().text(),
                clause.title().text(),
                clause.exceptionTo().stream().map(word -> word.text()).toList(),
                clause.provisions().stream()
                        .map(provision -> text.sentence(provision.at()))
                        .toList(),
                clause.prose().map(word -> word.text()));
    }
}
