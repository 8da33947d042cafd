package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.syntax.Lexeme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Colours every word by what it is; Terms by the kind of thing that they name. */
final class Colouring {

    private final Writing writing;
    private final Map<Integer, Occurrence> names = new HashMap<>();

    Colouring(Writing writing) {
        this.writing = writing;
        writing.occurrences().forEach(it -> names.put(it.lexeme().at().start(), it));
    }

    List<Colour> all() {
        List<Colour> colours = new ArrayList<>();
        for (Lexeme lexeme : writing.lexemes()) {
            kind(lexeme).ifPresent(kind -> add(lexeme, kind, colours));
        }
        return colours;
    }

    /** No colour goes over the end of a line. */
    private void add(Lexeme lexeme, Colour.Kind kind, List<Colour> colours) {
        boolean defining = Optional.ofNullable(names.get(lexeme.at().start()))
                .filter(Occurrence::defining)
                .isPresent();
        Lines lines = writing.lines();
        int start = lexeme.at().start();
        while (start < lexeme.at().end()) {
            int line = lines.place(start).line();
            int end = Math.min(lexeme.at().end(), lines.end(line));
            if (end > start) {
                colours.add(new Colour(new Span(start, end), kind, defining));
            }
            start = line + 1 < lines.count()
                    ? lines.offset(line + 1, 0)
                    : lexeme.at().end();
        }
    }

    private Optional<Colour.Kind> kind(Lexeme lexeme) {
        return switch (lexeme.kind()) {
            case KEYWORD -> Optional.of(Colour.Kind.KEYWORD);
            case TERM -> Optional.of(ofName(lexeme));
            case UNIT -> Optional.of(Colour.Kind.UNIT);
            case NUMBER -> Optional.of(Colour.Kind.NUMBER);
            case DATE -> Optional.of(Colour.Kind.DAY);
            case QUOTED -> Optional.of(Colour.Kind.QUOTED);
            case NOTE -> Optional.of(Colour.Kind.NOTE);
            case SIGN -> Optional.of(Colour.Kind.SIGN);
            case OTHER -> Optional.empty();
        };
    }

    private Colour.Kind ofName(Lexeme lexeme) {
        String name = Optional.ofNullable(names.get(lexeme.at().start()))
                .map(it -> it.symbol().name())
                .orElse(lexeme.tidy());
        return writing.names()
                .thing(name)
                .map(writing::kind)
                .map(Colouring::ofThing)
                .orElse(Colour.Kind.TERM);
    }

    private static Colour.Kind ofThing(String kind) {
        return switch (kind) {
            case "party" -> Colour.Kind.PARTY;
            case "period", "season" -> Colour.Kind.PERIOD;
            case "meter", "index", "fact", "baseline", "event", "asset" -> Colour.Kind.MEASURED;
            case "parameter" -> Colour.Kind.PARAMETER;
            default -> Colour.Kind.TERM;
        };
    }
}
