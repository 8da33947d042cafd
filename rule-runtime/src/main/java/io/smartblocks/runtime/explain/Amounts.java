package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.runtime.rules.Derivation;
import io.smartblocks.runtime.rules.Derivation.Said;
import io.smartblocks.runtime.rules.Derived;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Duty;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import io.smartblocks.runtime.settlement.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds for each line and duty of a statement the sentence that gave it, and the sentences that gave nothing. */
final class Amounts {

    private static final int DIGITS = 6;

    private final Case settled;
    private final Statement statement;
    private final Derivation derivation;
    private final List<Said> sentences;
    private final Set<Said> gave = Collections.newSetFromMap(new IdentityHashMap<>());

    Amounts(Case settled, Statement statement, Derivation derivation) {
        this.settled = settled;
        this.statement = statement;
        this.derivation = derivation;
        this.sentences = derivation.sentences();
    }

    List<Amount> lines() {
        return statement.trace().stream().map(this::line).toList();
    }

    private Amount line(LineTrace trace) {
        Line line = statement.lines().get(trace.line());
        Said said = said(trace);
        int part = part(said, line, trace);
        Function<Derivation, Optional<Derived>> tree = each -> each.payment(said.sentence(), part);
        return new Amount(
                trace.line(),
                said,
                line.net(),
                statement.currency(),
                other -> net(other, line, said),
                tree,
                tree.apply(derivation));
    }

    private Said said(LineTrace trace) {
        Clause.Provision sentence = trace.sentenceIn(settled.agreement()).orElseThrow(() -> unknown(trace));
        Said found = sentences.stream()
                .filter(each -> each.sentence() == sentence)
                .findFirst()
                .orElseThrow(() -> unknown(trace));
        gave.add(found);
        return found;
    }

    private static IllegalArgumentException unknown(LineTrace trace) {
        return new IllegalArgumentException("The agreement has no sentence of clause " + trace.clause()
                + " that the statement names; was it settled under another text?");
    }

    private boolean isOf(LineTrace trace, Said said) {
        return trace.sentenceIn(settled.agreement())
                .filter(sentence -> sentence == said.sentence())
                .isPresent();
    }

    /** Which creditor of its sentence a line is of: one that comes to nothing has no line. */
    private int part(Said said, Line line, LineTrace trace) {
        int before = (int) statement.trace().stream()
                .filter(other -> other.line() < trace.line() && isOf(other, said))
                .map(other -> statement.lines().get(other.line()))
                .filter(other -> other.payee().equals(line.payee())
                        && other.description().equals(line.description()))
                .count();
        int[] parts = parts((Effect.Payment) said.sentence().effect(), line);
        return parts[Math.min(before, parts.length - 1)];
    }

    /** The creditors of a sentence to whom it may make the line. */
    private static int[] parts(Effect.Payment pay, Line line) {
        return IntStream.range(0, pay.creditors().size())
                .filter(i -> pay.creditors().get(i).equals(line.payee()))
                .filter(i -> pay.descriptions()
                        .get(i)
                        .map(line.description()::equals)
                        .orElse(true))
                .toArray();
    }

    /** What the same sentence makes the same party pay for the same thing in another settlement. */
    private BigDecimal net(Settlement other, Line line, Said said) {
        return IntStream.range(0, other.lines().size())
                .filter(i -> isAlike(other.lines().get(i), line)
                        && isOf(other.trace().get(i), said))
                .mapToObj(i -> other.lines().get(i).net())
                .reduce(zero(line.net()), BigDecimal::add);
    }

    private static boolean isAlike(Line one, Line other) {
        return one.clause().equals(other.clause())
                && one.description().equals(other.description())
                && one.payer().equals(other.payer())
                && one.payee().equals(other.payee());
    }

    private static BigDecimal zero(BigDecimal like) {
        return BigDecimal.ZERO.setScale(like.scale());
    }

    List<Amount> duties() {
        List<Amount> duties = new ArrayList<>();
        for (int i = 0; i < statement.duties().size(); i++) {
            duties.add(duty(i, statement.duties().get(i)));
        }
        return duties;
    }

    private Amount duty(int number, Duty duty) {
        Said said = said(duty.trace());
        Function<Derivation, Optional<Derived>> tree = each -> each.duty(said.sentence());
        return new Amount(
                number,
                said,
                decimal(duty),
                duty.unit(),
                other -> other.duties().stream()
                        .filter(each -> isOf(each.trace(), said))
                        .map(Amounts::decimal)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                tree,
                tree.apply(derivation));
    }

    /** What is to be done has no figure: it counts as one, and as none where it is not owed. */
    private static BigDecimal decimal(Duty duty) {
        return duty.amount()
                .map(amount -> amount.toDecimal(DIGITS, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ONE);
    }

    /** Sentences of the period that gave no line and no duty; asked after these. */
    List<Amount> silent() {
        if (!(settled.trigger() instanceof Trigger.PeriodEnd)) {
            return List.of();
        }
        return sentences.stream()
                .filter(said -> !gave.contains(said))
                .map(this::silent)
                .toList();
    }

    private Amount silent(Said said) {
        boolean pays = said.sentence().effect() instanceof Effect.Payment;
        Function<Derivation, Optional<Derived>> tree =
                each -> pays ? each.payment(said.sentence(), 0) : each.duty(said.sentence());
        return new Amount(
                -1,
                said,
                BigDecimal.ZERO,
                statement.currency(),
                other -> paid(other, said),
                tree,
                tree.apply(derivation));
    }

    /** What a sentence that says nothing now makes payable in another settlement. */
    private BigDecimal paid(Settlement other, Said said) {
        return other.trace().stream()
                .filter(trace -> isOf(trace, said))
                .map(trace -> other.lines().get(trace.line()).net())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
