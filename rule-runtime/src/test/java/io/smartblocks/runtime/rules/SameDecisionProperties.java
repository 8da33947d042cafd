package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SameDecisionProperties {

    private static Agreement agreement;
    private static RuleBooks.Prepared prepared;
    private static DrlRules printed;

    @BeforeAll
    static void rules_are_built_once() throws IOException {
        agreement = GroundFixture.bends();
        prepared = new RuleBooks(4).prepare(agreement, "Billing Month");
        printed = DrlRules.of(agreement, "Billing Month");
    }

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= 120; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rules_from_the_tree_printed_rules_and_plain_code_decide_alike(long seed) {
        Ground ground = GroundFixture.random(agreement, seed);
        Settling model = settling(ground);
        Settling drl = settling(ground);

        prepared.book().decide(List.of(model));
        printed.decide(drl);

        assertThat(told(new Decision(drl))).isEqualTo(told(new Decision(model)));
        assertThat(drl.fired()).isEqualTo(model.fired());
        assertThat(plainly(ground)).isEqualTo(told(new Decision(model)));
    }

    @Test
    void the_seeds_reach_every_rule() {
        List<String> fired = new ArrayList<>();
        for (long seed : seeds()) {
            Settling settling = settling(GroundFixture.random(agreement, seed));
            prepared.book().decide(List.of(settling));
            fired.addAll(settling.fired());
        }

        assertThat(fired)
                .containsAll(prepared.book().plan().rules().stream()
                        .map(PlannedRule::name)
                        .toList());
    }

    private static Settling settling(Ground ground) {
        return new Settling(prepared.book().plan(), prepared.parameters(), ground);
    }

    private record Told(Map<String, Exact> values, Map<Integer, BigDecimal> payments, boolean refused) {}

    private static Told told(Decision decision) {
        Map<String, Exact> values = new TreeMap<>();
        decision.values().forEach(value -> values.put(value.term().name(), value.value()));
        boolean refused = !decision.problems().isEmpty();
        Map<Integer, BigDecimal> payments = new TreeMap<>();
        if (!refused) {
            decision.payments().forEach(payment -> payments.put(payment.index(), payment.net()));
        }
        return new Told(values, payments, refused);
    }

    private static Told plainly(Ground ground) {
        PlainSettling plain = PlainSettling.of(ground);
        Map<String, Exact> values = new TreeMap<>();
        boolean refused = false;
        for (int place : prepared.book().plan().terms()) {
            String name = agreement.terms().get(place).name();
            Figured figured = plain.figure(name);
            refused |= figured.problem().isPresent();
            if (figured.problem().isEmpty()) {
                values.put(name, figured.value());
            }
        }
        Map<Integer, BigDecimal> payments = new TreeMap<>();
        if (!refused) {
            plain.owing().lines().forEach(line -> payments.put(line.sentence(), line.net()));
        }
        return new Told(values, payments, refused);
    }
}
