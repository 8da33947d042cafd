package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.EffectSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives each clause its names, and sees that what is paid is money. */
final class Clauses {

    private final Resolver resolver;
    private final Expressions expressions;
    private final Terms terms;
    private final Map<String, Optional<Unit>> units;
    private final List<Diagnostic> findings;
    private final Duties duties;

    Clauses(
            Resolver resolver,
            Expressions expressions,
            Terms terms,
            Map<String, Optional<Unit>> units,
            List<Diagnostic> findings) {
        this.resolver = resolver;
        this.expressions = expressions;
        this.terms = terms;
        this.units = units;
        this.findings = findings;
        this.duties = new Duties(resolver, expressions, findings);
    }

    Clause of(Sentence.Clause clause) {
        List<Clause.Provision> provisions = new ArrayList<>();
        clause.provisions().forEach(provision -> provision(provision).ifPresent(provisions::add));
        resolver.clauses(clause.exceptionTo());
        return new Clause(
                clause.number().text(),
                clause.title().text(),
                clause.exceptionTo().stream().map(Word::text).toList(),
                provisions,
                clause.prose().map(Word::text),
                clause.at());
    }

    private Optional<Clause.Provision> provision(Sentence.ProvisionSyntax provision) {
        List<Condition> guards = new ArrayList<>();
        Level level = new Level.PerAgreement();
        boolean whole = true;
        List<Word> periods = provision.guards().stream()
                .flatMap(guard -> guard.forEach().stream())
                .toList();
        if (periods.size() > 1) {
            findings.add(Diagnostic.of(Code.E0603, periods.get(1).at(), "`for each` is said twice in this sentence")
                    .help("keep the period in which the payment falls due"));
            return Optional.empty();
        }
        for (Sentence.GuardSyntax guard : provision.guards()) {
            if (guard.forEach().isPresent()) {
                Optional<String> period = resolver.period(guard.forEach().orElseThrow());
                level = period.<Level>map(Level.PerPeriod::new).orElse(level);
                whole &= period.isPresent();
            } else {
                Optional<Condition> condition =
                        expressions.conditions().of(guard.condition().orElseThrow());
                condition.ifPresent(it -> guards.add(guard.unless() ? new Condition.Not(it) : it));
                whole &= condition.isPresent();
            }
        }
        Optional<? extends Effect> effect = effect(provision.effect());
        return whole && effect.isPresent()
                ? Optional.of(new Clause.Provision(guards, effect.orElseThrow(), level, provision.at()))
                : Optional.empty();
    }

    private Optional<? extends Effect> effect(EffectSyntax effect) {
        if (effect instanceof EffectSyntax.Instead instead) {
            return instead(instead);
        }
        if (effect instanceof EffectSyntax.NothingDue nothing) {
            return resolver.clauses(nothing.clauses()).map(Effect.NothingDue::new);
        }
        if (effect instanceof EffectSyntax.Hold) {
            return Optional.of(new Effect.Hold());
        }
        if (effect instanceof EffectSyntax.MayTerminate may) {
            return resolver.party(may.party()).map(party -> new Effect.MayTerminate(party, may.notice()));
        }
        if (effect instanceof EffectSyntax.MayDispute may) {
            Optional<Due> within = duties.due(may.within());
            return resolver.party(may.party()).flatMap(party -> within.map(it -> new Effect.MayDispute(party, it)));
        }
        return duties.of(effect);
    }

    private Optional<Effect> instead(EffectSyntax.Instead instead) {
        Optional<String> term = resolver.term(instead.term());
        String name = instead.term().text();
        Optional<? extends Value> value = terms.value(instead.value(), name);
        Optional<Unit> unit = units.getOrDefault(name, Optional.empty());
        if (term.isEmpty() || value.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Limit>> limits = terms.limits(instead.limits(), name, unit.orElseThrow());
        Expr first = value.orElseThrow() instanceof Value.Plain plain
                ? plain.expr()
                : new Expr.Constant(Exact.ONE, Terms.unit(value.orElseThrow()));
        boolean fits = expressions
                .units()
                .has(first, unit.orElseThrow(), instead.at(), "`%s` has another unit than this".formatted(name));
        return limits.filter(it -> fits).map(it -> new Effect.Instead(name, value.orElseThrow(), it));
    }
}
