package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decides the settlements of an agreement's period by its rules, by its printed rules and by plain code. */
final class Alike {

    private final RuleBooks.Prepared prepared;
    private final DrlRules printed;

    Alike(Agreement agreement, String period) throws IOException {
        this.prepared = new RuleBooks(4).prepare(agreement, period);
        this.printed = DrlRules.of(agreement, period);
    }

    /** The decision that all three come to. */
    Decision decide(Ground ground, long seed) {
        Settling model = new Settling(prepared.book().plan(), prepared.parameters(), ground);
        Settling drl = new Settling(prepared.book().plan(), prepared.parameters(), ground);
        prepared.book().decide(List.of(model));
        printed.decide(drl);
        Decision decision = new Decision(model);
        assertThat(told(new Decision(drl))).as("seed %s", seed).isEqualTo(told(decision));
        assertThat(drl.fired()).isEqualTo(model.fired());
        assertThat(plainly(ground)).as("seed %s", seed).isEqualTo(told(decision));
        return decision;
    }

    private record Told(Map<String, Exact> values, boolean refused, List<String> payments) {}

    private static Told told(Decision decision) {
        Map<String, Exact> values = new TreeMap<>();
        decision.values().forEach(value -> values.put(value.term().name(), value.value()));
        boolean refused = !decision.problems().isEmpty();
        List<String> payments = refused
                ? List.of()
                : decision.payments().stream()
                        .map(payment -> payment.index() + ": " + payment.net())
                        .toList();
        return new Told(values, refused, payments);
    }

    private Told plainly(Ground ground) {
        PlainSettling plain = PlainSettling.of(ground);
        Map<String, Exact> values = new TreeMap<>();
        boolean refused = false;
        for (int place : prepared.book().plan().terms()) {
            String name = ground.agreement().terms().get(place).name();
            Figured figured = plain.figure(name);
            refused |= figured.problem().isPresent();
            if (figured.problem().isEmpty()) {
                values.put(name, figured.value());
            }
        }
        List<String> payments = refused
                ? List.of()
                : plain.owing().lines().stream()
                        .map(line -> line.sentence() + ": " + line.net())
                        .toList();
        return new Told(values, refused, payments);
    }
}
