package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives a Term, clause or scenario another name wherever it is used. */
final class Renaming {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    private final Writing writing;
    private final Symbol symbol;
    private final String name;

    private Renaming(Writing writing, Symbol symbol, String name) {
        this.writing = writing;
        this.symbol = symbol;
        this.name = name;
    }

    static Renamed of(Writing writing, int offset, String wanted) {
        Optional<Occurrence> named = writing.named(offset);
        if (named.isEmpty()) {
            return new Renamed.Refused(
                    "Here is nothing to rename: put the caret on a Term, a clause number or a title.");
        }
        Symbol symbol = named.orElseThrow().symbol();
        String plain = wanted.strip().replaceAll("\\s+", " ");
        boolean plural = named.orElseThrow().plural() && plain.endsWith("s");
        String name = plural ? plain.substring(0, plain.length() - 1) : plain;
        return new Renaming(writing, symbol, name).renamed();
    }

    private Renamed renamed() {
        if (name.equals(symbol.name())) {
            return new Renamed.Changes(List.of());
        }
        Optional<String> objection = switch (symbol.kind()) {
            case TERM -> ofTerm();
            case CLAUSE -> ofClause();
            case SCENARIO -> ofScenario();
        };
        List<Change> changes = writing.uses(symbol).stream()
                .map(use -> new Change(use.at(), use.plural() ? name + "s" : name))
                .toList();
        return objection
                .or(() -> readsOtherwise(changes))
                .<Renamed>map(Renamed.Refused::new)
                .orElseGet(() -> new Renamed.Changes(changes));
    }

    private Optional<String> ofTerm() {
        List<Lexeme> words = SentenceReader.lexemes(new SourceText("name", name));
        if (words.size() == 1 && words.get(0).kind() == Lexeme.Kind.UNIT) {
            return Optional.of("`%s` is a unit and cannot be a Term.".formatted(name));
        }
        if (words.size() == 1 && words.get(0).kind() == Lexeme.Kind.KEYWORD) {
            return Optional.of("`%s` is a keyword and cannot be a Term.".formatted(name));
        }
        if (words.size() != 1 || words.get(0).kind() != Lexeme.Kind.TERM) {
            return Optional.of("`%s` is no Term: write Capitalised Words, such as `Energy Charge`.".formatted(name));
        }
        return clash(name)
                .or(() -> name.endsWith("s") ? clash(name.substring(0, name.length() - 1)) : Optional.empty())
                .or(() -> clash(name + "s"));
    }

    private Optional<String> clash(String other) {
        boolean taken = !other.equals(symbol.name())
                && (writing.names().thing(other).isPresent()
                        || !writing.uses(new Symbol(Symbol.Kind.TERM, other)).isEmpty());
        return taken ? Optional.of("`%s` is in use already; choose another name.".formatted(other)) : Optional.empty();
    }

    private Optional<String> ofClause() {
        if (!NUMBER.matcher(name).matches()) {
            return Optional.of("`%s` is no clause number; write it as `3` or `3.1`.".formatted(name));
        }
        return writing.uses(new Symbol(Symbol.Kind.CLAUSE, name)).isEmpty()
                ? Optional.empty()
                : Optional.of("Clause %s is in use already; choose another number.".formatted(name));
    }

    private Optional<String> ofScenario() {
        if (name.isEmpty() || name.contains("\"")) {
            return Optional.of("A title has words in it and no quotation mark.");
        }
        return writing.names().scenario(name).isPresent()
                ? Optional.of("There is a scenario \"%s\" already; choose another title.".formatted(name))
                : Optional.empty();
    }

    /** A name that would grow together with the word beside it changes what the text says. */
    private Optional<String> readsOtherwise(List<Change> changes) {
        List<Lexeme> after = SentenceReader.lexemes(new SourceText("renamed", Change.applied(writing.text(), changes)));
        List<Lexeme.Kind> kinds = after.stream().map(Lexeme::kind).toList();
        boolean same = kinds.equals(writing.lexemes().stream().map(Lexeme::kind).toList());
        return same
                ? Optional.empty()
                : Optional.of(
                        "`%s` would be read together with the word beside it; choose another name.".formatted(name));
    }
}
