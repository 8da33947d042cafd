package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.names.Names;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every place where a text names a Term, a clause or a scenario; found from its words, so that half a sentence counts. */
final class Occurrences {

    private static final Set<String> TITLES = Set.of("scenario", "like", "after");

    private final List<Occurrence> all = new ArrayList<>();
    private final List<Lexeme> words;
    private final Names names;
    private final Set<Integer> defining = new HashSet<>();

    private Occurrences(List<Lexeme> lexemes, Document document, Names names) {
        this.words = lexemes.stream()
                .filter(lexeme -> lexeme.kind() != Lexeme.Kind.NOTE)
                .toList();
        this.names = names;
        document.sentences()
                .forEach(sentence -> naming(sentence)
                        .ifPresent(word -> defining.add(word.at().start())));
    }

    static List<Occurrence> of(List<Lexeme> lexemes, Document document, Names names) {
        Occurrences occurrences = new Occurrences(lexemes, document, names);
        occurrences.find();
        return List.copyOf(occurrences.all);
    }

    /** The word that a sentence gives a meaning to. */
    static Optional<Word> naming(Sentence sentence) {
        if (sentence instanceof Sentence.Naming naming) {
            return Optional.of(naming.name());
        }
        if (sentence instanceof Sentence.Clause clause) {
            return Optional.of(clause.number());
        }
        if (sentence instanceof Sentence.Story story) {
            return Optional.of(story.name());
        }
        return sentence instanceof Sentence.Unread unread ? unread.names() : Optional.empty();
    }

    private void find() {
        for (int i = 0; i < words.size(); i++) {
            Lexeme word = words.get(i);
            if (word.kind() == Lexeme.Kind.TERM) {
                add(Symbol.Kind.TERM, singular(word.tidy()), word);
            } else if (isKeyword(i, "clause") || isKeyword(i, "clauses")) {
                clauses(i + 1, isKeyword(i, "clauses"));
            } else if (word.kind() == Lexeme.Kind.QUOTED && i > 0 && TITLES.contains(keyword(i - 1))) {
                add(Symbol.Kind.SCENARIO, word.text().substring(1, word.text().length() - 1), word);
            }
        }
    }

    /** The name that a plural stands for, where the plural itself is no name. */
    private String singular(String name) {
        String shorter = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return names.thing(name).isEmpty() && names.thing(shorter).isPresent() ? shorter : name;
    }

    /** The numbers after {@code clause}: one, or several between commas, the last after {@code and}. */
    private void clauses(int first, boolean several) {
        int i = first;
        while (isNumber(i)) {
            add(Symbol.Kind.CLAUSE, words.get(i).text(), words.get(i));
            boolean goesOn = i + 1 < words.size()
                    && (words.get(i + 1).text().equals(",") || several && isKeyword(i + 1, "and"))
                    && !isFigure(i + 2);
            i = goesOn ? i + 2 : words.size();
        }
    }

    private boolean isFigure(int number) {
        return number + 1 < words.size()
                && (words.get(number + 1).kind() == Lexeme.Kind.UNIT || isKeyword(number + 1, "per"));
    }

    private boolean isNumber(int i) {
        return i < words.size() && words.get(i).kind() == Lexeme.Kind.NUMBER;
    }

    private boolean isKeyword(int i, String word) {
        return keyword(i).equals(word);
    }

    private String keyword(int i) {
        boolean keyword = i < words.size() && words.get(i).kind() == Lexeme.Kind.KEYWORD;
        return keyword ? words.get(i).text() : "";
    }

    private void add(Symbol.Kind kind, String name, Lexeme lexeme) {
        all.add(new Occurrence(
                new Symbol(kind, name), lexeme, defining.contains(lexeme.at().start())));
    }
}
