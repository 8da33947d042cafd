package io.smartblocks.dsl.render;

import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.agreement.Limit;
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

    private static final List<Place> PLACES = List.of(
            place("parties", "Parties", Sentence.Party.class),
            place("open", "To be agreed", Sentence.Parameter.class),
            place(
                    "term",
                    "Term and law",
                    Sentence.InForce.class,
                    Sentence.Dated.class,
                    Sentence.Law.class,
                    Sentence.Uses.class),
            place(
                    "measurement",
                    "Measurement",
                    Sentence.Meter.class,
                    Sentence.Baseline.class,
                    Sentence.Index.class,
                    Sentence.Event.class,
                    Sentence.Fact.class,
                    Sentence.Adjustment.class,
                    Sentence.Asset.class),
            place(
                    "time",
                    "Time",
                    Sentence.Zone.class,
                    Sentence.WorkingDays.class,
                    Sentence.Roll.class,
                    Sentence.Period.class,
                    Sentence.Season.class),
            place(
                    "money",
                    "Money",
                    Sentence.MoneyRounding.class,
                    Sentence.SetOff.class,
                    Sentence.CarriedCorrections.class,
                    Sentence.Vat.class),
            place("definitions", "Definitions", Sentence.Definition.class, Sentence.Start.class),
            place("clauses", "Clauses", Sentence.Clause.class),
            place("survival", "After the end", Sentence.Survival.class),
            place("missing-data", "Missing readings", Sentence.Gaps.class),
            place("examples", "Worked examples", Sentence.Story.class));

    /** A section and the kinds of sentences that stand in it, in this order. */
    private record Place(String id, String title, List<Class<? extends Sentence>> kinds) {}

    @SafeVarargs
    private static Place place(String id, String title, Class<? extends Sentence>... kinds) {
        return new Place(id, title, List.of(kinds));
    }

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
        return new Page(
                head.title(), head.version(), subtitle(head), text.textHash(), text.compiledHash(), builder.sections);
    }

    private static String subtitle(Head head) {
        String kind = head.kind() == Head.Kind.CONTRACT ? "Contract" : "Template";
        String from = head.from()
                .map(it -> ", from template “%s”, version %s".formatted(it.title(), it.version()))
                .orElse("");
        return "%s, version %s%s".formatted(kind, head.version(), from);
    }

    private void sections() {
        for (Place place : PLACES) {
            List<Entry> entries = place.kinds().stream()
                    .flatMap(kind -> text.document().all(kind).map(this::entry))
                    .toList();
            if (!entries.isEmpty()) {
                sections.add(new Page.Section(place.id(), place.title(), entries));
            }
        }
    }

    /** The kinds of sentences that a page shows below its title. */
    static List<Class<? extends Sentence>> placed() {
        return PLACES.stream().flatMap(place -> place.kinds().stream()).toList();
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
            return new Entry.Defined(
                    name,
                    text.sentence(sentence.at()),
                    Optional.ofNullable(terms.get(name)).map(PageBuilder::note));
        }
        return new Entry.Statement(text.sentence(sentence.at()));
    }

    /** What is no word of the text, but what a reader would ask about a Term. */
    private static String note(Term term) {
        String rising = term.limits().stream()
                .filter(Limit.Rising.class::isInstance)
                .map(limit -> "; rises from the second %s on".formatted(((Limit.Rising) limit).each()))
                .collect(Collectors.joining());
        return "%s; %s%s".formatted(Meaning.unit(term.unit()), Meaning.level(term.level()), rising);
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
