package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Gate;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Statistic;
import io.smartblocks.dsl.agreement.Settings.CarriedCorrections;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts, adjustments, baselines and carried corrections, as far as the compiler goes. */
class StatedSentencesTests {

    private static final String FRAME = AgreementTexts.SMALL.replace("party Seller", """
            meter Monthly Meter reads kWh every 1 month from "meter/2".
            meter Outdoor reads °C every 1 hour from "weather/1".
            meter Cold reads °C every 1 month from "weather/2".
            meter Water reads m3 every 1 day from "water/1".
            period Year is every 1 year from 1 January 2027, settled 5 working days after its end.
            adjustment Extra in kWh, proposed by Seller, confirmed by Buyer.
            adjustment Lasting in kWh per day, proposed by Seller, confirmed by Buyer.
            fact Area in m2 is 8,400 m2, stated by Buyer.
            party Seller""");

    private static final String YEAR = "from 1 January 2026 to 31 December 2026";

    /** The words between « and » are where the finding stands; DAILY and YEAR stand for what is usual. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E0303 | X is «Extra» * 2.                                                  | `Extra` is an adjustment and has no value by itself | the total of Extra over Year
            E0304 | X is «the highest of Extra over Month».                            | a total over whole days and nothing else | the total of Extra over
            E0304 | X is «the total of Lasting on working days over Month».            | a total over whole days | the total of Lasting
            E0301 | X is the total of Lasting over Month + «1 EUR».                    | different units |
            E0306 | adjustment More «in kWh per month», proposed by Seller, confirmed by Buyer. | amount per day | in kWh per day
            E0204 | adjustment More in kWh, proposed by «Month», confirmed by Buyer.   | `Month` is a period; here a party |
            E0607 | baseline B of «Water» DAILY YEAR with Outdoor.                     | a meter of energy | kWh, MWh or GJ
            E0607 | baseline B of «Monthly Meter» DAILY YEAR with Outdoor.             | needs the energy of each day | CalTRACK billing
            E0607 | baseline B of Main Meter DAILY YEAR with «Water».                  | no temperature of each day | °C
            E0607 | baseline B of Main Meter DAILY YEAR with «Cold».                   | no temperature of each day | °C
            E0607 | «baseline B of Main Meter DAILY YEAR».                             | one outdoor temperature | with Outdoor Temperature
            E0607 | baseline B of Main Meter DAILY from «1 June 2026 to 31 December 2026» with Outdoor. | has 214 days, and CalTRACK daily needs a year | 2026-01-01
            E0605 | baseline B of Main Meter DAILY from «1 June 2026 to 31 May 2026» with Outdoor. | end before it begins | earlier day
            E0607 | baseline B of Main Meter DAILY YEAR with Outdoor, accepted when «CVMRSE» is at most 25 %. | no statistic `CVMRSE` | `CVRMSE`
            E0607 | baseline B of Main Meter DAILY YEAR with Outdoor, accepted when «CVRMSE is at most 25 % or R2 is above 60 %». | each statistic keeps its limit | and
            E0607 | baseline B of Main Meter DAILY YEAR with Outdoor, accepted when CVRMSE is at most «Price». | a figure | write it out
            E0301 | baseline B of Main Meter DAILY YEAR with Outdoor, accepted when CVRMSE is at most «25 kWh». | a share in % |
            E0607 | baseline B of Main Meter is fitted by «"Caltrack daily"» YEAR with Outdoor. | no method "Caltrack daily" | "CalTRACK daily"
            E0608 | corrections of Year are carried to «Month».                        | `Month` is not longer | several of `Year`
            E0608 | «corrections of Month from 3 hours after its end are carried to Year». | days, weeks, months or years | from 3 months after its end
            E0603 | corrections of Month are carried to Year. «corrections of Month are carried to Year». | said twice | keep one
            E0204 | corrections of «Energy» are carried to Year.                       | `Energy` is a defined term; here a period |
            E0306 | scenario "s": «given Extra is 5 kWh». expect no payment.           | nothing says which days this amount of `Extra` belongs to | over 1 August
            E0301 | scenario "s": given Lasting is «5 kWh» from 1 May 2027. expect no payment. | `Lasting` is in kWh per day |
            E0204 | scenario "s": given «Area» totals 5 m2 over 1 May 2027 to 2 May 2027. expect no payment. | here a meter or a baseline |
            E0204 | scenario "s": given «Main Meter» is 5 kWh from 1 May 2027. expect no payment. | here an index, a fact or an adjustment |
            E0204 | scenario "s": given «Energy» is 5 kWh from 1 May 2027. expect no payment. | a scenario never gives a term |
            E0204 | scenario "s": expect no payment for «Area» starting 1 May 2027.    | here a period is expected |
            """)
    void a_fault_is_named_where_it_is_with_a_way_to_mend_it(Code code, String marked, String message, String help) {
        String sentences =
                marked.replace("DAILY", "is fitted by \"CalTRACK daily\"").replace("YEAR", YEAR);
        int from = sentences.indexOf('«');
        int length = sentences.indexOf('»') - from - 1;
        SourceText text = new SourceText("t", FRAME + sentences.replaceAll("[«»]", "") + "\n");

        assertThat(AgreementCompiler.compile(text).diagnostics())
                .filteredOn(Diagnostic::isError)
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.code()).isEqualTo(code);
                    assertThat(said.message()).contains(message);
                    assertThat(said.range().start()).isBetween(FRAME.length() + from, FRAME.length() + from + length);
                    assertThat(said.fixes().stream().map(Diagnostic.Fix::text).collect(Collectors.joining()))
                            .contains(help == null ? "" : help);
                });
    }

    @Test
    void a_fact_means_the_same_in_both_wordings() {
        Agreement old = compiled("fact Outage in hours each Month is 0 hours, stated by Seller, confirmed by Buyer.");
        Agreement better = compiled(
                "fact Outage in hours each Month is 0 hours unless Seller states and Buyer confirms another value.");
        Agreement alone = compiled("fact Outage in hours each Month is 0 hours unless Seller states another value.");

        assertThat(better.facts())
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(io.smartblocks.dsl.diagnostic.SourceRange.class)
                .isEqualTo(old.facts());
        assertThat(fact(alone).confirmedBy()).isEmpty();
        assertThat(fact(alone).statedBy()).isEqualTo("Seller");
    }

    @Test
    void the_limits_of_a_fit_are_kept_in_the_order_of_the_text() {
        Agreement agreement = compiled("baseline B of Main Meter is fitted by \"CalTRACK daily\" " + YEAR
                + " with Outdoor, accepted when NMBE is between -0.5 % and 0.5 % and R2 is above 60 %.");

        Declaration.Baseline baseline = agreement.baselines().get(0);
        assertThat(baseline.method()).isEqualTo(Declaration.Baseline.Method.CALTRACK_DAILY);
        assertThat(baseline.with()).containsExactly("Outdoor");
        assertThat(baseline.acceptedWhen())
                .extracting(Gate::statistic)
                .containsExactly(Statistic.NMBE, Statistic.NMBE, Statistic.R2);
        assertThat(baseline.acceptedWhen())
                .extracting(gate -> gate.limit().value().toString())
                .containsExactly("-0.005", "0.005", "0.6");
    }

    @Test
    void carried_corrections_are_settings() {
        assertThat(compiled("corrections of Month are carried to Year.")
                        .settings()
                        .carried())
                .containsExactly(new CarriedCorrections("Month", "Year", Optional.empty()));
    }

    @Test
    void corrections_may_be_carried_from_some_time_after_the_end_of_their_period_on() {
        assertThat(compiled("corrections of Month from 3 months after its end are carried to Year.")
                        .settings()
                        .carried())
                .containsExactly(
                        new CarriedCorrections("Month", "Year", Optional.of(new TimeSpan(3, TimeSpan.Unit.MONTH))));
    }

    private static Declaration.Fact fact(Agreement agreement) {
        return agreement.facts().get(1);
    }

    private static Agreement compiled(String sentence) {
        Compilation compilation = AgreementCompiler.compile(new SourceText("t", FRAME + sentence + "\n"));
        return compilation.agreement().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }
}
