package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Why a line stands: the sentence of the agreement, the rules that fired, its guards, the terms, readings, adjustments and events used. */
public record LineTrace(
        int line,
        String clause,
        SourceRange sentence,
        List<String> rules,
        List<GuardValue> guards,
        List<String> terms,
        List<ReadingsUsed> readings,
        List<AdjustmentUsed> adjustments,
        List<EventUsed> events) {
    public LineTrace {
        rules = List.copyOf(rules);
        guards = List.copyOf(guards);
        terms = List.copyOf(terms);
        readings = List.copyOf(readings);
        adjustments = List.copyOf(adjustments);
        events = List.copyOf(events);
    }

    /**
     * The sentence that brought it about; empty in an agreement that has none such. Its rule names it, as the last of its
     * clause: what is settled from the signed form knows no places of a text.
     */
    public Optional<Clause.Provision> sentenceIn(Agreement agreement) {
        return agreement.clauses().stream()
                .filter(each -> each.number().equals(clause))
                .findFirst()
                .flatMap(this::lastOf);
    }

    private Optional<Clause.Provision> lastOf(Clause named) {
        return IntStream.range(0, named.provisions().size())
                .filter(i -> named.provisions().get(i).effect() instanceof Effect.Duty)
                .boxed()
                .filter(i -> rules.contains(ruleOf(i)))
                .max(Comparator.comparing(i -> rules.indexOf(ruleOf(i))))
                .map(named.provisions()::get);
    }

    private String ruleOf(int sentence) {
        return "clause " + clause + ", sentence " + (sentence + 1);
    }

    /** An adjustment that counts: its local days, the last not included, and what it comes to. */
    public record AdjustmentUsed(String name, LocalDate from, LocalDate to, String amount, String unit) {}

    /** A guard with the figures compared, and whether it held. */
    public record GuardValue(String guard, boolean held) {}

    /** A stand of a register on which an advance rests. */
    public record StandUsed(LocalDate on, String stand, String unit, boolean estimated) {}

    /** An event that counts: its moment by the local clock, and its figures in words. */
    public record EventUsed(String event, LocalDateTime at, List<String> figures) {
        public EventUsed {
            figures = List.copyOf(figures);
        }
    }

    /** The readings of a meter in the period, how many of each quality, which are estimated, and the stands of a register. */
    public record ReadingsUsed(
            String meter,
            LocalDate from,
            LocalDate to,
            int days,
            int actual,
            int estimated,
            int missing,
            List<String> estimatedFrom,
            List<StandUsed> stands) {
        public ReadingsUsed {
            estimatedFrom = List.copyOf(estimatedFrom);
            stands = List.copyOf(stands);
        }
    }
}
