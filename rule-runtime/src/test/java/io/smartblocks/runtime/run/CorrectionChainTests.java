package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.Corrected;
import io.smartblocks.runtime.settlement.Correction;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods that are corrected one after the other, whatever pages come late and wherever the runtime is killed. */
class CorrectionChainTests {

    private static final String TEXT = """
            contract "supply" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            period Quarter is every 3 months from 1 January 2026, settled 10 working days after its end.
            when readings of Import Meter are missing, hold settlement, notify Client.
            Used is the total of Import Meter over Month.
            Shared is Used in bands: the first 10 MWh at 100 %; the rest at 50 %, counted from the start of Quarter.
            Earned is the total of Used over Quarter * 0.9 EUR per kWh.
            Billed is the amount due by Client under clause 1 over Quarter.
            clause 1 "Supply":
              Client shall pay Shared * 1.0137 EUR per kWh to Supplier within 14 days after settlement.
            clause 2 "More": Client shall pay the amount by which Earned exceeds Billed to Supplier at settlement.
            clause 3 "Less": Supplier shall pay the amount by which Billed exceeds Earned to Client at settlement.
            VAT at 9 % is added to clauses 1 and 3.
            """;

    @TempDir
    private Path directory;

    private SiteFixture site;
    private AgreementId supply;

    @BeforeEach
    void settle_the_first_quarter() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
        supply = site.active("supply", TEXT);
        site.at("2026-04-20T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-03-31", 10);
        assertThat(site.sweep().runAll().items()).extracting(Item::result).containsOnly(Result.SETTLED);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "1, false", "1, true", "2, false"})
    void a_runtime_that_is_killed_between_two_corrections_goes_on_with_the_next_exactly_once(
            int batches, boolean written) {
        site.corrected("IE-1", "2026-01-15", 5);
        assertThatThrownBy(() -> site.sweepOn(FaultyLedger.thatDiesAfter(site.ledger, batches, written))
                        .runAll())
                .hasStackTraceContaining("Killed");
        Waiting.forHeight(site.model, site.ledger.height());

        try (ReadModel again = ReadModel.open(directory.resolve("again"))) {
            again.follow(site.ledger);
            site.sweepOn(site.ledger, again, "restarted").runAll();
            assertThat(site.sweepOn(site.ledger, again, "restarted").runAll().items())
                    .isEmpty();
        }
        site.sweep().runAll();

        assertThat(records())
                .extracting(record -> record.settlement().period() + " "
                        + record.settlement().from() + " "
                        + record.settlement().revision())
                .containsExactlyInAnyOrder(
                        "Month 2026-01-01 0",
                        "Month 2026-01-01 1",
                        "Month 2026-02-01 0",
                        "Month 2026-02-01 1",
                        "Month 2026-03-01 0",
                        "Quarter 2026-01-01 0",
                        "Quarter 2026-01-01 1");
        assertThat(records())
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }

    @RepeatedTest(6)
    void whatever_pages_come_late_reversal_and_new_document_make_the_difference(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Integer> others = new ArrayList<>(
                IntStream.range(0, 60).filter(value -> value != 10).boxed().toList());
        Collections.shuffle(others, random);
        for (int sweep = 0; sweep < 3; sweep++) {
            for (int page = random.nextInt(4); page >= 0; page--) {
                LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(90));
                site.corrected("IE-1", day.toString(), others.remove(0));
            }
            site.sweep().runAll();
            assertThat(site.sweep().runAll().items()).isEmpty();
        }
        AgreementId fresh = site.active("fresh", TEXT);
        site.sweep().runAll();

        for (SettlementRecord record : records()) {
            Statement statement = SettledBefore.statementOf(record);
            statement
                    .corrected()
                    .ifPresent(corrected -> assertThat(sum(differences(corrected)))
                            .as(
                                    "%s %s revision %d",
                                    statement.period(),
                                    statement.from(),
                                    record.settlement().revision())
                            .isEqualTo(sum(with(statement.documents(), corrected.reversals()))));
            assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class);
        }
        assertThat(latest(supply))
                .as("what was corrected in steps is what is settled at once from the same pages")
                .isEqualTo(latest(fresh));
    }

    private List<SettlementRecord> records() {
        return site.model.settlements().of(supply);
    }

    private List<String> latest(AgreementId agreement) {
        return site.model.settlements().of(agreement).stream()
                .map(record -> site.model
                        .settlements()
                        .latest(
                                agreement,
                                record.settlement().period(),
                                record.settlement().from())
                        .orElseThrow())
                .distinct()
                .sorted(Comparator.comparing(
                                (SettlementRecord record) -> record.settlement().from())
                        .thenComparing(record -> record.settlement().period()))
                .flatMap(record -> SettledBefore.statementOf(record).lines().stream()
                        .map(line -> record.settlement().period() + " "
                                + record.settlement().from() + " " + line.clause() + " "
                                + line.payer() + " " + line.net().toPlainString()))
                .toList();
    }

    private static List<Correction> differences(Corrected corrected) {
        return corrected.differences().stream()
                .map(Corrected.Difference::payable)
                .toList();
    }

    private static List<Correction> with(List<Document> documents, List<Correction> reversals) {
        List<Correction> all = new ArrayList<>(reversals);
        documents.forEach(document -> all.add(new Correction(
                document.payer(),
                document.payee(),
                document.net(),
                document.vat().stream()
                        .map(vat -> new Correction.Vat(vat.rate(), vat.amount()))
                        .toList(),
                document.gross(),
                document.currency())));
        return all;
    }

    /** What the client pays in all: net, gross, and VAT by rate; what it gets counts as less. */
    private static Map<String, BigDecimal> sum(List<Correction> payables) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Correction each : payables) {
            BigDecimal sign = each.payer().equals("Client") ? BigDecimal.ONE : BigDecimal.ONE.negate();
            sums.merge("net", each.net().multiply(sign), BigDecimal::add);
            sums.merge("gross", each.gross().multiply(sign), BigDecimal::add);
            each.vat().forEach(vat -> sums.merge(rate(vat.rate()), vat.amount().multiply(sign), BigDecimal::add));
        }
        sums.replaceAll((what, amount) -> amount.stripTrailingZeros());
        sums.values().removeIf(amount -> amount.signum() == 0);
        return sums;
    }

    private static String rate(Exact rate) {
        return "VAT " + rate;
    }
}
