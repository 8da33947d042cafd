package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Rounding;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
import java.util.Optional;

/**
 * A value, in base units of its unit, and how it follows from those below it: {@code how} applied to the values of
 * {@code parts} gives {@code value}.
 *
 * @param words the term, or the expression in the words of the language
 * @param asked the conditions that decided which case or exception counts
 * @param sentence where the text says it, if this is a term's definition
 * @param taken what of the evidence it was taken from
 */
public record Derived(
        How how,
        String words,
        Exact value,
        Unit unit,
        List<Derived> parts,
        List<Asked> asked,
        Optional<SourceRange> sentence,
        Optional<Taken> taken,
        Optional<Rounding> rounding) {

    public Derived {
        parts = List.copyOf(parts);
        asked = List.copyOf(asked);
    }

    /** How a value follows from its parts. */
    public enum How {
        /** A defined term: its one part is what the definition comes to. */
        TERM,
        /** The same term, told further up. */
        TOLD_ABOVE,
        /** A figure of the text. */
        CONSTANT,
        /** Taken from the evidence; parts are terms used reading by reading or day by day. */
        TAKEN,
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY,
        LESSER,
        GREATER,
        /** What the first has more than the second, else nothing. */
        EXCESS,
        /** The first times the second, counted in steps of the third. */
        STEPS,
        /** Likewise, only full steps. */
        FULL_STEPS,
        /** The case that holds. */
        CASE,
        /** The first, at least the second. */
        AT_LEAST,
        /** The first, at most the second. */
        AT_MOST,
        ROUNDED,
        /** The first, raised by the second as often as the third says. */
        RISING,
        /** The first in bands after the second; then ends and rates in turns. */
        BANDS,
        TOTAL,
        AVERAGE,
        HIGHEST,
        LOWEST
    }

    static Derived leaf(How how, String words, Exact value, Unit unit) {
        return of(how, words, value, unit, List.of());
    }

    static Derived of(How how, String words, Exact value, Unit unit, List<Derived> parts) {
        return new Derived(
                how, words, value, unit, parts, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Derived asking(List<Asked> conditions) {
        return new Derived(how, words, value, unit, parts, conditions, sentence, taken, rounding);
    }

    Derived said(SourceRange at) {
        return new Derived(how, words, value, unit, parts, asked, Optional.of(at), taken, rounding);
    }

    Derived from(Taken evidence) {
        return new Derived(how, words, value, unit, parts, asked, sentence, Optional.of(evidence), rounding);
    }

    Derived by(Rounding rule) {
        return new Derived(how, words, value, unit, parts, asked, sentence, taken, Optional.of(rule));
    }
}
