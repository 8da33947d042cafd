package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.DisputeRight;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.LedgerTerms.TerminationRight;
import io.smartblocks.runtime.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsOnLedgerTests {

    private static final Path TEMPLATES = Path.of("..", "templates");
    private static final Cycle YEAR =
            new Cycle("Contract Year", LocalDate.of(2026, 1, 1), new CalendarSpan(1, CalendarSpan.Unit.YEAR));

    @ParameterizedTest
    @MethodSource("templates")
    void every_template_says_what_the_ledger_must_know(String template) throws IOException {
        derivedFromTheFormToo(template(template));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we1",
                "we2",
                "we3",
                "we4",
                "we4_heat",
                "we5",
                "we5_gaps",
                "we6",
                "guaranteed",
                "shared",
                "tou",
                "chauffage",
                "p2p"
            })
    void every_sample_does(String sample) throws IOException {
        derivedFromTheFormToo(SharedFiles.sample(sample));
    }

    @Test
    void the_guaranteed_savings_say_who_states_and_confirms_who_owes_and_who_may_end_it() throws IOException {
        LedgerTerms terms = TermsOnLedger.of(template("guaranteed-savings"));

        assertThat(terms.from()).isEqualTo("2026-01-01");
        assertThat(terms.to()).isEqualTo("2035-12-31");
        assertThat(terms.zone()).isEqualTo(ZoneId.of("Europe/Dublin"));
        assertThat(terms.currency()).isEqualTo("EUR");
        assertThat(terms.inPlaceOf()).isEmpty();
        assertThat(terms.governsFrom()).isEqualTo(terms.from());
        assertThat(terms.statable())
                .containsExactly(
                        new Statable(
                                Kind.FACT,
                                "Days Without Access",
                                "days",
                                Optional.of(YEAR),
                                "ESCO",
                                List.of("Client"),
                                List.of()),
                        adjustment("Lasting Change", "kWh per day"),
                        adjustment("Single Change", "kWh"));
        assertThat(terms.owed())
                .contains(new Owed("2.7", "ESCO", List.of("Client"), List.of(YEAR), false))
                .filteredOn(owed -> !owed.payment())
                .hasSize(1);
        assertThat(terms.terminations())
                .containsExactly(
                        new TerminationRight("5.1", "Client", CalendarSpan.days(90), true),
                        new TerminationRight("5.3", "ESCO", CalendarSpan.days(60), true));
        assertThat(terms.disputes())
                .extracting(DisputeRight::clause, DisputeRight::party)
                .containsExactly(tuple("5.2", "Client"));
    }

    @Test
    void a_right_without_a_condition_needs_no_settlement() throws IOException {
        assertThat(TermsOnLedger.of(template("collective-self-consumption")).terminations())
                .containsExactly(
                        new TerminationRight("5.5", "Community", new CalendarSpan(6, CalendarSpan.Unit.MONTH), false));
    }

    @Test
    void working_days_count_as_the_most_calendar_days_that_they_take() throws IOException {
        DisputeRight right =
                TermsOnLedger.of(template("guaranteed-savings")).disputes().get(0);

        // four weeks, then three weekdays for the holidays from Christmas to the New Year, across a weekend
        assertThat(right.within()).contains(CalendarSpan.days(33));
    }

    private static void derivedFromTheFormToo(Agreement agreement) {
        LedgerTerms terms = TermsOnLedger.of(agreement);
        Agreement read =
                CompiledForm.read(CompiledForm.of(agreement).json()).agreement().orElseThrow();

        assertThat(TermsOnLedger.of(read)).isEqualTo(terms);
        assertThat(CanonicalJson.read(CanonicalJson.write(terms), LedgerTerms.class))
                .isEqualTo(terms);
        assertThat(terms.statable())
                .hasSize(agreement.facts().size()
                        + agreement.adjustments().size()
                        + agreement.events().size());
        assertThat(parties(terms))
                .isSubsetOf(agreement.parties().stream()
                        .map(Declaration.Party::name)
                        .toList());
    }

    private static List<String> parties(LedgerTerms terms) {
        return Stream.of(
                        terms.statable().stream().map(Statable::statedBy),
                        terms.statable().stream().flatMap(each -> each.confirmedBy().stream()),
                        terms.owed().stream().map(Owed::debtor),
                        terms.owed().stream().flatMap(each -> each.creditors().stream()),
                        terms.disputes().stream().map(DisputeRight::party),
                        terms.terminations().stream().map(TerminationRight::party))
                .flatMap(each -> each)
                .toList();
    }

    private static Statable adjustment(String name, String unit) {
        return new Statable(Kind.ADJUSTMENT, name, unit, Optional.empty(), "ESCO", List.of("Client"), List.of());
    }

    static Stream<String> templates() throws IOException {
        try (Stream<Path> folders = Files.list(TEMPLATES)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("sample.esco")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Agreement template(String name) throws IOException {
        return SharedFiles.compiled(
                name, Files.readString(TEMPLATES.resolve(name).resolve("sample.esco")));
    }
}
