package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.Random;

/** Random agreements that can be read: a head, sentences of every kind, clauses with provisions, scenarios with steps. */
public final class GeneratedAgreements {

    private static final int[] KINDS = {
        EscoParser.RULE_setting,
        EscoParser.RULE_declaration,
        EscoParser.RULE_definition,
        EscoParser.RULE_clause,
        EscoParser.RULE_gapRule,
        EscoParser.RULE_vat,
        EscoParser.RULE_change,
        EscoParser.RULE_scenario
    };

    private GeneratedAgreements() {}

    /** The agreement of a seed. */
    public static SourceText of(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(GeneratedSentences.of(EscoParser.RULE_head, random)).append('\n');
        int sentences = 2 + random.nextInt(6);
        for (int i = 0; i < sentences; i++) {
            int kind = KINDS[random.nextInt(KINDS.length)];
            String sentence = GeneratedSentences.of(kind, random);
            text.append(random.nextInt(8) == 0 ? "# a note\n" : "")
                    .append(sentence)
                    .append(random.nextBoolean() ? "\n" : "   ");
            int more = random.nextInt(3);
            if (kind == EscoParser.RULE_clause && !sentence.contains(" reads \"")) {
                append(text, EscoParser.RULE_provision, more, random);
            } else if (kind == EscoParser.RULE_scenario) {
                append(text, EscoParser.RULE_step, more, random);
            }
        }
        return new SourceText("generated " + seed, text.toString());
    }

    private static void append(StringBuilder text, int rule, int count, Random random) {
        for (int i = 0; i < count; i++) {
            text.append("  ").append(GeneratedSentences.of(rule, random)).append('\n');
        }
    }
}
