package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Rounding;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.SettledLine;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the sentences of one settling let the parties owe: lines of money, and duties that are no payments. */
final class Owing {

    private final Plan plan;
    private final Ground ground;
    private final Findings findings;
    private final List<PaidLine> lines = new ArrayList<>();
    private final List<OwedDuty> duties = new ArrayList<>();

    Owing(Plan plan, Ground ground, Findings findings) {
        this.plan = plan;
        this.ground = ground;
        this.findings = findings;
    }

    /** One payment, rounded once; zero is no line, less than zero refuses the settlement. */
    void pay(int sentence, Exact amount) {
        if (isOwable(sentence, amount)) {
            line(sentence, 0, money(amount));
        }
    }

    /** One payment to several; shares that are more than the whole refuse the settlement. */
    void split(int sentence, Exact whole, List<Exact> shares) {
        if (!isOwable(sentence, whole) || !shares.stream().allMatch(share -> isOwable(sentence, share))) {
            return;
        }
        List<Exact> parts = Split.parts(whole, shares, this::money);
        Exact rest = parts.get(parts.size() - 1);
        if (rest.signum() < 0) {
            refuse(
                    sentence,
                    "shares-exceed",
                    where(sentence) + " shares out " + money(whole).minus(rest) + " of a payment of " + money(whole)
                            + "; shares must leave a rest of 0 or more");
            return;
        }
        for (int part = 0; part < parts.size(); part++) {
            line(sentence, part, parts.get(part));
        }
    }

    /** So much of something that is no money; nothing is no duty, less than nothing refuses the settlement. */
    void owe(int sentence, Exact amount) {
        Effect.Duty duty =
                (Effect.Duty) plan.sentences().get(sentence).in(agreement()).effect();
        if (amount.signum() < 0) {
            refuse(
                    sentence,
                    "negative-duty",
                    where(sentence) + " would make a negative duty"
                            + "; `the amount by which A exceeds B` is never negative");
        } else if (WholeUnits.objection(agreement(), duty, amount).isPresent()) {
            String objection = WholeUnits.objection(agreement(), duty, amount).orElseThrow();
            refuse(sentence, "not-whole", where(sentence) + " would move " + objection);
        } else if (amount.signum() > 0) {
            duties.add(new OwedDuty(sentence, Optional.of(amount)));
        }
    }

    /** Something to be done. */
    void owe(int sentence) {
        duties.add(new OwedDuty(sentence, Optional.empty()));
    }

    void add(PaidLine line) {
        lines.add(line);
    }

    List<PaidLine> lines() {
        return lines;
    }

    List<OwedDuty> duties() {
        return duties;
    }

    /** Money rounded by the agreement's rule. */
    Exact money(Exact amount) {
        Rounding rule = agreement().settings().money();
        return amount.roundedTo(rule.step().value(), rule.mode());
    }

    /** The lines made so far, as an account reads them. */
    List<SettledLine> ownLines() {
        List<SettledLine> own = new ArrayList<>();
        for (PaidLine line : lines) {
            Sentence sentence = plan.sentences().get(line.sentence());
            Effect.Payment pay = (Effect.Payment) sentence.in(agreement()).effect();
            String clause = sentence.clauseIn(agreement()).number();
            own.add(new SettledLine(
                    ground.period(),
                    ground.from(),
                    clause,
                    pay.debtor(),
                    pay.creditors().get(line.part()),
                    line.net(),
                    VatRates.of(agreement(), clause),
                    LocalDate.MAX));
        }
        return own;
    }

    private void line(int sentence, int part, Exact rounded) {
        if (rounded.signum() > 0) {
            int digits = Settling.digits(agreement().settings().money().step().value());
            lines.add(new PaidLine(sentence, part, rounded.toDecimal(digits, RoundingMode.UNNECESSARY)));
        }
    }

    private boolean isOwable(int sentence, Exact amount) {
        if (amount.signum() < 0) {
            refuse(
                    sentence,
                    "negative-payment",
                    where(sentence) + " would make a negative payment of " + money(amount)
                            + "; `the amount by which A exceeds B` is never negative");
            return false;
        }
        return true;
    }

    private void refuse(int sentence, String code, String message) {
        findings.at(Problem.Kind.REFUSED, code, message, plan.terms().size() + sentence);
    }

    private String where(int sentence) {
        return plan.sentences().get(sentence).where(agreement());
    }

    private Agreement agreement() {
        return ground.agreement();
    }
}
