package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Condition.ClauseIs;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How agreements of one shape are settled: terms and sentences by their place in the agreement, demands on the evidence,
 * questions about calendar and events, and the rules in the order in which they fire. It holds no constant of any
 * agreement.
 *
 * @param terms the places, in the agreement, of the terms that have a value in this period
 * @param uses what each term, then each sentence uses
 */
record Plan(
        String period,
        List<Integer> terms,
        List<Sentence> sentences,
        List<Demand> demands,
        List<CalendarTest> tests,
        List<ClauseIs> events,
        List<PlannedRule> rules,
        int strata,
        Uses uses) {

    Plan {
        terms = List.copyOf(terms);
        sentences = List.copyOf(sentences);
        demands = List.copyOf(demands);
        tests = List.copyOf(tests);
        events = List.copyOf(events);
        rules = List.copyOf(rules);
    }

    /** The same plan with all terms, and with the demands and calendar questions of a single expression. */
    Plan probing(int allTerms, List<Demand> others, List<CalendarTest> otherTests) {
        List<Integer> all = IntStream.range(0, allTerms).boxed().toList();
        return new Plan(period, all, sentences, others, otherTests, events, rules, strata, uses);
    }

    /** The text of the shape: plans with one text settle alike. */
    String text() {
        StringBuilder text =
                new StringBuilder(period).append('\n').append(terms).append('\n');
        sentences.forEach(sentence -> text.append(sentence).append('\n'));
        demands.forEach(demand -> text.append(demand.text()).append('\n'));
        text.append(tests).append('\n').append(events).append('\n');
        rules.forEach(rule -> text.append(rule.text()).append('\n'));
        return text.toString();
    }

    /** The name of a place: a term, or the clause of a sentence. */
    String where(int place, Agreement agreement) {
        return place < terms.size()
                ? agreement.terms().get(terms.get(place)).name()
                : sentences.get(place - terms.size()).where(agreement);
    }

    /** All terms that a place uses, itself and through other terms; a term counts as one of its own. */
    BitSet termsBehind(int place) {
        return uses.termsBehind(place);
    }

    /** All inputs that a place uses, itself and through terms. */
    BitSet inputsBehind(int place) {
        return uses.inputsBehind(place);
    }

    /** What stands behind a sentence. */
    Uses.Backing behind(int sentence) {
        return uses.behind(this, terms.size() + sentence);
    }
}
