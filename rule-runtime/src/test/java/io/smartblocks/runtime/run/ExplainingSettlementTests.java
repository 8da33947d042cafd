package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.explain.AmountExplanation;
import io.smartblocks.runtime.explain.SettlementExplanation;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settlements as they stand on a ledger are settled from the signed form, and explained in the words of the text. */
class ExplainingSettlementTests {

    private static final String TEXT = """
            contract "supply" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            when readings of Import Meter are missing, hold settlement, notify Client.
            Used is the total of Import Meter over Month.
            clause 1 "Supply":
              Client shall pay Used * 1 EUR per kWh to Supplier within 14 days after settlement.
              Client shall pay Used * 2 EUR per kWh to Supplier within 14 days after settlement.
            clause 4 "Interest":
              when clause 1 is breached,
              Client shall pay 10 % per year of the amount due by Client under clause 1 * the time clause 1 is late to Supplier
              within 14 days after clause 1 is paid.
            """;
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path directory;

    private SiteFixture site;
    private AgreementId supply;

    @BeforeEach
    void settle() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
        supply = site.active("supply", TEXT);
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        site.sweep().runAll();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void two_sentences_that_differ_by_their_amount_only_are_told_apart() {
        assertThat(explained("Month").lines())
                .extracting(AmountExplanation::amount, AmountExplanation::sentence)
                .containsExactly(
                        tuple(
                                "7440.00",
                                "Client shall pay Used * 1 EUR per kWh to Supplier within 14 days after settlement"),
                        tuple(
                                "14880.00",
                                "Client shall pay Used * 2 EUR per kWh to Supplier within 14 days after settlement"));
    }

    @Test
    void a_statement_names_each_sentence_though_it_was_settled_from_a_form_without_places() {
        SettlementRecord month =
                site.model.settlements().latest(supply, "Month", JANUARY).orElseThrow();
        SignedText text = new SignedTexts(site.model)
                .of(site.model
                        .agreements()
                        .agreement(supply, "1.0")
                        .orElseThrow()
                        .proposal());

        assertThat(SettledBefore.statementOf(month).trace())
                .allSatisfy(trace -> assertThat(trace.sentence()).isEqualTo(SourceRange.UNKNOWN))
                .extracting(text::sentence)
                .containsExactly(
                        "Client shall pay Used * 1 EUR per kWh to Supplier within 14 days after settlement",
                        "Client shall pay Used * 2 EUR per kWh to Supplier within 14 days after settlement");
    }

    @Test
    void a_text_that_does_not_compile_to_what_was_signed_names_no_sentence() {
        SettlementRecord month =
                site.model.settlements().latest(supply, "Month", JANUARY).orElseThrow();
        SignedText other = SignedTexts.read(
                site.model.agreements().agreement(supply, "1.0").orElseThrow().proposal(),
                TEXT.replace("Used * 1 EUR", "Used * 3 EUR"));

        assertThat(SettledBefore.statementOf(month).trace())
                .extracting(other::sentence)
                .containsExactly("", "");
    }

    @Test
    void what_happened_to_a_clause_is_explained_too() {
        site.at("2026-03-06T10:00:00");
        site.bySupplier(new RecordPayment(
                new SettlementId(supply, "Month", JANUARY, 0),
                1,
                new BigDecimal("22320.00"),
                LocalDate.parse("2026-03-06"),
                "SEPA-1"));
        site.sweep().runAll();

        assertThat(explained("Month (clause 1 paid)").lines()).singleElement().satisfies(line -> {
            assertThat(line.clause()).isEqualTo("4");
            assertThat(line.sentence()).contains("10 % per year");
        });
    }

    @Test
    void each_day_of_readings_names_the_block_that_brought_it() {
        assertThat(explained("Month").sources())
                .filteredOn(source -> source.kind().equals("readings"))
                .hasSize(31)
                .allSatisfy(source -> assertThat(source.block()).isPositive());
    }

    private SettlementExplanation explained(String period) {
        SettlementRecord record =
                site.model.settlements().latest(supply, period, JANUARY).orElseThrow();
        return new ExplainingSettlement(site.model, new SettlementEngine(), new SignedTexts(site.model)).of(record);
    }
}
