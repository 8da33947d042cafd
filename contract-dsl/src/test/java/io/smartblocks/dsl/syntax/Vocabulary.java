package io.smartblocks.dsl.syntax;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Words of each kind of token, for sentences made at random. */
final class Vocabulary {

    private static final Map<Integer, List<String>> WORDS = Map.of(
            EscoLexer.TERM,
                    List.of("Energy", "Main Meter", "Contract Year", "ESCO", "Client", "Zählerstand 2", "Price P1"),
            EscoLexer.UNIT,
                    List.of("EUR", "kWh", "MWh", "kW", "%", "°C", "m2", "tCO2", "certificates", "coins", "points"),
            EscoLexer.DATE, List.of("1 July 2027", "29 February 2028", "2027-03-28", "31 December 2030"),
            EscoLexer.DAYMONTH, List.of("1 November", "31 March", "29 February"),
            EscoLexer.TIME, List.of("00:00", "07:30", "23:00"),
            EscoLexer.NUMBER, List.of("1", "2", "12", "0.5", "1,200.25", "0.000001", "3.10", "48"),
            EscoLexer.DOTTED, List.of("3.1.2", "4.10.1"),
            EscoLexer.STRING, List.of("\"CalTRACK daily\"", "\"\"", "\"one\n  two\"", "\"Ireland\""));

    /** The rules in which a number counts something, so that only a whole one has a meaning. */
    private static final Set<Integer> COUNTING =
            Set.of(EscoParser.RULE_duration, EscoParser.RULE_estimate, EscoParser.RULE_row, EscoParser.RULE_window);

    private Vocabulary() {}

    /** A word of the type for a place in the rule; keywords and signs are as the grammar writes them. */
    static String word(int type, int rule, Random random) {
        if (type == EscoLexer.NUMBER && COUNTING.contains(rule)) {
            return String.valueOf(1 + random.nextInt(30));
        }
        List<String> words = WORDS.get(type);
        if (words != null) {
            return words.get(random.nextInt(words.size()));
        }
        String literal = EscoLexer.VOCABULARY.getLiteralName(type);
        return literal.substring(1, literal.length() - 1);
    }
}
