package io.smartblocks.runtime.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.rules.Derivation;
import io.smartblocks.runtime.rules.Derived;
import io.smartblocks.runtime.scenario.SettledCases;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainedSamplesTests {

    private static final SettlementEngine ENGINE = new SettlementEngine();

    @ParameterizedTest
    @ValueSource(strings = {"we1", "we2", "we3", "we4", "we4_heat", "we5", "we5_gaps", "we6"})
    void every_value_follows_from_those_shown_below_it_and_every_line_from_its_tree(String sample) throws IOException {
        Agreement agreement = SharedFiles.sample(sample);
        List<SettledCases.Settled> all = SettledCases.of(agreement, ENGINE);
        assertThat(all).isNotEmpty();
        for (SettledCases.Settled each : all) {
            Derivation derivation = ENGINE.derivation(each.of());
            Amounts amounts = new Amounts(each.of(), each.statement(), derivation);
            assertThat(amounts.lines())
                    .as(each.toString())
                    .hasSameSizeAs(each.statement().lines());
            for (Amount amount : amounts.lines()) {
                Derived root = amount.derived().orElseThrow();
                assertThat(root.value()).as(each.toString()).isEqualTo(Exact.of(amount.now()));
                assertThat(Derivation.within(root))
                        .allSatisfy(node -> assertThat(Derivation.recomputed(node))
                                .as(each + ": " + node.words())
                                .isEqualTo(node.value()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"we1", "we2", "we3", "we4", "we4_heat", "we5", "we5_gaps", "we6"})
    void what_would_have_changed_an_amount_is_what_settling_again_gives(String sample) throws IOException {
        String text = SharedFiles.text("design/samples/" + sample + ".esco");
        Agreement agreement = SharedFiles.sample(sample);
        for (SettledCases.Settled each : SettledCases.of(agreement, ENGINE)) {
            Amounts amounts = new Amounts(each.of(), each.statement(), ENGINE.derivation(each.of()));
            SettlementExplanation explained = Explaining.of(ENGINE, each.of(), each.statement(), Optional.of(text));
            for (Amount amount : amounts.lines()) {
                Inputs inputs = Inputs.of(amount.nodes());
                AmountExplanation told = explained.lines().get(amount.number());
                Inputs all = new Inputs();
                amounts.lines().forEach(line -> all.addAll(Inputs.of(line.nodes())));
                amounts.duties().forEach(line -> all.addAll(Inputs.of(line.nodes())));
                amounts.silent().forEach(line -> all.addAll(Inputs.of(line.nodes())));
                for (Inputs.Input input : inputs.all()) {
                    for (Moves.Move move : new Moves(each.of(), all).of(input)) {
                        Outcome outcome = ENGINE.settle(move.moved());
                        AmountExplanation.Change change = told.changes().stream()
                                .filter(it -> it.input().equals(input.name())
                                        && it.step().equals(move.step()))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError(each + " " + move.step()));
                        if (outcome instanceof Outcome.Settled settled) {
                            BigDecimal now = amount.of().apply(settled.settlement());
                            assertThat(new BigDecimal(change.amount())).isEqualByComparingTo(now);
                            assertThat(new BigDecimal(change.difference()))
                                    .isEqualByComparingTo(now.subtract(amount.now()));
                        } else {
                            assertThat(change.amount()).isEmpty();
                        }
                    }
                }
            }
            if (Boolean.getBoolean("smartblocks.show")) {
                System.out.println("=== " + each);
                System.out.println(ExplanationText.of(explained));
            }
        }
    }
}
