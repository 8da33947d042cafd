package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.metering.LocalCalendar;
import io.smartblocks.runtime.metering.WorkingDays;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleEngineTests {

    @Test
    void one_settling_that_breaks_touches_no_other() throws IOException {
        Agreement agreement = GroundFixture.bends();
        Ground good = GroundFixture.random(agreement, 1);
        Ground broken = withoutSeasons(good);

        RuleEngine.Result[] told = new RuleEngine.Result[3];
        new RuleEngine().decide(List.of(good, broken, good), (number, result) -> told[number] = result);
        List<RuleEngine.Result> results = List.of(told);

        assertThat(results.get(0)).isInstanceOf(RuleEngine.Result.Decided.class);
        assertThat(results.get(1)).isInstanceOf(RuleEngine.Result.Failed.class);
        assertThat(results.get(2)).isInstanceOf(RuleEngine.Result.Decided.class);
    }

    @Test
    void questions_with_one_text_are_one_question() throws IOException {
        Plan plan = Planning.of(GroundFixture.bends(), "Billing Month").plan();
        Map<String, Question> byText = new HashMap<>();

        plan.rules().stream()
                .flatMap(rule -> rule.when().stream())
                .forEach(question ->
                        assertThat(question).isEqualTo(byText.computeIfAbsent(question.text(), text -> question)));
        assertThat(byText).hasSizeGreaterThan(15);
    }

    @Test
    void an_agreement_with_other_words_has_another_shape() throws IOException {
        RuleBooks books = new RuleBooks(10);
        String text = GroundFixture.bendsText();

        books.prepare(SharedFiles.compiled("a", text), "Billing Month");
        books.prepare(SharedFiles.compiled("b", text.replace("0.31 EUR", "0.35 EUR")), "Billing Month");
        assertThat(books.shapes()).isEqualTo(1);

        books.prepare(SharedFiles.compiled("c", text.replace("at least 37.5 %", "above 37.5 %")), "Billing Month");
        assertThat(books.shapes()).isEqualTo(2);
    }

    private static Ground withoutSeasons(Ground good) {
        return new Ground(
                good.agreement(),
                good.period(),
                good.number(),
                good.first(),
                good.from(),
                good.to(),
                new LocalCalendar(
                        good.calendar().zone(),
                        "Ireland",
                        WorkingDays.named("Ireland").orElseThrow(),
                        List.of()),
                good.evidence(),
                good.happening());
    }
}
