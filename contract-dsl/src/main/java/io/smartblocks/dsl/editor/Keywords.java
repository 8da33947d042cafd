package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.syntax.Lexeme;
import java.util.List;
import java.util.stream.Collectors;

/** The keywords before a place of a sentence, as far as they stand right before it. */
record Keywords(List<String> all, boolean adjacent, boolean counted) {

    /** {@code list}: names between commas may stand between the last keyword and the place. */
    static Keywords of(List<Lexeme> before, boolean list) {
        int end = before.size();
        while (list && end > 0 && before.get(end - 1).kind() != Lexeme.Kind.KEYWORD) {
            end--;
        }
        boolean counted = end > 0 && before.get(end - 1).kind() == Lexeme.Kind.NUMBER;
        int last = counted ? end - 1 : end;
        boolean adjacent = last > 0 && before.get(last - 1).kind() == Lexeme.Kind.KEYWORD;
        List<String> words = before.subList(0, end).stream()
                .filter(lexeme -> lexeme.kind() == Lexeme.Kind.KEYWORD)
                .map(Lexeme::text)
                .toList();
        return new Keywords(words, adjacent, counted);
    }

    int count() {
        return all.size();
    }

    String first() {
        return all.isEmpty() ? "" : all.get(0);
    }

    /** The keyword right before the place; nothing if something else stands there. */
    String last() {
        return adjacent ? all.get(all.size() - 1) : "";
    }

    boolean endWith(String words) {
        return adjacent && (" " + joined()).endsWith(" " + words);
    }

    boolean contain(String words) {
        return (" " + joined() + " ").contains(" " + words + " ");
    }

    private String joined() {
        return all.stream().collect(Collectors.joining(" "));
    }
}
