package io.smartblocks.portal.lsp;

import io.smartblocks.dsl.editor.Colour;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** Colours in the protocol's form: five numbers for each word, counted from the word before. */
final class Colours {

    static final SemanticTokensLegend LEGEND = new SemanticTokensLegend(
            List.of(
                    SemanticTokenTypes.Keyword,
                    SemanticTokenTypes.Class,
                    SemanticTokenTypes.Type,
                    SemanticTokenTypes.Property,
                    SemanticTokenTypes.Parameter,
                    SemanticTokenTypes.Variable,
                    SemanticTokenTypes.EnumMember,
                    SemanticTokenTypes.Number,
                    SemanticTokenTypes.String,
                    SemanticTokenTypes.Comment,
                    SemanticTokenTypes.Operator),
            List.of(SemanticTokenModifiers.Declaration));

    private Colours() {}

    static List<Integer> encoded(List<Colour> colours, Places places) {
        List<Integer> numbers = new ArrayList<>();
        Position before = new Position(0, 0);
        for (Colour colour : colours) {
            Position here = places.position(colour.at().start());
            boolean sameLine = here.getLine() == before.getLine();
            numbers.add(here.getLine() - before.getLine());
            numbers.add(sameLine ? here.getCharacter() - before.getCharacter() : here.getCharacter());
            numbers.add(colour.at().end() - colour.at().start());
            numbers.add(type(colour.kind()));
            numbers.add(colour.defining() ? 1 : 0);
            before = here;
        }
        return numbers;
    }

    private static int type(Colour.Kind kind) {
        return switch (kind) {
            case KEYWORD -> 0;
            case PARTY -> 1;
            case PERIOD -> 2;
            case MEASURED -> 3;
            case PARAMETER -> 4;
            case TERM -> 5;
            case UNIT -> 6;
            case NUMBER, DAY -> 7;
            case QUOTED -> 8;
            case NOTE -> 9;
            case SIGN -> 10;
        };
    }
}
