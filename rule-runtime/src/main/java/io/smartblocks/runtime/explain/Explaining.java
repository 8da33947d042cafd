package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.runtime.rules.Asked;
import io.smartblocks.runtime.rules.Derivation;
import io.smartblocks.runtime.rules.Derived;
import io.smartblocks.runtime.rules.Ground;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Duty;
import io.smartblocks.runtime.settlement.DutyWords;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Explains every amount of a settled case, by deriving it anew and by settling it again with inputs moved. */
public final class Explaining {

    private final SettlementEngine engine;
    private final Case settled;
    private final Statement statement;
    private final Derivation derivation;
    private final Stepping stepping;

    private Explaining(SettlementEngine engine, Case settled, Statement statement, Optional<String> source) {
        this.engine = engine;
        this.settled = settled;
        this.statement = statement;
        this.derivation = engine.derivation(settled);
        this.stepping = new Stepping(source, settled.agreement().settings().zone());
    }

    /**
     * The explanation of a settled case.
     *
     * @param statement what the case was settled to
     * @param source the text of the agreement, if it is at hand
     */
    public static SettlementExplanation of(
            SettlementEngine engine, Case settled, Statement statement, Optional<String> source) {
        return new Explaining(engine, settled, statement, source).explanation();
    }

    private SettlementExplanation explanation() {
        Amounts amounts = new Amounts(settled, statement, derivation);
        List<Amount> lines = amounts.lines();
        List<Amount> duties = amounts.duties();
        List<Amount> silent = amounts.silent();
        Map<Amount, Inputs> inputs = new IdentityHashMap<>();
        Inputs all = new Inputs();
        Stream.of(lines, duties, silent).flatMap(List::stream).forEach(amount -> {
            inputs.put(amount, Inputs.of(amount.nodes()));
            all.addAll(inputs.get(amount));
        });
        Sensitivity sensitivity = new Sensitivity(engine, settled, all, derivation);
        Function<Amount, AmountExplanation> explain = amount -> explained(amount, inputs.get(amount), sensitivity);
        Inputs ofLines = new Inputs();
        lines.forEach(line -> ofLines.addAll(inputs.get(line)));
        return new SettlementExplanation(
                statement.agreement(),
                statement.version(),
                statement.period(),
                statement.from(),
                statement.to().minusDays(1),
                0,
                statement.currency(),
                statement.evidenceDigest(),
                statement.asOfBlock(),
                lines.stream().map(explain).toList(),
                duties.stream().map(explain).toList(),
                silent.stream().map(explain).toList(),
                new Totals(settled, statement, sensitivity, ofLines).all(),
                statement.baselines().stream().map(FitWords::of).toList(),
                sensitivity.runs(),
                sensitivity.leftOut(),
                List.of(),
                List.of());
    }

    private AmountExplanation explained(Amount amount, Inputs inputs, Sensitivity sensitivity) {
        List<Derived> nodes = amount.nodes();
        boolean line = amount.number() >= 0 && amount.said().sentence().effect() instanceof Effect.Payment;
        Head head = line ? line(amount.number()) : amount.number() < 0 ? nothing(amount) : duty(amount.number());
        return new AmountExplanation(
                head.kind(),
                amount.number() + 1,
                amount.said().clause().number(),
                amount.said().clause().title(),
                stepping.sentence(amount.said().sentence().at()),
                head.payer(),
                head.payee(),
                head.description(),
                amount.now().toPlainString(),
                amount.unit(),
                head.due(),
                head.parts(),
                head.notes(),
                head.rules(),
                amount.number() < 0 ? Silence.why(amount) : "",
                answers(amount, amount.said().guards()),
                answers(amount, amount.said().exceptions()),
                amount.derived().map(stepping::step),
                readings(nodes),
                Margins.of(amount.asked(), nodes),
                sensitivity.changes(
                        inputs,
                        amount.now(),
                        amount.of(),
                        amount.unit(),
                        amount.number() < 0 ? each -> Optional.empty() : amount.tree()),
                sensitivity.estimates(inputs, amount.of(), amount.unit()));
    }

    /** Where no tree says how an amount came about, that of the figures compared says why there is or is not one. */
    private List<AmountExplanation.Answer> answers(Amount amount, List<Asked> asked) {
        boolean told = amount.number() >= 0 && amount.derived().isPresent();
        return asked.stream()
                .map(told ? Stepping::answer : stepping::answerWithValues)
                .toList();
    }

    private record Head(
            String kind,
            String payer,
            String payee,
            String description,
            String due,
            List<DuePart> parts,
            List<String> notes,
            List<String> rules) {}

    private Head line(int number) {
        Line line = statement.lines().get(number);
        LineTrace trace = statement.trace().get(number);
        return new Head(
                "line",
                line.payer(),
                line.payee(),
                line.description(),
                line.due().toString(),
                DuePart.of(line.parts()),
                line.notes(),
                trace.rules());
    }

    private Head duty(int number) {
        Duty duty = statement.duties().get(number);
        return new Head(
                "duty",
                duty.debtor(),
                duty.other().orElse(""),
                DutyWords.of(duty),
                duty.due().toString(),
                List.of(),
                List.of(),
                duty.trace().rules());
    }

    private static Head nothing(Amount amount) {
        Effect.Duty duty = (Effect.Duty) amount.said().sentence().effect();
        String payee = duty instanceof Effect.Payment pay ? String.join(", ", pay.creditors()) : "";
        return new Head("nothing due", duty.debtor(), payee, "", "", List.of(), List.of(), List.of());
    }

    /** The readings of each meter and window once. */
    private List<Step.Readings> readings(List<Derived> nodes) {
        Map<String, Step.Readings> found = new TreeMap<>();
        nodes.stream()
                .flatMap(node -> node.taken().stream())
                .flatMap(taken -> taken.readings().stream())
                .forEach(used -> found.computeIfAbsent(
                        used.meter() + " " + used.window().from() + " "
                                + used.window().to(),
                        key -> MeterDays.of(used, addsUp(used.meter()))));
        return List.copyOf(found.values());
    }

    private boolean addsUp(String meter) {
        return MeterDays.addsUp(Ground.meter(settled.agreement(), meter).unit());
    }
}
