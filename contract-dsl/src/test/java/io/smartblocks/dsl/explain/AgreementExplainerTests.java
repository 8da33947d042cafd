package io.smartblocks.dsl.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.wording.AgreementText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementExplainerTests {

    private static final String EXCEPTIONS = """
            clause 2 "Cap" is an exception to clause 1:
              when Energy is above 50 MWh, Price is instead 0.18 EUR per kWh.
            clause 2.1 "Holiday" is an exception to clause 2:
              when Energy is above 90 MWh, no payment is due under clause 2.
            clause 3 "Interest": when clause 1 is breached,
              Buyer shall pay 5 EUR to Seller at settlement.
            """;

    static List<SourceText> agreements() {
        return AgreementTexts.own();
    }

    @Test
    void exceptions_stand_below_what_they_except() {
        assertThat(ExplanationText.whole(explain(EXCEPTIONS))).startsWith("""
                Clauses
                  1 Bill
                    2 Cap, an exception, replaces Price
                      2.1 Holiday, an exception
                  3 Interest

                Terms
                  Main Meter: meter, kWh; one value every 15 minutes
                    used by: Energy
                  Energy: kWh; one value for each Month
                    uses: Main Meter
                    used by: clause 1, clause 2, clause 2.1
                """);
    }

    @Test
    void a_term_alone_is_told_with_its_words() {
        assertThat(ExplanationText.alone(explain(EXCEPTIONS).of("price").orElseThrow()))
                .isEqualTo("""
                Price: EUR per kWh; one value for the whole agreement
                  used by: clause 1
                  replaced by: clause 2
                  Price is 0.20 EUR per kWh.
                """);
    }

    @Test
    void assets_and_figures_of_events_are_told_with_what_uses_them() {
        assertThat(ExplanationText.whole(explain("""
                asset Coin is counted in coins.
                event Outage has Outage Length in minutes, reported by Seller.
                Lost Time is the total of Outage Length over Month.
                clause 4 "Coins": when Lost Time is above 5 minutes, Seller shall mint 5 coins of Coin to Buyer at settlement.
                """))).contains("""
                \s Coin: asset, coins; transferred, minted or retired by clauses
                \s   used by: clause 4
                \s Outage Length: figure of Outage, minutes; one value for each Outage
                \s   used by: Lost Time
                """);
    }

    @Test
    void a_clause_alone_is_told_with_or_without_the_word_clause() {
        Explanation whole = explain(EXCEPTIONS);
        assertThat(ExplanationText.alone(whole.of("1").orElseThrow())).isEqualTo("""
                1 Bill
                  excepted by: clause 2
                  uses: Energy, Price
                  used by: clause 3
                  Buyer shall pay Energy * Price to Seller within 14 days after settlement.
                """);
        assertThat(whole.of("Clause 2.1")).isEqualTo(whole.of("2.1")).isPresent();
        assertThat(whole.of("4")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void what_a_term_uses_names_it_as_its_user(SourceText source) {
        Explanation explanation =
                AgreementExplainer.explain(AgreementText.of(source).orElseThrow());
        assertThat(explanation.terms())
                .isNotEmpty()
                .allSatisfy(term -> assertThat(term.uses())
                        .allSatisfy(used -> assertThat(users(explanation, used)).contains(term.name())));
    }

    private static List<String> users(Explanation explanation, String name) {
        return explanation
                .of(name)
                .map(it -> it.terms().isEmpty()
                        ? it.clauses().get(0).usedBy()
                        : it.terms().get(0).usedBy())
                .orElseThrow();
    }

    private static Explanation explain(String more) {
        return AgreementExplainer.explain(AgreementText.of(new SourceText("a.esco", AgreementTexts.SMALL + more))
                .orElseThrow());
    }
}
