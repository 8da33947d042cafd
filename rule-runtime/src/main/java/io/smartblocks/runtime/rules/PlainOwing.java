package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Rounding;
import io.smartblocks.dsl.units.Exact;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the parties owe at the end of a period, by walking the checked tree. */
final class PlainOwing {

    private final PlainSettling settling;
    private final Ground ground;
    private final Agreement agreement;
    private final Plan plan;
    private final Revaluation others;

    PlainOwing(PlainSettling settling, Plan plan, Revaluation others) {
        this.settling = settling;
        this.ground = settling.ground();
        this.agreement = ground.agreement();
        this.plan = plan;
        this.others = others;
    }

    /** The payments, in the order of the text; stops at what refuses them. */
    List<PaidLine> lines() {
        requireOrder();
        return sentences().mapToObj(this::lines).flatMap(List::stream).toList();
    }

    /** What is owed that is no money, in the order of the text; stops at what refuses it. */
    List<OwedDuty> duties() {
        requireOrder();
        return sentences().mapToObj(this::duty).flatMap(Optional::stream).toList();
    }

    /** The payments of this period that the amount due under clauses counts. */
    List<PaidLine> awaited(Expr expr) {
        if (!(expr instanceof Expr.AmountDue due) || !others.isSettled(ground)) {
            return List.of();
        }
        return sentences()
                .filter(i -> due.clauses()
                        .contains(plan.sentences().get(i).clauseIn(agreement).number()))
                .mapToObj(this::lines)
                .flatMap(List::stream)
                .toList();
    }

    private IntStream sentences() {
        return IntStream.range(0, plan.sentences().size());
    }

    /** Two exceptions to one clause hold only where one is an exception to the other. */
    private void requireOrder() {
        List<Sentence> live = plan.sentences().stream()
                .filter(sentence -> !sentence.excepts().isEmpty() && settling.isSaid(sentence))
                .toList();
        for (Sentence one : live) {
            for (Sentence other : live) {
                boolean ordered = one.clause() >= other.clause()
                        || LiveExceptions.isOrdered(agreement, one.clause(), other.clause());
                one.excepts().stream()
                        .filter(excepted -> !ordered && other.excepts().contains(excepted))
                        .findFirst()
                        .ifPresent(excepted -> {
                            throw Stopped.at(
                                    "exceptions-collide",
                                    LiveExceptions.collision(agreement, excepted, one.clause(), other.clause()),
                                    other.where(agreement));
                        });
            }
        }
    }

    private Optional<OwedDuty> duty(int index) {
        Sentence sentence = plan.sentences().get(index);
        if (!(sentence.in(agreement).effect() instanceof Effect.Duty duty)
                || duty instanceof Effect.Payment
                || !settling.isSaid(sentence)) {
            return Optional.empty();
        }
        String where = sentence.where(agreement);
        Optional<Exact> amount = amountOf(duty).map(expr -> settling.exact(expr, where));
        if (amount.filter(it -> it.signum() < 0).isPresent()) {
            throw Stopped.at("negative-duty", where + " would make a negative duty", where);
        }
        amount.flatMap(it -> WholeUnits.objection(agreement, duty, it)).ifPresent(objection -> {
            throw Stopped.at("not-whole", where + " would move " + objection, where);
        });
        return amount.filter(it -> it.signum() == 0).isPresent()
                ? Optional.empty()
                : Optional.of(new OwedDuty(index, amount));
    }

    private static Optional<Expr> amountOf(Effect.Duty duty) {
        if (duty instanceof Effect.AssetDuty moved) {
            return Optional.of(moved.amount());
        }
        return duty instanceof Effect.Deliver deliver ? Optional.of(deliver.amount()) : Optional.empty();
    }

    private List<PaidLine> lines(int index) {
        Sentence sentence = plan.sentences().get(index);
        if (!(sentence.in(agreement).effect() instanceof Effect.Payment pay) || !settling.isSaid(sentence)) {
            return List.of();
        }
        String where = sentence.where(agreement);
        Exact amount = settling.exact(pay.amount(), where);
        List<Exact> shares = pay instanceof Effect.PaySplit split
                ? split.shares().stream()
                        .map(share -> settling.exact(share.amount(), where))
                        .toList()
                : List.of();
        Rounding money = agreement.settings().money();
        List<Exact> parts =
                Split.parts(amount, shares, each -> each.roundedTo(money.step().value(), money.mode()));
        if (Stream.of(List.of(amount), shares, parts).flatMap(List::stream).anyMatch(each -> each.signum() < 0)) {
            throw Stopped.at("negative-payment", where + " would make a negative payment", where);
        }
        return lines(index, parts, Settling.digits(money.step().value()));
    }

    private static List<PaidLine> lines(int index, List<Exact> parts, int digits) {
        List<PaidLine> lines = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).signum() > 0) {
                lines.add(new PaidLine(index, part, parts.get(part).toDecimal(digits, RoundingMode.UNNECESSARY)));
            }
        }
        return lines;
    }
}
