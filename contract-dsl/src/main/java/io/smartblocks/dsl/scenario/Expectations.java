package io.smartblocks.dsl.scenario;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.names.Expressions;
import io.smartblocks.dsl.names.Resolver;
import io.smartblocks.dsl.syntax.DateSyntax;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.StepSyntax;
import io.smartblocks.dsl.syntax.Word;
import java.time.LocalDate;
import java.util.Optional;

/** Resolves what a scenario expects. */
final class Expectations {

    /** An expectation that is computed and not written as a figure is compared this far after the point. */
    private static final int COMPUTED_DIGITS = 12;

    private final Resolver resolver;
    private final Expressions expressions;
    private final ExpectedDuties duties;

    Expectations(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.expressions = expressions;
        this.duties = new ExpectedDuties(resolver, expressions);
    }

    Optional<? extends Scenario.Step> of(StepSyntax step) {
        if (step instanceof StepSyntax.ExpectValue expect) {
            return value(expect);
        }
        if (step instanceof StepSyntax.ExpectPay expect) {
            return pay(expect);
        }
        if (step instanceof StepSyntax.ExpectDocument expect) {
            return document(expect);
        }
        if (step instanceof StepSyntax.ExpectNoPayment expect) {
            Optional<String> clause = expect.clause().flatMap(resolver::clause);
            return settled(expect.settled())
                    .filter(of -> clause.isPresent() == expect.clause().isPresent())
                    .map(of -> new Scenario.ExpectNoPayment(clause, of, expect.at()));
        }
        if (step instanceof StepSyntax.ExpectNoCorrection expect) {
            return settled(expect.settled()).map(of -> new Scenario.ExpectNoCorrection(of, expect.at()));
        }
        if (step instanceof StepSyntax.ExpectHeld expect) {
            return settled(expect.settled()).map(of -> new Scenario.ExpectHeld(of, expect.at()));
        }
        if (step instanceof StepSyntax.ExpectDuty expect) {
            return duties.of(expect);
        }
        if (step instanceof StepSyntax.ExpectDisputed expect) {
            return Optional.of(new Scenario.ExpectDisputed(expect.at()));
        }
        return step instanceof StepSyntax.ExpectPower expect
                ? resolver.party(expect.party()).map(party -> new Scenario.ExpectPower(party, expect.at()))
                : state(step);
    }

    private Optional<Scenario.Step> state(StepSyntax step) {
        if (step instanceof StepSyntax.ExpectNothing expect) {
            return resolver.clause(expect.clause()).map(clause -> new Scenario.ExpectNothing(clause, expect.at()));
        }
        if (step instanceof StepSyntax.ExpectState expect) {
            Optional<LocalDate> on = by(expect.on());
            return resolver.clause(expect.clause())
                    .filter(clause -> on.isPresent() == expect.on().isPresent())
                    .map(clause -> new Scenario.ExpectState(clause, expect.state(), on, expect.at()));
        }
        return step instanceof StepSyntax.ExpectEnd expect
                ? resolver.date(expect.on()).map(day -> new Scenario.ExpectEnd(day, expect.at()))
                : Optional.empty();
    }

    private Optional<Scenario.Step> value(StepSyntax.ExpectValue expect) {
        Optional<Expr> actual = expressions.of(expect.actual());
        Optional<Expr> expected = expressions.of(expect.expected());
        Optional<Optional<Scenario.Settled>> settled = settled(expect.settled());
        boolean whole = actual.isPresent()
                && expected.isPresent()
                && settled.isPresent()
                && expressions.agree(
                        actual.orElseThrow(),
                        expected.orElseThrow(),
                        expect.expected().at(),
                        "what is expected has another unit than the value");
        int digits = expect.expected() instanceof ExprSyntax.Figure figure ? figure.digits() : COMPUTED_DIGITS;
        return whole
                ? Optional.of(new Scenario.ExpectValue(
                        actual.orElseThrow(),
                        expected.orElseThrow(),
                        digits,
                        expected.orElseThrow().unit(),
                        settled.orElseThrow().map(Scenario.Settled::period),
                        settled.orElseThrow().map(Scenario.Settled::starting),
                        expect.at()))
                : Optional.empty();
    }

    /** The settlement that is meant, none being the one before; nothing, already reported, if it has a fault. */
    private Optional<Optional<Scenario.Settled>> settled(Optional<StepSyntax.Settled> written) {
        if (written.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        Optional<LocalDate> starting = resolver.date(written.orElseThrow().starting());
        return resolver.period(written.orElseThrow().period())
                .flatMap(period -> starting.map(day -> Optional.of(new Scenario.Settled(period, day))));
    }

    private Optional<Scenario.Step> pay(StepSyntax.ExpectPay expect) {
        Optional<String> debtor = resolver.party(expect.debtor());
        Optional<String> creditor = resolver.party(expect.creditor());
        Optional<Expr> amount = money(expect.amount());
        Optional<String> clause = expect.clause().flatMap(resolver::clause);
        boolean whole = debtor.isPresent()
                && creditor.isPresent()
                && clause.isPresent() == expect.clause().isPresent();
        Optional<Optional<Scenario.Settled>> settled = settled(expect.settled());
        return amount.filter(it -> whole && settled.isPresent())
                .map(it -> new Scenario.ExpectPay(
                        debtor.orElseThrow(),
                        it,
                        creditor.orElseThrow(),
                        clause,
                        expect.line().map(Word::text),
                        by(expect.by()),
                        settled.orElseThrow(),
                        expect.at()));
    }

    private Optional<Scenario.Step> document(StepSyntax.ExpectDocument expect) {
        Optional<String> debtor = resolver.party(expect.debtor());
        Optional<String> creditor = resolver.party(expect.creditor());
        Optional<Expr> vat = expect.vat().flatMap(this::money);
        Optional<Expr> gross = expect.gross().flatMap(this::money);
        boolean whole = debtor.isPresent()
                && creditor.isPresent()
                && vat.isPresent() == expect.vat().isPresent()
                && gross.isPresent() == expect.gross().isPresent();
        Optional<Optional<Scenario.Settled>> settled = settled(expect.settled());
        return money(expect.net())
                .filter(it -> whole && settled.isPresent())
                .map(net -> new Scenario.ExpectDocument(
                        expect.kind(),
                        net,
                        vat,
                        gross,
                        debtor.orElseThrow(),
                        creditor.orElseThrow(),
                        by(expect.by()),
                        settled.orElseThrow(),
                        expect.at()));
    }

    private Optional<Expr> money(ExprSyntax amount) {
        return expressions
                .of(amount)
                .filter(it -> expressions.has(
                        it,
                        expressions.money(),
                        amount.at(),
                        "a payment is expected in %s"
                                .formatted(expressions.money().symbol())));
    }

    private Optional<LocalDate> by(Optional<DateSyntax> by) {
        return by.flatMap(resolver::date);
    }
}
