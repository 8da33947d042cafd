package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.SentenceReader;
import io.smartblocks.dsl.units.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTests {

    @ParameterizedTest
    @MethodSource("io.smartblocks.dsl.AgreementTexts#agreements")
    void samples_compile(String name) {
        Compilation compilation = AgreementCompiler.compile(AgreementTexts.sample(name + ".esco"));
        assertThat(compilation.agreement()).as("%s", compilation.diagnostics()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("io.smartblocks.dsl.AgreementTexts#agreements")
    void completed_samples_leave_no_question_open(String name) {
        Compilation compilation = AgreementCompiler.compile(AgreementTexts.completed(name));
        assertThat(compilation.agreement()).as("%s", compilation.diagnostics()).isPresent();
        assertThat(compilation.openQuestions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.smartblocks.dsl.AgreementTexts#samples")
    void every_sample_can_be_read(String name) {
        assertThat(SentenceReader.read(AgreementTexts.sample(name + ".esco")).diagnostics())
                .isEmpty();
    }

    @Test
    void a_complete_agreement_leaves_no_question_open() {
        assertThat(AgreementCompiler.compile(AgreementTexts.sample("we4.esco")).diagnostics())
                .isEmpty();
    }

    @Test
    void missing_sentences_are_open_questions_but_no_errors() {
        Compilation tou = AgreementCompiler.compile(AgreementTexts.sample("tou.esco"));
        assertThat(tou.openQuestions()).hasSize(4);
        assertThat(tou.diagnostics())
                .extracting(Diagnostic::code)
                .contains(Code.W0701, Code.W0702)
                .noneMatch(code -> code.name().startsWith("E"));
    }

    @Test
    void levels_are_inferred_through_clock_tests_and_previous_values() {
        Agreement tou = AgreementCompiler.compile(AgreementTexts.sample("tou.esco"))
                .agreement()
                .orElseThrow();
        Agreement shared = AgreementCompiler.compile(AgreementTexts.sample("shared.esco"))
                .agreement()
                .orElseThrow();
        assertThat(term(tou, "Energy Price").level())
                .isEqualTo(new Level.PerReading(new TimeSpan(15, TimeSpan.Unit.MINUTE)));
        assertThat(term(tou, "Energy Charge").level()).isEqualTo(new Level.PerPeriod("Billing Month"));
        assertThat(term(tou, "Annual Minimum").level()).isEqualTo(new Level.PerAgreement());
        assertThat(term(shared, "ESCO Fee").level()).isEqualTo(new Level.PerPeriod("Billing Month"));
        assertThat(term(shared, "Recovered").level()).isEqualTo(new Level.PerPeriod("Billing Month"));
    }

    @Test
    void interest_counts_days_as_parts_of_a_year_of_365() {
        Agreement shared = AgreementCompiler.compile(AgreementTexts.sample("shared.esco"))
                .agreement()
                .orElseThrow();
        Term interest = term(shared, "Late Interest");
        assertThat(interest.unit().symbol()).isEqualTo("EUR");
        assertThat(Nodes.within(interest.value(), Expr.Constant.class).map(Expr.Constant::value))
                .contains(Exact.parse("1/365"));
    }

    private static Term term(Agreement agreement, String name) {
        return agreement.terms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
