package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Answers whether conditions of an agreement can hold at once. Terms are opened down to what is read, stated or published;
 * what it does not know may have any value, so that it never says wrongly that something is impossible. Steps are counted:
 * where they run out, the question stays open.
 */
public final class Proof {

    private static final long STEPS_IN_ALL = 4_000_000;
    private static final long STEPS_EACH = 20_000;
    private static final int WHOLE = 100;
    private static final int ATTEMPTS = 4;

    private final Known known;
    private final Steps steps = new Steps(STEPS_IN_ALL);
    private final Map<Expr, Boolean> neverNegative = new HashMap<>();

    private Proof(Known known) {
        this.known = known;
    }

    /** Proofs about terms and clauses with their levels; without settings there are no examples. */
    public static Proof of(List<Term> terms, List<Clause> clauses, Resolution resolution, Optional<Settings> settings) {
        return new Proof(new Known(terms, clauses, resolution, settings));
    }

    /** Whether all conditions can hold in one settlement, or for one reading, of that level. */
    public Answer together(List<Condition> conditions, Level level) {
        return answer(conditions, Optional.of(level), false);
    }

    /** The same, if what is read, stated and published is zero or more, temperatures left out. */
    public Answer ordinarily(List<Condition> conditions, Level level) {
        return answer(conditions, Optional.of(level), true);
    }

    /** True if it is proved that the conditions never hold at once; quicker than an answer with an example. */
    public boolean exclude(List<Condition> conditions) {
        return answer(conditions, Optional.empty(), false).isNever();
    }

    /** The same, if what is read, stated and published is zero or more, temperatures left out. */
    public boolean ordinarilyExclude(List<Condition> conditions) {
        return answer(conditions, Optional.empty(), true).isNever();
    }

    private Answer answer(List<Condition> conditions, Optional<Level> level, boolean ordinary) {
        Steps share = steps.share(STEPS_EACH);
        long before = share.left();
        try {
            return answer(conditions, level, ordinary, share);
        } catch (Steps.UsedUp e) {
            return new Answer.Open();
        } finally {
            steps.take(Math.min(before - share.left(), steps.left()));
        }
    }

    private Answer answer(List<Condition> conditions, Optional<Level> level, boolean ordinary, Steps share) {
        for (int depth : List.of(0, 1, 2, WHOLE)) {
            if (new Question(conditions, depth, ordinary)
                    .model(share, List.of())
                    .isEmpty()) {
                return new Answer.Never();
            }
        }
        return level.flatMap(of -> example(conditions, of, ordinary, share)).orElseGet(Answer.Open::new);
    }

    private Optional<Answer> example(List<Condition> conditions, Level level, boolean ordinary, Steps share) {
        Optional<Answer> example = example(new Question(conditions, WHOLE, true), level, share);
        return example.isPresent() || ordinary
                ? example
                : example(new Question(conditions, WHOLE, false), level, share);
    }

    private Optional<Answer> example(Question question, Level level, Steps share) {
        if (question.encoding.isVague() || known.settings().isEmpty()) {
            return Optional.empty();
        }
        Story story = new Story(known, question.encoding, level);
        for (int moved = 0; moved < ATTEMPTS; moved++) {
            Optional<Search.Model> model = model(question, story, share);
            Optional<Story> fitting = model.flatMap(story::on);
            if (fitting.isEmpty()) {
                return Optional.empty();
            }
            if (fitting.orElseThrow() == story) {
                return story.of(model.orElseThrow());
            }
            story = fitting.orElseThrow();
        }
        return Optional.empty();
    }

    /** A model as a story tells it, in which products and roundings come out. */
    private Optional<Search.Model> model(Question question, Story story, Steps share) {
        List<Formula> told = new ArrayList<>(story.formulas());
        told.addAll(question.encoding.first().formulas());
        Optional<Search.Model> model = question.model(share, told);
        for (int attempt = 0; model.isPresent() && attempt < ATTEMPTS; attempt++) {
            Search.Model found = model.orElseThrow();
            if (question.encoding.curves().areMet(found)) {
                return model;
            }
            List<Formula> nearer = new ArrayList<>(told);
            nearer.addAll(question.encoding.curves().near(found, attempt));
            model = question.model(share, nearer);
        }
        return Optional.empty();
    }

    /** Conditions as formulas. */
    private final class Question {
        private final Encoding encoding;
        private final List<Formula> asked;

        Question(List<Condition> conditions, int depth, boolean ordinary) {
            Optional<Predicate<Expr>> inputs = ordinary ? Optional.of(Proof.this::isNeverNegative) : Optional.empty();
            this.encoding = new Encoding(known, depth, inputs);
            this.asked = conditions.stream().map(encoding::formula).toList();
        }

        Optional<Search.Model> model(Steps share, List<Formula> more) {
            List<Formula> all = new ArrayList<>(asked);
            all.addAll(encoding.sides());
            all.addAll(more);
            return Search.model(all, Proof.this::areConsistent, share);
        }
    }

    private boolean isNeverNegative(Expr expr) {
        if (expr instanceof Expr.Reference reference && reference.kind() != Expr.Reference.Kind.TERM) {
            return Inputs.isUsuallyNotNegative(expr);
        }
        Boolean before = neverNegative.putIfAbsent(expr, false);
        if (before != null) {
            return before;
        }
        Condition negative = new Compare(expr, Compare.Relation.BELOW, new Expr.Constant(Exact.ZERO, expr.unit()));
        boolean never = ordinarilyExclude(List.of(negative));
        neverNegative.put(expr, never);
        return never;
    }

    /** False if two tests of the calendar that should both hold never do, or an event both did and did not come. */
    private boolean areConsistent(Map<Object, Boolean> facts) {
        List<CalendarTest> held = new ArrayList<>();
        for (Map.Entry<Object, Boolean> fact : facts.entrySet()) {
            if (fact.getValue() && fact.getKey() instanceof CalendarTest test) {
                held.add(test);
            }
            if (fact.getKey() instanceof Condition.ClauseIs longer
                    && fact.getValue()
                    && longer.forMoreThan().isPresent()
                    && Boolean.FALSE.equals(
                            facts.get(new Condition.ClauseIs(longer.clause(), longer.event(), Optional.empty())))) {
                return false;
            }
        }
        for (int i = 0; i < held.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!CalendarOverlap.possible(held.get(i), held.get(j), known.seasons())) {
                    return false;
                }
            }
        }
        return true;
    }
}
