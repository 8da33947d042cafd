package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.UnitWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The units that can be written, those that the text uses already first. */
final class Units {

    private Units() {}

    static List<String> of(List<Lexeme> lexemes) {
        Set<String> units = new LinkedHashSet<>();
        lexemes.stream()
                .filter(lexeme -> lexeme.kind() == Lexeme.Kind.UNIT)
                .map(Lexeme::text)
                .filter(UnitWords.ALL::contains)
                .forEach(units::add);
        units.addAll(UnitWords.ALL);
        return List.copyOf(units);
    }
}
