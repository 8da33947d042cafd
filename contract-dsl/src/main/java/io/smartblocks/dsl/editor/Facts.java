package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.dsl.wording.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of a name, a clause or a scenario: unit, level, what it uses and what uses it. */
final class Facts {

    private final Writing writing;

    Facts(Writing writing) {
        this.writing = writing;
    }

    /** A kind of thing with its article. */
    static String named(String kind) {
        return switch (kind) {
            case "definition" -> "a defined term";
            case "story" -> "a scenario";
            case "index", "asset", "adjustment", "event" -> "an " + kind;
            default -> "a " + kind;
        };
    }

    Explained of(Occurrence occurrence) {
        Symbol symbol = occurrence.symbol();
        Optional<Sentence> sentence = meaning(symbol);
        String heading =
                sentence.map(it -> heading(symbol, it)).orElse(symbol.name() + ": nothing gives it a meaning yet");
        String words = sentence.map(it -> writing.line(Span.of(it.at()))).orElse("");
        return new Explained(occurrence.at(), heading, words, facts(symbol, sentence));
    }

    /** The sentence that gives a name its meaning. */
    Optional<Sentence> meaning(Symbol symbol) {
        return switch (symbol.kind()) {
            case TERM -> writing.names().thing(symbol.name());
            case CLAUSE -> writing.names().clause(symbol.name()).map(Sentence.class::cast);
            case SCENARIO -> writing.names().scenario(symbol.name()).map(Sentence.class::cast);
        };
    }

    private String heading(Symbol symbol, Sentence sentence) {
        return switch (symbol.kind()) {
            case TERM -> symbol.name() + ", " + named(writing.kind(sentence));
            case CLAUSE ->
                "clause " + symbol.name() + ", "
                        + ((Sentence.Clause) sentence).title().text();
            case SCENARIO -> "scenario \"" + symbol.name() + "\"";
        };
    }

    private List<String> facts(Symbol symbol, Optional<Sentence> sentence) {
        List<String> facts = new ArrayList<>();
        if (symbol.kind() == Symbol.Kind.TERM) {
            value(symbol.name()).ifPresent(facts::add);
        }
        sentence.map(it -> list("Uses", inside(symbol, it)))
                .filter(words -> !words.isEmpty())
                .ifPresent(facts::add);
        String users = list("Used by", users(symbol, sentence));
        if (!users.isEmpty()) {
            facts.add(users);
        }
        sentence.ifPresent(it -> facts.add(
                "Written in line " + (writing.lines().place(it.at().start()).line() + 1) + "."));
        return facts;
    }

    /** Unit and level, for what has a value. */
    private Optional<String> value(String name) {
        Optional<String> term = writing.analysis().inferred().terms().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(Facts::value);
        return term.or(() ->
                declarations().filter(it -> it.name().equals(name)).findFirst().flatMap(Facts::value));
    }

    private static String value(Term term) {
        return "In %s; %s.".formatted(Meaning.unit(term.unit()), Meaning.level(term.level()));
    }

    /** A thing's unit and how often it has a value, whatever kind of thing it is. */
    private static Optional<String> value(Declaration thing) {
        Record parts = (Record) (thing instanceof Declaration.Parameter parameter ? parameter.kind() : thing);
        Optional<String> unit = part(parts, Unit.class).map(Meaning::unit);
        Optional<String> every = part(parts, TimeSpan.class).map(TimeSpan::words);
        if (thing instanceof Declaration.Period) {
            return every.map(span -> "Every %s.".formatted(span));
        }
        return unit.map(
                it -> "In " + it + every.map("; one value every %s."::formatted).orElse("."));
    }

    private static <T> Optional<T> part(Record thing, Class<T> type) {
        return Stream.of(thing.getClass().getRecordComponents())
                .filter(component -> component.getType() == type)
                .map(component -> type.cast(Nodes.component(thing, component)))
                .findFirst();
    }

    private Stream<Declaration> declarations() {
        Resolution resolution = writing.analysis().resolution();
        return Stream.of(Resolution.class.getRecordComponents())
                .filter(component -> component.getType() == List.class)
                .flatMap(component -> ((List<?>) Nodes.component(resolution, component)).stream())
                .filter(Declaration.class::isInstance)
                .map(Declaration.class::cast);
    }

    private Set<String> inside(Symbol symbol, Sentence sentence) {
        Set<String> names = new LinkedHashSet<>();
        writing.occurrences().stream()
                .filter(it ->
                        Span.of(sentence.at()).meets(it.at()) && !it.symbol().equals(symbol))
                .forEach(it -> names.add(words(it.symbol())));
        return names;
    }

    private Set<String> users(Symbol symbol, Optional<Sentence> own) {
        Set<String> names = new LinkedHashSet<>();
        for (Occurrence use : writing.uses(symbol)) {
            writing.sentence(use.at().start())
                    .filter(it -> !own.equals(Optional.of(it)))
                    .flatMap(Facts::owner)
                    .ifPresent(names::add);
        }
        return names;
    }

    private static Optional<String> owner(Sentence sentence) {
        return Occurrences.naming(sentence).map(word -> {
            Symbol.Kind kind = sentence instanceof Sentence.Clause
                    ? Symbol.Kind.CLAUSE
                    : sentence instanceof Sentence.Story ? Symbol.Kind.SCENARIO : Symbol.Kind.TERM;
            return words(new Symbol(kind, word.text()));
        });
    }

    private static String words(Symbol symbol) {
        return switch (symbol.kind()) {
            case TERM -> symbol.name();
            case CLAUSE -> "clause " + symbol.name();
            case SCENARIO -> "scenario \"" + symbol.name() + "\"";
        };
    }

    private static String list(String what, Set<String> names) {
        return names.isEmpty() ? "" : what + ": " + String.join(", ", names) + ".";
    }
}
