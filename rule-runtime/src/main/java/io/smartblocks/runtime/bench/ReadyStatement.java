package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.units.PlainText;
import io.smartblocks.runtime.rules.Shown;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Duty;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.TermValue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statement of one case as plain Java writes it: ready bytes with gaps for amounts, values of terms, events and the
 * digest of the evidence. Ready is what the agreement says, also its constants, the words of guards, and how many readings
 * there are; a term that no amount needs has its value ready, but not the text of it.
 */
final class ReadyStatement {

    private static final Pattern GAP = Pattern.compile("\"(?:amount|base|gross|net|evidenceDigest)\":\"([^\"]*)\""
            + "|(\\{\"at\":\"[^]]*]})"
            + "|\"shown\":\"([^\"]*)\"|\"value\":\"([^\"]*)\"");

    private final Case settled;
    private final PlainEvents events;
    private final List<byte[]> ready = new ArrayList<>();
    private final List<Function<PlainAmounts, String>> gaps = new ArrayList<>();
    private final int length;
    private int duties;

    /** Of a case that was settled, and comes to these amounts in plain Java. */
    ReadyStatement(Case settled, Settlement settlement, PlainAmounts amounts) {
        this.settled = settled;
        this.events = new PlainEvents(settled);
        byte[] bytes = settlement.canonicalJson();
        this.length = bytes.length;
        boolean paidBack = amounts.net().add(amounts.vat()).signum() < 0;
        for (int i = 0; i < settlement.documents().size(); i++) {
            document(i, settlement.documents().get(i), paidBack);
        }
        settlement.duties().forEach(this::duty);
        gaps.add(now -> settled.evidence().digest());
        for (int i = 0; i < settlement.lines().size(); i++) {
            int line = i;
            gaps.add(now -> now.lines().get(line).toPlainString());
        }
        settlement.trace().forEach(this::trace);
        settlement.values().forEach(this::value);
        cut(bytes);
    }

    /** The statement with these amounts. */
    byte[] of(PlainAmounts amounts) {
        events.tellAnew();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length);
        for (int i = 0; i < gaps.size(); i++) {
            out.writeBytes(ready.get(i));
            out.writeBytes(gaps.get(i).apply(amounts).getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(ready.get(gaps.size()));
        return out.toByteArray();
    }

    /** The first document is the customer's, with VAT; each other one has a single line. */
    private void document(int number, Document document, boolean paidBack) {
        boolean others = number > 0;
        for (Document.Entry entry : document.entries()) {
            boolean negative = entry.amount().signum() < 0;
            gaps.add(now -> signed(now.lines().get(entry.line()), negative));
        }
        gaps.add(now -> now.grosses().get(number).toPlainString());
        gaps.add(now -> others ? now.grosses().get(number).toPlainString() : signed(now.net(), paidBack));
        if (!document.vat().isEmpty()) {
            gaps.add(now -> signed(now.vat(), paidBack));
            gaps.add(now -> signed(now.taxed(), paidBack));
        }
    }

    /** What is to be done has no amount. */
    private void duty(Duty duty) {
        if (duty.amount().isPresent()) {
            int number = duties++;
            gaps.add(now -> PlainText.shortest(now.duties().get(number)));
        }
        trace(duty.trace());
    }

    private static String signed(BigDecimal amount, boolean negated) {
        return (negated ? amount.negate() : amount).toPlainString();
    }

    private void trace(LineTrace trace) {
        trace.events().forEach(event -> {
            int number = events.number(event);
            gaps.add(now -> events.told(number));
        });
    }

    private void value(TermValue value) {
        Term term = settled.agreement().terms().stream()
                .filter(each -> each.name().equals(value.name()))
                .findFirst()
                .orElseThrow();
        boolean constant = term.value() instanceof Value.Plain plain && plain.expr() instanceof Expr.Constant;
        String shown = value.shown();
        String exact = value.value().toString();
        gaps.add(constant ? now -> shown : now -> Shown.figure(value.value(), term.unit()));
        gaps.add(constant ? now -> exact : now -> value.value().toString());
    }

    private void cut(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher gap = GAP.matcher(text);
        int from = 0;
        while (gap.find()) {
            int group = 1;
            while (gap.start(group) < 0) {
                group++;
            }
            ready.add(text.substring(from, gap.start(group)).getBytes(StandardCharsets.UTF_8));
            from = gap.end(group);
        }
        ready.add(text.substring(from).getBytes(StandardCharsets.UTF_8));
        if (ready.size() != gaps.size() + 1) {
            throw new IllegalStateException(
                    "plain Java knows " + gaps.size() + " gaps, but there are " + (ready.size() - 1) + " in " + text);
        }
    }
}
