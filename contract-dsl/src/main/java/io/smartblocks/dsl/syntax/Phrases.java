package io.smartblocks.dsl.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together the keywords that can only follow one another, so that they are offered as one wording. */
final class Phrases {

    private static final int LONGEST = 8;
    private static final int MOST_BRANCHES = 4;
    private static final Set<String> UNIT_RULES = Set.of("unitAtom", "duration");

    private final Set<Outlook.Next> found = new LinkedHashSet<>();

    private Phrases() {}

    static List<Outlook.Next> after(Walk walk) {
        Phrases phrases = new Phrases();
        walk.next().forEach((type, places) -> places.forEach(place -> phrases.add(walk, type, place)));
        return List.copyOf(phrases.found);
    }

    private void add(Walk walk, int type, Walk.Place place) {
        Optional<String> literal = literal(type);
        if (literal.isEmpty()) {
            kind(type, place).ifPresent(kind -> found.add(new Outlook.Next(kind, "", place.rule(), place.caller())));
            return;
        }
        Outlook.Kind kind = UNIT_RULES.contains(place.rule()) ? Outlook.Kind.UNIT : Outlook.Kind.WORDING;
        boolean comma = literal.orElseThrow().equals(",");
        if (comma || isKeyword(literal.orElseThrow())) {
            List<String> wordings = new ArrayList<>();
            extend(literal.orElseThrow(), walk.step(type), comma ? Integer.MAX_VALUE : MOST_BRANCHES, 1, wordings);
            wordings.stream()
                    .filter(words -> !words.equals(","))
                    .forEach(words -> found.add(new Outlook.Next(kind, words, place.rule(), place.caller())));
        }
    }

    /** Goes on with keywords while nothing but few of them can follow. */
    private static void extend(String words, Walk walk, int branches, int length, List<String> wordings) {
        Map<Integer, Set<Walk.Place>> next = walk.next();
        List<Integer> keywords = next.keySet().stream()
                .filter(type -> literal(type).filter(Phrases::isKeyword).isPresent())
                .toList();
        boolean only = keywords.size() == next.size() || words.equals(",");
        if (length == LONGEST || !only || keywords.isEmpty() || keywords.size() > branches) {
            wordings.add(words);
            return;
        }
        for (int type : keywords) {
            extend(words + " " + literal(type).orElseThrow(), walk.step(type), MOST_BRANCHES, length + 1, wordings);
        }
    }

    private static Optional<Outlook.Kind> kind(int type, Walk.Place place) {
        return switch (type) {
            case EscoLexer.TERM -> Optional.of(Outlook.Kind.TERM);
            case EscoLexer.UNIT -> Optional.of(Outlook.Kind.UNIT);
            case EscoLexer.STRING -> Optional.of(Outlook.Kind.QUOTED);
            case EscoLexer.DATE -> Optional.of(Outlook.Kind.DATE);
            case EscoLexer.NUMBER, EscoLexer.DOTTED ->
                Optional.of(place.rule().equals("clauseNo") ? Outlook.Kind.CLAUSE_NUMBER : Outlook.Kind.NUMBER);
            default -> Optional.empty();
        };
    }

    private static Optional<String> literal(int type) {
        return Optional.ofNullable(type < 0 ? null : EscoLexer.VOCABULARY.getLiteralName(type))
                .map(quoted -> quoted.substring(1, quoted.length() - 1));
    }

    private static boolean isKeyword(String literal) {
        return Character.isLetter(literal.charAt(0));
    }
}
