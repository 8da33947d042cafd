package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
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
import java.util.function.Predicate;
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
        boolean told = sentences.stream().anyMatch(each -> isOf(each, trace.clause()) && comesTo(each, line));
        Said said = said(
                trace.clause(), trace.sentence(), each -> told ? comesTo(each, line) : parts(each, line).length > 0);
        int part = part((Effect.Payment) said.sentence().effect(), line, trace);
        Function<Derivation, Optional<Derived>> tree = each -> each.payment(said.sentence(), part);
        return new Amount(
                trace.line(),
                said,
                line.net(),
                statement.currency(),
                other -> net(other, line, trace.sentence()),
                tree,
                tree.apply(derivation));
    }

    /**
     * The sentence at a place of the text. A statement that was settled from the signed form knows no places; then it is the
     * first of its clause that fits, spoke and has not been found before.
     */
    private Said said(String clause, SourceRange at, Predicate<Said> fits) {
        List<Said> ofClause = sentences.stream()
                .filter(each -> isOf(each, clause) && fits.test(each))
                .toList();
        Said found = ofClause.stream()
                .filter(each ->
                        !at.equals(SourceRange.UNKNOWN) && each.sentence().at().equals(at))
                .findFirst()
                .or(() -> ofClause.stream()
                        .filter(each -> each.speaks() && !gave.contains(each))
                        .findFirst())
                .or(() -> ofClause.stream().findFirst())
                .orElseThrow(() -> new IllegalArgumentException("The agreement has no sentence of clause " + clause
                        + " that the statement names; was it settled under another text?"));
        gave.add(found);
        return found;
    }

    private static boolean isOf(Said said, String clause) {
        return said.clause().number().equals(clause);
    }

    /** Which creditor of its sentence a line is of: one that comes to nothing has no line. */
    private int part(Effect.Payment pay, Line line, LineTrace trace) {
        int before = (int) statement.trace().stream()
                .filter(other -> other.line() < trace.line() && other.sentence().equals(trace.sentence()))
                .map(other -> statement.lines().get(other.line()))
                .filter(other -> other.payee().equals(line.payee())
                        && other.description().equals(line.description()))
                .count();
        int[] parts = parts(pay, line);
        return parts[Math.min(before, parts.length - 1)];
    }

    private static int[] parts(Said said, Line line) {
        return said.sentence().effect() instanceof Effect.Payment pay ? parts(pay, line) : new int[0];
    }

    /** Whether one of its parts may be the line, and comes to the line's amount where that can be told. */
    private boolean comesTo(Said said, Line line) {
        return IntStream.of(parts(said, line))
                .anyMatch(part -> derivation
                        .payment(said.sentence(), part)
                        .map(derived -> derived.value().compareTo(Exact.of(line.net())) == 0)
                        .orElse(true));
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
    private static BigDecimal net(Settlement other, Line line, SourceRange sentence) {
        List<Integer> alike = IntStream.range(0, other.lines().size())
                .filter(i -> isAlike(other.lines().get(i), line))
                .boxed()
                .toList();
        List<Integer> same = alike.size() < 2
                ? alike
                : alike.stream()
                        .filter(i -> other.trace().get(i).sentence().equals(sentence))
                        .toList();
        return same.stream().map(i -> other.lines().get(i).net()).reduce(zero(line.net()), BigDecimal::add);
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
        Said said = said(duty.clause(), duty.trace().sentence(), any -> true);
        Function<Derivation, Optional<Derived>> tree = each -> each.duty(said.sentence());
        return new Amount(
                number,
                said,
                decimal(duty),
                duty.unit(),
                other -> other.duties().stream()
                        .filter(each -> each.clause().equals(duty.clause())
                                && each.what().equals(duty.what())
                                && each.other().equals(duty.other())
                                && each.trace().sentence().equals(duty.trace().sentence()))
                        .map(Amounts::decimal)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                tree,
                tree.apply(derivation));
    }

    private static BigDecimal decimal(Duty duty) {
        return duty.amount()
                .map(amount -> amount.toDecimal(DIGITS, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
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
    private static BigDecimal paid(Settlement other, Said said) {
        boolean clause = other.lines().stream()
                .anyMatch(line -> line.clause().equals(said.clause().number()));
        return !clause
                ? BigDecimal.ZERO
                : other.trace().stream()
                        .filter(trace -> trace.sentence().equals(said.sentence().at()))
                        .map(trace -> other.lines().get(trace.line()).net())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
