package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.settlement.Document;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WE2 over the ledger: shared savings whose third quarter is adjusted at the end of the year, carried to the year and not. */
class WorkedSharedSavingsTests {

    private static final List<String> QUARTERS = List.of("2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01");
    private static final String CARRIED = "corrections of Quarter are carried to Contract Year.\n";

    @TempDir
    private Path directory;

    private SiteFixture site;
    private AgreementId savings;

    @BeforeEach
    void open() {
        site = new SiteFixture(directory);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_late_adjustment_that_is_carried_reaches_the_annual_true_up_only() throws IOException {
        settledByQuarters(text());
        adjusted();
        assertThat(swept("2027-01-20")).isEmpty();

        swept("2027-03-01");

        assertThat(nets("Quarter", "2026-07-01")).containsExactly("2035.41");
        assertThat(nets("Quarter", "2026-10-01")).containsExactly("2893.42");
        assertThat(nets("Contract Year", "2026-01-01")).containsExactly("2157.34");
        Document trueUp = year();
        assertThat(trueUp.vatTotal()).isEqualByComparingTo("496.19");
        assertThat(trueUp.gross()).isEqualByComparingTo("2653.53");
        assertVerified();
    }

    /** 19,055 kWh at 70 %: 16,025 at 0.18 and 3,030 at 0.105 EUR; then 13,323 and 26,280 kWh of the fourth at 70 and 50 %. */
    @Test
    void one_that_is_not_carried_corrects_its_quarter_and_the_one_whose_bands_moved_before_the_year_is_settled()
            throws IOException {
        settledByQuarters(text().replace(CARRIED, ""));
        adjusted();

        assertThat(swept("2027-01-20"))
                .extracting(Item::from)
                .containsExactly(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 1));
        assertThat(nets("Quarter", "2026-07-01")).containsExactly("2035.41", "1793.49");
        assertThat(nets("Quarter", "2026-10-01")).containsExactly("2893.42", "2956.60");

        swept("2027-03-01");
        assertThat(nets("Contract Year", "2026-01-01"))
                .as("14,000.00 less interims of 4,034.29, 2,879.54, 1,793.49 and 2,956.60")
                .containsExactly("2336.08");
        assertVerified();
    }

    @Test
    void after_the_year_is_settled_the_carried_adjustment_corrects_the_year_alone() throws IOException {
        settledByQuarters(text());
        swept("2027-03-01");
        adjusted();

        assertThat(swept("2027-03-10")).extracting(Item::period).containsOnly("Contract Year");
        assertThat(nets("Quarter", "2026-07-01")).containsExactly("2035.41");
        assertThat(nets("Contract Year", "2026-01-01"))
                .as("the cap of 14,000.00 is reached with the adjustment and without")
                .containsExactly("2157.34", "2157.34");
        assertVerified();
    }

    /** The sample with the baselines as the figures that the worked example gives, read like meters. */
    private static String text() throws IOException {
        String sample = SharedFiles.text("design/samples/we2.esco").replace("ESCO", "Supplier");
        String money = sample.substring(0, sample.indexOf("scenario "));
        return money.replaceAll(
                        "(?s)baseline (\\w+) Baseline of.*?15 %\\.",
                        "meter $1 Baseline reads kWh every 1 day from \"meter/$1-Baseline\".")
                .replaceAll(
                        "(?s)when readings of Day Register.*?previous 7 days\\.",
                        "when readings of Day Register, Night Register, Day Baseline, Night Baseline are missing, hold settlement.")
                .replaceAll("meter Outdoor Temperature.*\n", "")
                .replaceAll(
                        "kWh every 1 month from \"meter/IE-7710/(\\w+)\"",
                        "kWh every 1 day from \"meter/$1-register\"");
    }

    private void settledByQuarters(String text) {
        Map<String, List<Integer>> totals = Map.of(
                "Day-Baseline", List.of(148_210, 121_400, 109_880, 139_640),
                "day-register", List.of(117_905, 98_760, 91_455, 108_220),
                "Night-Baseline", List.of(61_230, 49_875, 45_020, 58_330),
                "night-register", List.of(52_118, 44_310, 41_990, 50_147));
        totals.keySet().forEach(site::dailyMeter);
        IndexId index = site.index("CSO wholesale electricity", "Power Index", "points");
        savings = site.active("savings", text);
        List<String> points = List.of("104.10", "102.25", "90.10", "90.10");
        for (int quarter = 0; quarter < 4; quarter++) {
            LocalDate from = LocalDate.parse(QUARTERS.get(quarter));
            LocalDate end = from.plusMonths(3);
            site.at(end.plusDays(18) + "T10:00:00");
            for (Map.Entry<String, List<Integer>> meter : totals.entrySet()) {
                site.dailyReadings(
                        meter.getKey(),
                        from.toString(),
                        from.toString(),
                        meter.getValue().get(quarter));
                site.dailyReadings(
                        meter.getKey(),
                        from.plusDays(1).toString(),
                        end.minusDays(1).toString(),
                        0);
            }
            site.published(index, from.toString(), end.toString(), points.get(quarter));
            site.sweep().runAll();
        }
        assertThat(QUARTERS)
                .extracting(from -> nets("Quarter", from).toString())
                .containsExactly("[4034.29]", "[2879.54]", "[2035.41]", "[2893.42]");
    }

    private void adjusted() {
        StateAdjustment stated = new StateAdjustment(
                savings,
                "Day Adjustment",
                LocalDate.of(2026, 7, 1),
                Optional.of(LocalDate.of(2026, 10, 1)),
                new BigDecimal("-2400"),
                "a cold room was out of use");
        site.bySupplier(stated);
        site.byClient(new ConfirmStatement(
                stated.place(),
                site.ledger
                        .state(StateKey.statement(stated.place()), StatementState.class)
                        .orElseThrow()
                        .pending()
                        .orElseThrow()
                        .transaction()));
    }

    private List<Item> swept(String day) {
        site.at(day + "T10:00:00");
        return site.sweep().runAll().items();
    }

    private Document year() {
        return SettledBefore.statementOf(site.model
                        .settlements()
                        .latest(savings, "Contract Year", LocalDate.of(2026, 1, 1))
                        .orElseThrow())
                .documents()
                .get(0);
    }

    /** The net sums in all revisions, the first first. */
    private List<String> nets(String period, String from) {
        return site.model.settlements().of(savings).stream()
                .filter(record -> record.settlement().period().equals(period)
                        && record.settlement().from().equals(LocalDate.parse(from)))
                .sorted(Comparator.comparing(
                        (SettlementRecord record) -> record.settlement().revision()))
                .flatMap(record -> record.documents().stream())
                .map(document -> document.net().orElseThrow().toPlainString())
                .toList();
    }

    private void assertVerified() {
        assertThat(site.model.settlements().of(savings))
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }
}
