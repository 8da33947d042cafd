package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.rules.Derived.How;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells how the values of one period follow from one another, each term once, by the walk that settles plainly. */
final class Deriving {

    private final PlainSettling plain;
    private final Agreement agreement;
    private final Set<String> told = new HashSet<>();
    private final Asking asking;

    Deriving(PlainSettling plain) {
        this(plain, false);
    }

    private Deriving(PlainSettling plain, boolean forConditions) {
        this.plain = plain;
        this.agreement = plain.ground().agreement();
        this.asking = new Asking(plain, forConditions ? this : new Deriving(plain, true));
    }

    Asking asking() {
        return asking;
    }

    /** A term with its definition, or the exception that replaces it. */
    Derived term(String name) {
        Term term = TermsOf.named(agreement, name).orElseThrow();
        Exact value = Stopped.got(plain.figure(name));
        if (!told.add(name)) {
            return Derived.leaf(How.TOLD_ABOVE, name, value, term.unit());
        }
        List<Sentence> replacing = plain.plan().sentences().stream()
                .filter(sentence -> sentence.in(agreement).effect() instanceof Effect.Instead other
                        && other.term().equals(name))
                .toList();
        Optional<Sentence> live = replacing.stream().filter(plain::speaks).findFirst();
        Derived defined = live.map(sentence -> {
                    Effect.Instead instead =
                            (Effect.Instead) sentence.in(agreement).effect();
                    return new Limiting(plain, this, term).of(value(instead.value(), term), instead.limits());
                })
                .orElseGet(() -> new Limiting(plain, this, term).of(value(term.value(), term), term.limits()));
        return Derived.of(How.TERM, name, value, term.unit(), List.of(defined))
                .said(live.map(sentence -> sentence.in(agreement).at()).orElse(term.at()))
                .asking(replacing.stream()
                        .map(sentence -> asking.guards(sentence, name + " is another one"))
                        .flatMap(List::stream)
                        .toList());
    }

    private Derived value(Value value, Term term) {
        if (value instanceof Value.Plain plainly) {
            return expr(plainly.expr(), term.name());
        } else if (value instanceof Value.Table table) {
            int number = plain.ordinal(table.by());
            Value.Row row = table.rows().stream()
                    .filter(each -> each.first() <= number && number <= each.last())
                    .findFirst()
                    .orElseThrow(() -> Stopped.at("no-row", term.name() + " has no row " + number, term.name()));
            return Derived.leaf(
                    How.CONSTANT, "the row of the table for " + table.by() + " " + number, row.value(), table.unit());
        } else if (value instanceof Value.Banded banded) {
            return banded(banded, term);
        }
        return chosen((Value.Cases) value, term);
    }

    private Derived chosen(Value.Cases cases, Term term) {
        List<Asked> asked = new ArrayList<>();
        Optional<Expr> held = Optional.empty();
        for (Value.Arm arm : cases.arms()) {
            Asked answer = asking.of(arm.when(), term.name(), term.name() + " is " + ExprWords.of(arm.expr()));
            asked.add(answer);
            held = held.isEmpty() && answer.truth().holds() ? Optional.of(arm.expr()) : held;
        }
        Derived part = expr(held.orElse(cases.otherwise()), term.name());
        return Derived.of(
                        How.CASE,
                        held.isPresent() ? "the case that holds" : "otherwise",
                        part.value(),
                        term.unit(),
                        List.of(part))
                .asking(asked);
    }

    private Derived banded(Value.Banded banded, Term term) {
        String where = term.name();
        List<Derived> parts = new ArrayList<>();
        parts.add(expr(banded.of(), where));
        parts.add(banded.countedFrom()
                .map(since -> soFar(banded.of(), since, where))
                .orElseGet(() -> Derived.leaf(
                        How.CONSTANT, "nothing before", Exact.ZERO, banded.of().unit())));
        List<Exact> ends = new ArrayList<>();
        List<Exact> rates = new ArrayList<>();
        for (Value.Band band : banded.bands()) {
            band.upTo().ifPresent(end -> {
                parts.add(expr(end, where));
                ends.add(parts.get(parts.size() - 1).value());
            });
            parts.add(expr(band.at(), where));
            rates.add(parts.get(parts.size() - 1).value());
        }
        Exact worth =
                new Bands(ends, rates).worth(parts.get(1).value(), parts.get(0).value());
        return Derived.of(How.BANDS, ExprWords.of(banded.of()) + " in bands", worth, banded.unit(), parts);
    }

    Derived soFar(Expr of, String since, String where) {
        return Derived.leaf(
                How.TAKEN,
                "the total of " + ExprWords.of(of) + " so far in " + since,
                plain.soFar(of, since, where),
                of.unit());
    }

    Derived expr(Expr expr, String where) {
        Exact value = plain.exact(expr, where);
        String words = ExprWords.of(expr);
        if (expr instanceof Expr.Constant) {
            return Derived.leaf(How.CONSTANT, words, value, expr.unit());
        } else if (expr instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.TERM) {
            return term(reference.name());
        } else if (expr instanceof Expr.Arithmetic join) {
            return Derived.of(How.valueOf(join.operator().name()), words, value, expr.unit(), operands(join, where));
        } else if (expr instanceof Expr.Pick pick) {
            How how = pick.lesser() ? How.LESSER : How.GREATER;
            return Derived.of(
                    how, words, value, expr.unit(), List.of(expr(pick.left(), where), expr(pick.right(), where)));
        } else if (expr instanceof Expr.Excess excess) {
            return Derived.of(
                    How.EXCESS,
                    words,
                    value,
                    expr.unit(),
                    List.of(expr(excess.amount(), where), expr(excess.over(), where)));
        } else if (expr instanceof Expr.ForEach each) {
            return Derived.of(
                    each.full() ? How.FULL_STEPS : How.STEPS,
                    words,
                    value,
                    expr.unit(),
                    List.of(expr(each.value(), where), expr(each.amount(), where), expr(each.step(), where)));
        }
        return new JoinedPeriods(plain).of(expr, value).orElseGet(() -> taken(expr, value, words, where));
    }

    /** What stands in one row of a sum or a product stands in one list. */
    private List<Derived> operands(Expr.Arithmetic join, String where) {
        List<Derived> parts = new ArrayList<>();
        boolean row =
                join.operator() == Expr.Arithmetic.Operator.PLUS || join.operator() == Expr.Arithmetic.Operator.TIMES;
        if (row && join.left() instanceof Expr.Arithmetic left && left.operator() == join.operator()) {
            parts.addAll(operands(left, where));
        } else {
            parts.add(expr(join.left(), where));
        }
        parts.add(expr(join.right(), where));
        return parts;
    }

    private Derived taken(Expr expr, Exact value, String words, String where) {
        Taking taking = new Taking(plain.ground(), expr);
        boolean awaited = expr instanceof Expr.Previous;
        List<Derived> parts = awaited
                ? List.of()
                : taking.terms().stream()
                        .filter(name -> plain.figure(name).problem().isEmpty())
                        .map(this::term)
                        .toList();
        return Derived.of(How.TAKEN, words, value, expr.unit(), parts).from(taking.of(plain.look(expr, where), value));
    }

    /** The condition with the figures on both sides. */
    String words(Condition condition) {
        return new ExprWords(expr -> " (" + Shown.quantity(plain.exact(expr, "a condition"), expr.unit()) + ")")
                .condition(condition);
    }
}
