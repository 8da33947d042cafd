package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.baseline.Fit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What the rules decided about one period: payments in the order of the text, values, powers, or why there are none. */
public final class Decision {

    private final Settling settling;
    private final BitSet doubtful;
    private final ToldEvents told;
    private final List<Payment> payments;

    Decision(Settling settling) {
        this.settling = settling;
        this.doubtful = doubtful();
        this.told = new ToldEvents(settling.ground());
        this.payments = inOrder(settling);
    }

    /** A payment under a sentence of a clause. */
    public record Payment(Clause clause, Clause.Provision sentence, int part, BigDecimal net, int index) {

        /** What the sentence says about paying. */
        public Effect.Payment effect() {
            return (Effect.Payment) sentence.effect();
        }

        public String creditor() {
            return effect().creditors().get(part);
        }

        /** The invoice line. */
        public String description() {
            return effect().descriptions().get(part).orElse(clause.title());
        }
    }

    /** A duty that is no payment, under a sentence of a clause; with how much of it, in base units. */
    public record Owed(Clause clause, Clause.Provision sentence, Optional<Exact> amount, int index) {

        /** What the sentence obliges to. */
        public Effect.Duty duty() {
            return (Effect.Duty) sentence.effect();
        }
    }

    /** A term and its value in base units. */
    public record Valued(Term term, Exact value) {}

    /** The payments, in the order of the text. */
    public List<Payment> payments() {
        return payments;
    }

    private static List<Payment> inOrder(Settling settling) {
        Agreement agreement = settling.ground().agreement();
        List<PaidLine> lines = new ArrayList<>(settling.owing().lines());
        lines.sort(Comparator.comparingInt(PaidLine::sentence).thenComparingInt(PaidLine::part));
        List<Payment> payments = new ArrayList<>(lines.size());
        for (PaidLine line : lines) {
            Sentence sentence = settling.plan().sentences().get(line.sentence());
            payments.add(new Payment(
                    sentence.clauseIn(agreement), sentence.in(agreement), line.part(), line.net(), line.sentence()));
        }
        return Collections.unmodifiableList(payments);
    }

    /** The duties that are no payments, in the order of the text. */
    public List<Owed> duties() {
        Agreement agreement = settling.ground().agreement();
        return settling.owing().duties().stream()
                .sorted(Comparator.comparingInt(OwedDuty::sentence))
                .map(duty -> {
                    Sentence sentence = settling.plan().sentences().get(duty.sentence());
                    return new Owed(
                            sentence.clauseIn(agreement), sentence.in(agreement), duty.amount(), duty.sentence());
                })
                .toList();
    }

    /** The clauses that an exception switched off, each with that exception. */
    public Map<String, String> excused() {
        return Map.copyOf(settling.exceptions().excused());
    }

    /** The values of all terms that could be reached without a problem. */
    public List<Valued> values() {
        List<Term> all = settling.ground().agreement().terms();
        List<Integer> terms = settling.plan().terms();
        List<Valued> values = new ArrayList<>(terms.size());
        for (int slot = 0; slot < terms.size(); slot++) {
            if (!doubtful.get(slot)) {
                values.add(new Valued(all.get(terms.get(slot)), settling.term(slot)));
            }
        }
        return values;
    }

    /** The sentences that give a party a power. */
    public List<Clause.Provision> powers() {
        return settling.powers().stream()
                .map(sentence -> settling.plan()
                        .sentences()
                        .get(sentence)
                        .in(settling.ground().agreement()))
                .toList();
    }

    /** The names of the rules that fired. */
    public Set<String> fired() {
        return Set.copyOf(settling.fired());
    }

    /** Parties that the agreement wants told about missing readings. */
    public List<String> notices() {
        return List.copyOf(settling.notices());
    }

    /** Why there is no settlement: refusals before holds; none if there is one. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Findings.Finding finding : settling.findings()) {
            Problem problem = named(finding);
            boolean follows = finding.place() >= 0 && isDoubtfulBehind(finding.place());
            if (!follows && !problems.contains(problem)) {
                problems.add(problem);
            }
        }
        problems.sort(Comparator.comparing(problem -> problem.kind() == Problem.Kind.REFUSED ? 0 : 1));
        return problems;
    }

    /** The first problem, if there is one. */
    public Optional<Problem> problem() {
        return problems().stream().findFirst();
    }

    /** True if any reading used is an estimate. */
    public boolean usesEstimates() {
        return settling.columns().haveEstimates();
    }

    /** The fits of the baselines that were used, by name. */
    public SortedMap<String, Fit> fits() {
        return new TreeMap<>(settling.columns().fits());
    }

    /** How a payment or another duty came about, by the number of its sentence. */
    public Reasons reasons(int sentence) {
        return new Reasons(settling, sentence, told);
    }

    private Problem named(Findings.Finding finding) {
        Problem problem = finding.problem();
        if (!problem.where().isEmpty() || finding.input() < 0) {
            return problem;
        }
        List<BitSet> uses = settling.plan().uses().inputs();
        String where = IntStream.range(0, uses.size())
                .filter(place -> uses.get(place).get(finding.input()))
                .mapToObj(
                        place -> settling.plan().where(place, settling.ground().agreement()))
                .findFirst()
                .orElse("");
        return new Problem(problem.kind(), problem.code(), problem.message(), where, problem.notified());
    }

    /** Terms that use an input or a term with a problem. */
    private BitSet doubtful() {
        Plan plan = settling.plan();
        BitSet terms = new BitSet();
        if (settling.findings().isEmpty()) {
            return terms;
        }
        BitSet inputs = new BitSet();
        for (Findings.Finding finding : settling.findings()) {
            if (finding.input() >= 0) {
                inputs.set(finding.input());
            } else if (finding.place() >= 0 && finding.place() < plan.terms().size()) {
                terms.set(finding.place());
            }
        }
        for (int slot = 0; slot < plan.terms().size(); slot++) {
            if (plan.termsBehind(slot).intersects(terms)
                    || plan.inputsBehind(slot).intersects(inputs)) {
                terms.set(slot);
            }
        }
        return terms;
    }

    private boolean isDoubtfulBehind(int place) {
        Plan plan = settling.plan();
        BitSet behind = plan.termsBehind(place);
        if (place < plan.terms().size()) {
            behind.clear(place);
        }
        return behind.intersects(doubtful);
    }
}
