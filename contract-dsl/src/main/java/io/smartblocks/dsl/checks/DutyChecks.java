package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.EffectSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every duty has a day on which it is due, and whatever is asked of a clause can become of it. */
final class DutyChecks {

    private static final Set<Class<?>> PAYMENTS = Set.of(EffectSyntax.Pay.class, EffectSyntax.PaySplit.class);

    private static final Set<Class<?>> DUTIES = Set.of(
            EffectSyntax.Pay.class,
            EffectSyntax.PaySplit.class,
            EffectSyntax.Transfer.class,
            EffectSyntax.Mint.class,
            EffectSyntax.Retire.class,
            EffectSyntax.Deliver.class,
            EffectSyntax.Perform.class,
            EffectSyntax.Unread.class);

    private final Resolution resolution;
    private final Map<String, Sentence.Clause> written;
    private final List<Diagnostic> findings = new ArrayList<>();

    private DutyChecks(Document document, Resolution resolution) {
        this.resolution = resolution;
        this.written = document.all(Sentence.Clause.class)
                .collect(Collectors.toMap(it -> it.number().text(), it -> it, (first, second) -> first));
    }

    static List<Diagnostic> of(Document document, Resolution resolution, Levels.Inferred inferred) {
        DutyChecks checks = new DutyChecks(document, resolution);
        for (Clause clause : inferred.clauses()) {
            for (Clause.Provision provision : clause.provisions()) {
                checks.datable(provision);
                checks.possible(provision, provision.at());
            }
        }
        for (Term term : inferred.terms()) {
            checks.possible(term, term.at());
        }
        document.all(Sentence.Survival.class).forEach(checks::survives);
        return checks.findings;
    }

    private void datable(Clause.Provision provision) {
        SourceRange at = provision.at();
        if (provision.effect() instanceof Effect.Duty duty) {
            due(duty.due(), at);
            duty.due().grace().ifPresent(grace -> inDays(grace, "grace is counted in days", at));
        } else if (provision.effect() instanceof Effect.MayDispute may) {
            due(may.within(), at);
        } else if (provision.effect() instanceof Effect.MayTerminate may) {
            inDays(may.notice(), "notice is counted in days", at);
        }
    }

    private void due(Due due, SourceRange at) {
        if (!(due instanceof Due.Within within)) {
            return;
        }
        inDays(within.span(), "what is due is due on a day", at);
        if (within.after() instanceof Due.Event.Notice) {
            findings.add(Diagnostic.of(Code.E0308, at, "nothing says which notice this is, so its day cannot be told")
                    .help("count from what the settlement knows: `after settlement`, `after the end of …` or "
                            + "`after clause … is breached`"));
        }
    }

    private void inDays(TimeSpan span, String rule, SourceRange at) {
        if (span.unit() == TimeSpan.Unit.HOUR || span.unit() == TimeSpan.Unit.MINUTE) {
            findings.add(Diagnostic.of(Code.E0308, at, "%s, not in %s".formatted(rule, span.words()))
                    .help("say how many days, working days, weeks, months or years"));
        }
    }

    private void survives(Sentence.Survival survival) {
        survival.span().ifPresent(span -> inDays(span, "a clause survives for days or longer", survival.at()));
    }

    private void possible(Object tree, SourceRange at) {
        Nodes.within(tree, Condition.ClauseIs.class)
                .forEach(it -> obliges(
                        it.clause(),
                        Optional.of(it.event()),
                        resolution.places().of(it, at)));
        Nodes.within(tree, Due.Event.OfClause.class).forEach(it -> obliges(it.clause(), Optional.of(it.event()), at));
        Nodes.within(tree, Expr.IndexLate.class)
                .forEach(it -> obliges(
                        it.clause(), Optional.empty(), resolution.places().of(it, at)));
        Nodes.within(tree, Expr.TimeLate.class)
                .forEach(it -> obliges(
                        it.clause(), Optional.empty(), resolution.places().of(it, at)));
    }

    /** Judged by the text as written, so that another fault in the clause gives no second finding. */
    private void obliges(String number, Optional<ClauseEvent> event, SourceRange at) {
        List<Class<?>> duties = Optional.ofNullable(written.get(number)).stream()
                .flatMap(clause -> clause.provisions().stream())
                .<Class<?>>map(provision -> provision.effect().getClass())
                .toList();
        boolean pays = duties.stream().anyMatch(PAYMENTS::contains);
        boolean paid = event.equals(Optional.of(ClauseEvent.PAID));
        if (written.containsKey(number) && duties.stream().noneMatch(DUTIES::contains)) {
            findings.add(Diagnostic.of(
                            Code.E0309, at, "clause %s obliges nobody, so nothing can become of it".formatted(number))
                    .note(written.get(number).at(), "clause %s".formatted(number))
                    .help("name a clause in which someone `shall` do something"));
        } else if (written.containsKey(number) && paid && !pays) {
            findings.add(Diagnostic.of(Code.E0309, at, "nothing is paid under clause %s".formatted(number))
                    .note(written.get(number).at(), "clause %s".formatted(number))
                    .help("ask whether it is performed: `clause %s is performed`".formatted(number)));
        }
    }
}
