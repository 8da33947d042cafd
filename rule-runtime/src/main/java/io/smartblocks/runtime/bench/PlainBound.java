package io.smartblocks.runtime.bench;

import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Settlement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The measure for the cases of one template: their amounts in plain Java, the digest of their evidence, and the bytes of
 * their statements, which must be those that the engine writes. What an agreement says of itself is text that is ready.
 */
final class PlainBound {

    private final Function<PlainMonth, PlainAmounts> plain;
    private final List<PlainMonth> months;
    private final List<ReadyStatement> ready = new ArrayList<>();

    /** Stops if plain Java and the engine do not come to the same bytes. */
    PlainBound(String template, List<Case> cases, List<Settlement> settlements) {
        this.plain = PlainTemplates.named(template);
        this.months = cases.stream().map(PlainMonth::new).toList();
        for (int i = 0; i < cases.size(); i++) {
            ready.add(new ReadyStatement(cases.get(i), settlements.get(i), plain.apply(months.get(i))));
            byte[] here = statement(i);
            byte[] there = settlements.get(i).canonicalJson();
            if (!Arrays.equals(here, there)) {
                throw new IllegalStateException(
                        template + " comes to " + text(there) + ", but in plain Java to " + text(here));
            }
        }
    }

    private static String text(byte[] statement) {
        return new String(statement, StandardCharsets.UTF_8);
    }

    private byte[] statement(int number) {
        return ready.get(number).of(plain.apply(months.get(number)));
    }

    /** The statements of all cases. */
    List<byte[]> statements() {
        List<byte[]> statements = new ArrayList<>(months.size());
        for (int i = 0; i < months.size(); i++) {
            statements.add(statement(i));
        }
        return statements;
    }
}
