package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.DueSyntax;
import io.smartblocks.dsl.syntax.EffectSyntax;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gives payments their names, to one creditor or to several, and sees that what is paid is money. */
final class Payments {

    private final Resolver resolver;
    private final Expressions expressions;
    private final List<Diagnostic> findings;
    private final Function<DueSyntax, Optional<Due>> dates;

    Payments(
            Resolver resolver,
            Expressions expressions,
            List<Diagnostic> findings,
            Function<DueSyntax, Optional<Due>> dates) {
        this.resolver = resolver;
        this.expressions = expressions;
        this.findings = findings;
        this.dates = dates;
    }

    Optional<Effect> pay(EffectSyntax.Pay pay) {
        Optional<String> debtor = resolver.party(pay.debtor());
        Optional<String> creditor = creditor(debtor, pay.creditor(), pay.at());
        Optional<Expr> amount = expressions
                .of(pay.amount())
                .filter(it -> isMoney(it, pay.amount().at()));
        Optional<Due> due = dates.apply(pay.due());
        return debtor.isPresent() && creditor.isPresent() && amount.isPresent() && due.isPresent()
                ? Optional.of(new Effect.Pay(
                        debtor.orElseThrow(),
                        amount.orElseThrow(),
                        creditor.orElseThrow(),
                        due.orElseThrow(),
                        pay.description().map(Word::text)))
                : Optional.empty();
    }

    Optional<Effect> split(EffectSyntax.PaySplit split) {
        Optional<String> debtor = resolver.party(split.debtor());
        Optional<Expr> amount = expressions
                .of(split.amount())
                .filter(it -> isMoney(it, split.amount().at()));
        Optional<Due> due = dates.apply(split.due());
        List<Effect.Share> shares = new ArrayList<>();
        split.shares().forEach(share -> share(share, split, debtor, amount).ifPresent(shares::add));
        EffectSyntax.Rest rest = split.rest();
        Optional<String> last =
                creditor(debtor, rest.creditor(), rest.creditor().at());
        boolean whole = debtor.isPresent()
                && last.isPresent()
                && due.isPresent()
                && shares.size() == split.shares().size();
        return amount.filter(it -> whole)
                .map(it -> new Effect.PaySplit(
                        debtor.orElseThrow(),
                        it,
                        shares,
                        new Effect.Rest(last.orElseThrow(), described(rest.description(), split)),
                        due.orElseThrow()));
    }

    /** A share is money, or so much of what is paid: {@code 30 %}. */
    private Optional<Effect.Share> share(
            EffectSyntax.Share share, EffectSyntax.PaySplit split, Optional<String> debtor, Optional<Expr> whole) {
        Optional<String> creditor = creditor(debtor, share.creditor(), share.at());
        Optional<Expr> written = expressions.of(share.amount());
        boolean ofTheWhole = whole.isPresent()
                && written.isPresent()
                && written.orElseThrow().unit().isFactor();
        Optional<Expr> amount = ofTheWhole
                ? Optional.of(new Expr.Arithmetic(
                        Operator.TIMES,
                        written.orElseThrow(),
                        whole.orElseThrow(),
                        whole.orElseThrow().unit()))
                : written.filter(it -> isMoney(it, share.amount().at()));
        return amount.flatMap(it ->
                creditor.map(to -> new Effect.Share(it, to, described(share.description(), split))));
    }

    private static Optional<String> described(Optional<Word> own, EffectSyntax.PaySplit split) {
        return own.or(split::description).map(Word::text);
    }

    private Optional<String> creditor(Optional<String> debtor, Word word, SourceRange at) {
        Optional<String> creditor = resolver.party(word);
        if (debtor.isPresent() && debtor.equals(creditor)) {
            findings.add(Diagnostic.of(Code.E0204, at, "`%s` cannot pay itself".formatted(debtor.orElseThrow()))
                    .help("name another party after `to`"));
            return Optional.empty();
        }
        return creditor;
    }

    private boolean isMoney(Expr amount, SourceRange at) {
        Unit money = expressions.money();
        if (amount.unit().isCommensurableWith(money)) {
            return true;
        }
        Diagnostic said = Diagnostic.of(
                        Code.E0302,
                        at,
                        "what is paid must be money in %s; this is %s"
                                .formatted(money.symbol(), UnitCheck.words(amount.unit())))
                .note(at, UnitCheck.words(amount.unit()));
        findings.add(asMoney(said, amount, at));
        return false;
    }

    private Diagnostic asMoney(Diagnostic said, Expr amount, SourceRange at) {
        Unit money = expressions.money();
        if (amount.unit().isMoney()) {
            return said.help("pay in %s, the currency of `money is rounded`".formatted(money.symbol()));
        }
        if (amount instanceof Expr.Constant constant && constant.unit().isFactor()) {
            String better = constant.value() + " " + money.symbol();
            return said.fix("write the currency too: `%s`".formatted(better), at, better);
        }
        Unit price = money.dividedBy(amount.unit()).unit();
        if (price.measuresOfTime() > 1) {
            return said.help("count time in one unit: a price per day goes with `the days of …`, one per month with "
                    + "`the months of …`");
        }
        boolean paid = price.dimensions().containsKey(money.dimensions().firstKey());
        return said.help("multiply it by a %s in %s".formatted(paid ? "price" : "figure", price.symbol()));
    }
}
