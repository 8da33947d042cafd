package io.smartblocks.dsl.names;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.LimitSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every name, clause number and scenario title of a document stands for. */
public final class Names {

    private final Map<String, Sentence> things = new LinkedHashMap<>();
    private final Map<String, Sentence.Clause> clauses = new LinkedHashMap<>();
    private final Map<String, Sentence.Start> starts = new LinkedHashMap<>();
    private final Map<String, Sentence.Story> scenarios = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Names() {}

    /** The names of a document, and a finding for each that is given twice. */
    public static Names of(Document document) {
        Names names = new Names();
        document.sentences().forEach(names::note);
        document.guessed()
                .forEach(word ->
                        names.things.putIfAbsent(word.text(), new Sentence.Unread(Optional.of(word), word.at())));
        return names;
    }

    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** The sentence that gives a name its meaning; an unread one if that is all there is. */
    public Optional<Sentence> thing(String name) {
        return Optional.ofNullable(things.get(name));
    }

    public Optional<Sentence.Clause> clause(String number) {
        return Optional.ofNullable(clauses.get(number));
    }

    /** What a term starts at, said among its limits or in a sentence of its own. */
    Optional<ExprSyntax> start(String term) {
        return thing(term)
                .filter(Sentence.Definition.class::isInstance)
                .flatMap(it -> ((Sentence.Definition) it)
                        .limits().stream()
                                .filter(LimitSyntax.StartingAt.class::isInstance)
                                .map(limit -> ((LimitSyntax.StartingAt) limit).value())
                                .findFirst())
                .or(() -> Optional.ofNullable(starts.get(term)).map(Sentence.Start::value));
    }

    public Optional<Sentence.Story> scenario(String name) {
        return Optional.ofNullable(scenarios.get(name));
    }

    List<String> known() {
        return List.copyOf(things.keySet());
    }

    List<String> clauseNumbers() {
        return List.copyOf(clauses.keySet());
    }

    List<String> scenarioTitles() {
        return List.copyOf(scenarios.keySet());
    }

    /** Things of one kind, in the order of the text. */
    <T extends Sentence> List<T> all(Class<T> kind) {
        return things.values().stream()
                .distinct()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private void note(Sentence sentence) {
        if (sentence instanceof Sentence.Naming naming) {
            name(naming.name(), sentence);
            if (sentence instanceof Sentence.Event event) {
                event.figures().forEach(figure -> name(figure.name(), sentence));
            }
        } else if (sentence instanceof Sentence.Unread unread) {
            unread.names().ifPresent(name -> name(name, sentence));
        } else if (sentence instanceof Sentence.Start start) {
            start(start);
        } else if (sentence instanceof Sentence.Clause clause) {
            clause(clause);
        } else if (sentence instanceof Sentence.Story story) {
            twice(scenarios.putIfAbsent(story.name().text(), story), story.name(), "scenario \"%s\"");
        }
    }

    private void name(Word name, Sentence sentence) {
        twice(things.putIfAbsent(name.text(), sentence), name, "`%s`");
    }

    private void start(Sentence.Start start) {
        String name = start.name().text();
        Sentence first = starts.putIfAbsent(name, start);
        if (first != null) {
            diagnostics.add(Diagnostic.of(Code.E0603, start.at(), "what `%s` starts at is said twice".formatted(name))
                    .note(first.at(), "first here")
                    .help("remove one of the two sentences"));
        }
    }

    private void clause(Sentence.Clause clause) {
        twice(clauses.putIfAbsent(clause.number().text(), clause), clause.number(), "clause %s");
    }

    private void twice(@Nullable Sentence first, Word name, String what) {
        if (first != null) {
            diagnostics.add(
                    Diagnostic.of(Code.E0202, name.at(), what.formatted(name.text()) + " is given a meaning twice")
                            .note(first.at(), "first here")
                            .help("give one of them another name"));
        }
    }
}
