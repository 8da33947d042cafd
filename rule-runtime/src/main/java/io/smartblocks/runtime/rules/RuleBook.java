package io.smartblocks.runtime.rules;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.List;
import org.drools.model.Index;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/** The Drools rules of one plan, built from the tree without any text, shared by all agreements of the shape. */
final class RuleBook {

    private static final String PACKAGE = "io.smartblocks.agreement";
    private static final int SESSIONS = 2;

    private final Plan plan;
    private final KieSessionsPool sessions;

    private RuleBook(Plan plan, KieBase rules) {
        this.plan = plan;
        this.sessions = rules.newKieSessionsPool(SESSIONS);
    }

    static RuleBook of(Plan plan) {
        ModelImpl model = new ModelImpl();
        int salience = plan.rules().size() + plan.strata();
        int stratum = 0;
        for (PlannedRule planned : plan.rules()) {
            for (; stratum < planned.stratum(); stratum++) {
                model.addRule(next(stratum, salience--));
            }
            model.addRule(drools(planned, salience--));
        }
        return new RuleBook(plan, KieBaseBuilder.createKieBaseFromModel(model));
    }

    Plan plan() {
        return plan;
    }

    /** Lets the rules decide about each settling; all must be of this plan's shape. */
    void decide(List<Settling> settlings) {
        KieSession session = sessions.newKieSession();
        try {
            fire(session, settlings);
        } finally {
            session.dispose();
        }
    }

    /** The same in any session whose rules say what the plan says, and do not tell that they fired. */
    static void decide(KieSession session, List<Settling> settlings) {
        session.addEventListener(new FiringTrace());
        fire(session, settlings);
    }

    private static void fire(KieSession session, List<Settling> settlings) {
        int limit = 1;
        for (Settling settling : settlings) {
            session.insert(new Stratum(settling, 0));
            limit += settling.plan().rules().size() + settling.plan().strata();
        }
        if (session.fireAllRules(limit) >= limit) {
            throw new IllegalStateException("more than " + limit + " rules fired for " + settlings.size()
                    + " settlements; rules must not feed themselves");
        }
    }

    private static Rule drools(PlannedRule planned, int salience) {
        Variable<Stratum> at = declarationOf(Stratum.class, "at");
        PatternDef<Stratum> when = at(at, planned.stratum());
        for (Question question : planned.when()) {
            when.expr(
                    question.text(),
                    stratum -> question.of(stratum.getSettling()).holds());
        }
        Action then = planned.then();
        return rule(PACKAGE, planned.name())
                .attribute(Rule.Attribute.SALIENCE, salience)
                .build(when, on(at).execute(stratum -> {
                    then.perform(stratum.getSettling());
                    stratum.getSettling().fired(planned.name());
                }));
    }

    /** The last rule of a stratum opens the next one. */
    private static Rule next(int number, int salience) {
        Variable<Stratum> at = declarationOf(Stratum.class, "at");
        String name = "stratum " + (number + 1);
        return rule(PACKAGE, name)
                .attribute(Rule.Attribute.SALIENCE, salience)
                .build(at(at, number), on(at).execute((drools, stratum) -> {
                    drools.insert(new Stratum(stratum.getSettling(), number + 1));
                    stratum.getSettling().fired(name);
                }));
    }

    private static PatternDef<Stratum> at(Variable<Stratum> at, int number) {
        return pattern(at)
                .expr(
                        "number == " + number,
                        stratum -> stratum.getNumber() == number,
                        alphaIndexedBy(Integer.class, Index.ConstraintType.EQUAL, 0, Stratum::getNumber, number));
    }
}
