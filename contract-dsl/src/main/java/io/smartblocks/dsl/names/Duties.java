package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.DueSyntax;
import io.smartblocks.dsl.syntax.EffectSyntax;
import io.smartblocks.dsl.syntax.ExprSyntax;
import java.util.List;
import java.util.Optional;

/** Gives each duty its names: what is paid, delivered, done, or moved of an asset. */
final class Duties {

    private final Resolver resolver;
    private final Expressions expressions;
    private final List<Diagnostic> findings;
    private final Payments payments;
    private final AssetUnits assets;

    Duties(Resolver resolver, Expressions expressions, List<Diagnostic> findings) {
        this.resolver = resolver;
        this.expressions = expressions;
        this.findings = findings;
        this.payments = new Payments(resolver, expressions, findings, this::due);
        this.assets = new AssetUnits(resolver, expressions);
    }

    /** The duty; nothing, already reported, if it has a fault. */
    Optional<? extends Effect> of(EffectSyntax effect) {
        if (effect instanceof EffectSyntax.Pay pay) {
            return payments.pay(pay);
        }
        if (effect instanceof EffectSyntax.PaySplit split) {
            return payments.split(split);
        }
        if (effect instanceof EffectSyntax.Transfer transfer) {
            return transfer(transfer);
        }
        if (effect instanceof EffectSyntax.Mint mint) {
            return mint(mint);
        }
        if (effect instanceof EffectSyntax.Retire retire) {
            return retire(retire);
        }
        if (effect instanceof EffectSyntax.Deliver deliver) {
            return deliver(deliver);
        }
        return effect instanceof EffectSyntax.Perform perform ? perform(perform) : Optional.empty();
    }

    private Optional<Effect> transfer(EffectSyntax.Transfer transfer) {
        Optional<String> debtor = resolver.party(transfer.debtor());
        Optional<String> creditor = resolver.party(transfer.creditor());
        Optional<AssetUnits.Counted> counted = assets.of(transfer.amount(), Optional.of(transfer.asset()));
        Optional<Due> due = due(transfer.due());
        return isAnother(debtor, creditor, "transfer anything to", transfer.at())
                        && counted.isPresent()
                        && due.isPresent()
                ? Optional.of(new Effect.Transfer(
                        debtor.orElseThrow(),
                        counted.orElseThrow().amount(),
                        counted.orElseThrow().asset(),
                        creditor.orElseThrow(),
                        due.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Effect> mint(EffectSyntax.Mint mint) {
        Optional<String> debtor = resolver.party(mint.debtor());
        Optional<String> creditor = resolver.party(mint.creditor());
        Optional<AssetUnits.Counted> counted = assets.of(mint.amount(), mint.asset());
        Optional<Due> due = due(mint.due());
        return debtor.isPresent() && creditor.isPresent() && counted.isPresent() && due.isPresent()
                ? Optional.of(new Effect.Mint(
                        debtor.orElseThrow(),
                        counted.orElseThrow().amount(),
                        counted.orElseThrow().asset(),
                        creditor.orElseThrow(),
                        due.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Effect> retire(EffectSyntax.Retire retire) {
        Optional<String> debtor = resolver.party(retire.debtor());
        Optional<String> holder = retire.holder().flatMap(resolver::party);
        Optional<AssetUnits.Counted> counted = assets.of(retire.amount(), retire.asset());
        Optional<Due> due = due(retire.due());
        return debtor.isPresent()
                        && holder.isPresent() == retire.holder().isPresent()
                        && counted.isPresent()
                        && due.isPresent()
                ? Optional.of(new Effect.Retire(
                        debtor.orElseThrow(),
                        counted.orElseThrow().amount(),
                        counted.orElseThrow().asset(),
                        holder,
                        due.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Effect> deliver(EffectSyntax.Deliver deliver) {
        Optional<String> debtor = resolver.party(deliver.debtor());
        Optional<String> creditor = resolver.party(deliver.creditor());
        Optional<Expr> amount = expressions.of(deliver.amount()).filter(it -> isDeliverable(it, deliver.amount()));
        Optional<Due> due = due(deliver.due());
        return isAnother(debtor, creditor, "deliver anything to", deliver.at()) && amount.isPresent() && due.isPresent()
                ? Optional.of(new Effect.Deliver(
                        debtor.orElseThrow(), amount.orElseThrow(), creditor.orElseThrow(), due.orElseThrow()))
                : Optional.empty();
    }

    private boolean isDeliverable(Expr amount, ExprSyntax written) {
        boolean money = amount.unit().isMoney();
        if (money || amount.unit().isFactor()) {
            findings.add(Diagnostic.of(
                            Code.E0301,
                            written.at(),
                            "what is delivered has a measure, such as MWh; this is %s"
                                    .formatted(UnitCheck.words(amount.unit())))
                    .help(money ? "money is paid: `shall pay … to …`" : "write the unit too: `40 MWh`"));
            return false;
        }
        return true;
    }

    private Optional<Effect> perform(EffectSyntax.Perform perform) {
        Optional<Due> due = due(perform.due());
        return resolver.party(perform.debtor())
                .flatMap(debtor ->
                        due.map(it -> new Effect.Perform(debtor, perform.duty().text(), it)));
    }

    private boolean isAnother(Optional<String> debtor, Optional<String> creditor, String verb, SourceRange at) {
        if (debtor.isPresent() && debtor.equals(creditor)) {
            findings.add(Diagnostic.of(Code.E0204, at, "`%s` cannot %s itself".formatted(debtor.orElseThrow(), verb))
                    .help("name another party after `to`"));
            return false;
        }
        return debtor.isPresent() && creditor.isPresent();
    }

    Optional<Due> due(DueSyntax due) {
        if (due instanceof DueSyntax.Within within) {
            return event(within.after()).map(event -> new Due.Within(within.span(), event, due.grace()));
        }
        return due instanceof DueSyntax.By by
                ? resolver.date(by.date()).map(day -> new Due.By(day, due.grace()))
                : Optional.of(new Due.AtSettlement(due.grace()));
    }

    private Optional<Due.Event> event(DueSyntax.EventSyntax event) {
        if (event instanceof DueSyntax.EventSyntax.EndOf end) {
            return resolver.periodOrSeason(end.name()).map(Due.Event.EndOf::new);
        }
        if (event instanceof DueSyntax.EventSyntax.OfClause of) {
            return resolver.clause(of.clause()).map(clause -> new Due.Event.OfClause(clause, of.event()));
        }
        return event instanceof DueSyntax.EventSyntax.Notice
                ? Optional.of(new Due.Event.Notice())
                : Optional.of(new Due.Event.Settlement());
    }
}
