package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Settlement;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The measure for the cases of one template: their amounts in plain Java, the digest of their evidence, and the bytes of a
 * statement in which all but amounts and digest is ready. No engine can do with less, so that it is a hard bound.
 */
final class PlainBound {

    private final Function<PlainMonth, List<BigDecimal>> plain;
    private final List<PlainMonth> months;
    private final byte[] ready;

    /** Stops if plain Java and the engine do not come to the same amounts. */
    PlainBound(String template, List<Case> cases, List<Settlement> settlements) {
        this.plain = PlainTemplates.named(template);
        this.months = cases.stream().map(PlainMonth::new).toList();
        this.ready = settlements.get(0).canonicalJson();
        for (int i = 0; i < months.size(); i++) {
            List<BigDecimal> here = plain.apply(months.get(i));
            List<BigDecimal> there = amounts(settlements.get(i));
            if (!strings(here).equals(strings(there))) {
                throw new IllegalStateException(template + " comes to " + there + ", but in plain Java to " + here);
            }
        }
    }

    private static List<BigDecimal> amounts(Settlement settlement) {
        List<BigDecimal> amounts = new ArrayList<>();
        settlement.lines().forEach(line -> amounts.add(line.net()));
        settlement
                .duties()
                .forEach(duty -> duty.amount().flatMap(Exact::decimal).ifPresent(amounts::add));
        settlement.documents().forEach(document -> amounts.add(document.gross()));
        return amounts;
    }

    private static List<String> strings(List<BigDecimal> amounts) {
        return amounts.stream()
                .map(each -> each.stripTrailingZeros().toPlainString())
                .toList();
    }

    /** The statements of all cases, as far as plain Java writes them. */
    List<byte[]> statements() {
        List<byte[]> statements = new ArrayList<>(months.size());
        for (PlainMonth month : months) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(ready.length + 300);
            out.writeBytes(ready);
            for (BigDecimal amount : plain.apply(month)) {
                out.writeBytes(amount.toPlainString().getBytes(StandardCharsets.US_ASCII));
            }
            out.writeBytes(month.settled().evidence().digest().getBytes(StandardCharsets.US_ASCII));
            statements.add(out.toByteArray());
        }
        return statements;
    }
}
