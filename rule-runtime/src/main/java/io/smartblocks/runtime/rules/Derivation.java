package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Rounding;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.rules.Derived.How;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the amounts of one settling came about, told anew from its ground: nothing of it is kept by a settlement. */
public final class Derivation {

    private final PlainSettling plain;
    private final Agreement agreement;

    private Derivation(PlainSettling plain) {
        this.plain = plain;
        this.agreement = plain.ground().agreement();
    }

    /** The derivation of what is settled on a ground. */
    public static Derivation of(Ground ground) {
        return new Derivation(PlainSettling.of(ground));
    }

    /** Whether a sentence of the period speaks, what it asks, and which exceptions to it were looked at. */
    public record Said(
            Clause clause,
            Clause.Provision sentence,
            boolean speaks,
            Optional<String> waits,
            List<Asked> guards,
            List<Asked> exceptions) {
        public Said {
            guards = List.copyOf(guards);
            exceptions = List.copyOf(exceptions);
        }

        /** The exceptions that hold and switch it off. */
        public boolean isSwitchedOff() {
            return exceptions.stream().anyMatch(asked -> asked.truth().holds());
        }
    }

    /** The sentences of the period that oblige to something, in the order of the text. */
    public List<Said> sentences() {
        return plain.plan().sentences().stream()
                .filter(sentence -> sentence.in(agreement).effect() instanceof Effect.Duty)
                .map(this::said)
                .toList();
    }

    private Said said(Sentence sentence) {
        Asking asking = new Deriving(plain).asking();
        Clause.Provision provision = sentence.in(agreement);
        boolean byEvent = sentence.isDueByEvent(agreement);
        boolean otherDay = OneDay.counts(provision) && !OneDay.fallsIn(plain.ground(), provision);
        Optional<String> waits = byEvent
                ? Optional.of("it speaks when something happens to another clause")
                : Optional.of("its day lies in another period").filter(it -> otherDay);
        return new Said(
                sentence.clauseIn(agreement),
                provision,
                !byEvent && !otherDay && plain.speaks(sentence),
                waits,
                asking.guards(sentence, sentence.where(agreement) + " speaks"),
                exceptions(sentence, asking));
    }

    private List<Asked> exceptions(Sentence sentence, Asking asking) {
        List<Asked> exceptions = new ArrayList<>();
        for (Sentence other : plain.plan().sentences()) {
            if (other.switchesOff().contains(sentence.clause())) {
                List<Asked> guards = asking.guards(other, "no payment is due under " + sentence.where(agreement));
                exceptions.addAll(guards.isEmpty() ? List.of(always(other, sentence)) : guards);
            }
        }
        return exceptions;
    }

    private Asked always(Sentence other, Sentence sentence) {
        return new Asked(
                other.where(agreement),
                "no payment is due under " + sentence.where(agreement),
                "always",
                Truth.of(plain.speaks(other)),
                List.of());
    }

    /** The payment of one part of a sentence, from its rounding down; empty where it cannot be told. */
    public Optional<Derived> payment(Clause.Provision sentence, int part) {
        Effect.Payment pay = (Effect.Payment) sentence.effect();
        return told(deriving -> {
            Derived whole = money(deriving.expr(pay.amount(), "clause"));
            if (!(pay instanceof Effect.PaySplit split)) {
                return whole;
            }
            List<Derived> shares = new ArrayList<>();
            for (Effect.Share share : split.shares()) {
                shares.add(money(deriving.expr(share.amount(), "clause")));
            }
            return part < shares.size() ? shares.get(part) : rest(whole, shares);
        });
    }

    private Derived rest(Derived whole, List<Derived> shares) {
        Derived rest = whole;
        for (Derived share : shares) {
            rest = Derived.of(
                    How.MINUS, "the rest", rest.value().minus(share.value()), whole.unit(), List.of(rest, share));
        }
        return rest;
    }

    private Derived money(Derived amount) {
        Rounding rule = agreement.settings().money();
        Unit unit = rule.step().unit();
        return Derived.of(
                        How.ROUNDED,
                        Limiting.words(rule),
                        amount.value().roundedTo(rule.step().value(), rule.mode()),
                        unit,
                        List.of(amount))
                .by(rule);
    }

    /** How much of something that is no money a sentence obliges to; empty for what has no figure. */
    public Optional<Derived> duty(Clause.Provision sentence) {
        if (sentence.effect() instanceof Effect.AssetDuty moved) {
            return told(deriving -> deriving.expr(moved.amount(), "clause"));
        }
        return sentence.effect() instanceof Effect.Deliver deliver
                ? told(deriving -> deriving.expr(deliver.amount(), "clause"))
                : Optional.empty();
    }

    private Optional<Derived> told(Function<Deriving, Derived> telling) {
        try {
            return Optional.of(telling.apply(new Deriving(plain)));
        } catch (Stopped e) {
            return Optional.empty();
        }
    }

    /** All values below one, and those on both sides of the conditions asked on the way; the value itself first. */
    public static List<Derived> within(Derived root) {
        List<Derived> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Derived node, List<Derived> found) {
        found.add(node);
        node.parts().forEach(part -> collect(part, found));
        node.asked().stream().flatMap(asked -> asked.compared().stream()).forEach(compared -> {
            collect(compared.left(), found);
            collect(compared.right(), found);
        });
    }

    /** What a value comes to by its parts, as its {@code how} says; its own where it rests on the evidence or the text. */
    public static Exact recomputed(Derived node) {
        return Recomputing.of(node);
    }
}
