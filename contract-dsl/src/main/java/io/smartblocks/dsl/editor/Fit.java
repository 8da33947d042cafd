package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.Outlook;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Sentence.ParameterKind;
import java.util.List;
import java.util.Set;

/** Which kind of name fits at a place of a sentence, told by the keywords before it. */
enum Fit {
    PARTY,
    PERIOD,
    SEASON,
    METER,
    INDEX,
    ASSET,
    DAY,
    DEFINED,
    GIVEN,
    VALUE,
    NEW;

    private static final Set<String> METERED =
            Set.of("degree hours of", "readings of", "highest power of", "energy of");
    private static final Set<String> NO_VALUE =
            Set.of("party", "period", "season", "asset", "event", "contract", "scenario");
    private static final Set<String> NOT_GIVEN = Set.of("definition", "table", "party", "period", "season");

    static Fit of(Outlook.Next next, List<Lexeme> before) {
        switch (next.rule()) {
            case "date" -> {
                return DAY;
            }
            case "season" -> {
                return SEASON;
            }
            case "definition" -> {
                return NEW;
            }
            default -> {}
        }
        Keywords keywords = Keywords.of(before, next.rule().equals("terms"));
        if (next.rule().equals("declaration")) {
            return keywords.count() == 1 ? NEW : inDeclaration(keywords);
        }
        return afterKeyword(next.rule(), keywords);
    }

    private static Fit inDeclaration(Keywords keywords) {
        return switch (keywords.last()) {
            case "each" -> PERIOD;
            case "by" -> keywords.first().equals("table") ? PERIOD : PARTY;
            case "of" -> METER;
            default -> PARTY;
        };
    }

    private static Fit afterKeyword(String rule, Keywords keywords) {
        return switch (keywords.last()) {
            case "over", "each", "settle" -> PERIOD;
            case "by", "notify", "expect" -> PARTY;
            case "to" ->
                keywords.first().equals("corrections") ? PERIOD : keywords.endWith("scaled to") ? METER : PARTY;
            case "for" -> rule.equals("expect") ? PERIOD : VALUE;
            case "previous" -> keywords.counted() ? PERIOD : DEFINED;
            case "given" -> GIVEN;
            case "when", "which" -> keywords.contain("hours of") ? METER : VALUE;
            case "of" -> afterOf(rule, keywords);
            case "" -> rule.equals("effect") ? PARTY : VALUE;
            default -> rule.equals("effect") ? PARTY : VALUE;
        };
    }

    private static Fit afterOf(String rule, Keywords keywords) {
        if (keywords.endWith("value of")) {
            return INDEX;
        }
        if (METERED.stream().anyMatch(keywords::endWith)) {
            return METER;
        }
        if (keywords.endWith("settlement of")) {
            return PERIOD;
        }
        boolean counts = keywords.endWith("hours of") || keywords.endWith("days of") || keywords.endWith("months of");
        boolean ends = keywords.endWith("start of") || keywords.endWith("end of");
        if (counts || ends || keywords.first().equals("corrections")) {
            return PERIOD;
        }
        return rule.equals("effect") || rule.equals("expect") ? ASSET : VALUE;
    }

    /** True for a sentence of this kind whose name fits. */
    boolean takes(String kind, Sentence thing) {
        return switch (this) {
            case PARTY -> kind.equals("party") || asks(thing, ParameterKind.Party.class);
            case PERIOD -> kind.equals("period");
            case SEASON -> kind.equals("season");
            case METER -> kind.equals("meter") || asks(thing, ParameterKind.Meter.class);
            case INDEX -> kind.equals("index");
            case ASSET -> kind.equals("asset");
            case DAY -> asks(thing, ParameterKind.Date.class);
            case DEFINED -> kind.equals("definition");
            case GIVEN -> !NOT_GIVEN.contains(kind);
            case VALUE ->
                !NO_VALUE.contains(kind)
                        && !asks(thing, ParameterKind.Party.class)
                        && !asks(thing, ParameterKind.Date.class);
            case NEW -> false;
        };
    }

    private static boolean asks(Sentence thing, Class<? extends ParameterKind> kind) {
        return thing instanceof Sentence.Parameter parameter && kind.isInstance(parameter.kind());
    }
}
