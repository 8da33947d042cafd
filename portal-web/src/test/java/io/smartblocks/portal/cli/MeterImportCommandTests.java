package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.portal.LedgerHome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterImportCommandTests {

    private static final String TWO_DAYS = "start,value\n2026-01-01T00:00:00Z,100\n2026-01-02T00:00:00Z,90.5\n";

    @TempDir
    private Path dir;

    private Path data = Path.of("");

    @BeforeEach
    void begin() {
        data = SmallLedger.in(dir.resolve("data"));
    }

    @Test
    void records_the_readings_of_a_file_once() {
        Run first = imported(TWO_DAYS, "--meter", "IE-1/heat");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).isEqualTo("2 readings on 2 pages: 2 recorded, 0 corrected, 0 there before.\n");
        Run second = imported(TWO_DAYS, "--meter", "IE-1/heat");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).isEqualTo("2 readings on 2 pages: 0 recorded, 0 corrected, 2 there before.\n");
    }

    @Test
    void reports_as_json() {
        assertThat(imported(TWO_DAYS, "--meter", "IE-1/heat", "--json").out()).contains("\"recordedPages\" : 2");
    }

    @Test
    void takes_columns_and_unit_from_the_command_line() {
        Run run = imported(
                "when,use\n2026-01-01T00:00:00Z,0.1\n",
                "--meter",
                "IE-1/heat",
                "--time-column",
                "when",
                "--value-column",
                "use",
                "--unit",
                "MWh");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2026-01-03T00:00:00Z,1,IE-2/heat  | the meter 'IE-2/heat' is not registered",
                "2026-01-02T00:00:00Z,90.5,IE-1/heat | stands in line 3 already",
                "2026-01-02T00:00:00Z,80,IE-1/heat | is 80 here and 90.5 in line 3",
                "2026-01-03T00:00:00,1,IE-1/heat   | has no offset, so it names no instant",
                "2999-01-03T00:00:00Z,1,IE-1/heat  | which is still to come",
                "2026-01-03T00:00:00Z,much,IE-1/heat | 'much' is not a number"
            })
    void writes_nothing_of_a_file_in_which_one_line_is_wrong(String line, String message) {
        String file = "start,value,meter\n2026-01-01T00:00:00Z,100,IE-1/heat\n2026-01-02T00:00:00Z,90.5,IE-1/heat\n";
        Run run = imported(file + line + "\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("Nothing of")
                .contains("readings.csv:4: ")
                .contains(message);
        assertThat(height()).isEqualTo(3);
    }

    @Test
    void records_the_rest_of_a_file_when_what_is_wrong_is_to_be_put_aside() {
        Run run = imported(TWO_DAYS + "2999-01-03T00:00:00Z,1\nyesterday,7\n", "--meter", "IE-1/heat", "--put-aside");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("2 readings on 2 pages: 2 recorded, 0 corrected, 0 there before.\n");
        assertThat(run.err())
                .contains("put aside: readings.csv:4: ", "put aside: readings.csv:5: 'yesterday' is not a time")
                .contains("2 rows of 4 put aside.");
    }

    @Test
    void a_dry_run_tells_everything_and_records_nothing() {
        Run run = imported("start,value\n2026-01-01T00:00:00Z,-5\n", "--meter", "IE-1/heat", "--dry-run");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo("1 reading on 1 page: 1 would be recorded, 0 corrected, 0 there before.\n"
                        + "Nothing was recorded: this was a dry run.\n");
        assertThat(run.err()).contains("flagged: 1 reading flagged N: negative");
        assertThat(height()).isEqualTo(3);
    }

    @Test
    void flags_stand_on_the_page_that_is_recorded() {
        Run run = imported("start,value\n2026-01-01T00:00:00Z,-5\n", "--meter", "IE-1/heat", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"N\" : 1");
        try (Ledger ledger = LedgerHome.open(data, Clock.systemUTC())) {
            assertThat(ledger.states("readings/"))
                    .singleElement()
                    .satisfies(entry -> assertThat(
                                    ((ReadingsState) entry.state()).page().flags())
                            .contains("N"));
        }
    }

    @Test
    void knows_green_button_by_its_content_and_shows_what_such_a_file_holds() {
        String feed = """
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/UsagePoint/1"/>
                <title>Main</title><content><UsagePoint xmlns="http://naesb.org/espi">
                <ServiceCategory><kind>0</kind></ServiceCategory></UsagePoint></content></entry>
                <entry><content><ReadingType xmlns="http://naesb.org/espi"><uom>72</uom></ReadingType></content></entry>
                <entry><content><IntervalBlock xmlns="http://naesb.org/espi"><IntervalReading><cost>150000</cost>
                <timePeriod><duration>86400</duration><start>1767225600</start></timePeriod><value>90500</value>
                </IntervalReading></IntervalBlock></content></entry></feed>
                """;
        Run run = imported(feed, "--meter", "IE-1/heat");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("1 reading on 1 page: 1 recorded, 0 corrected, 0 there before.\n");
        assertThat(run.err()).contains("usage point 1: Main, electricity", "1 readings state their cost");
        Run dry = imported(feed, "--meter", "IE-1/heat", "--dry-run");
        assertThat(dry.out()).startsWith("2026-01-01T00:00:00Z for PT24H: 90500 Wh, 1.5\n");
    }

    @Test
    void refuses_other_values_than_the_ledger_has() {
        imported(TWO_DAYS, "--meter", "IE-1/heat");
        Run run = imported(TWO_DAYS.replace("90.5", "91.5"), "--meter", "IE-1/heat");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("90.5 kWh (A) on the ledger and 91.5 kWh (A) here");
        assertThat(height()).isEqualTo(4);
    }

    @Test
    void corrects_readings_for_a_reason() {
        imported(TWO_DAYS, "--meter", "IE-1/heat");
        Run run = imported(
                TWO_DAYS.replace("90.5", "91.5"), "--meter", "IE-1/heat", "--correct", "meter was read wrongly");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 corrected");
    }

    @Test
    void needs_a_member_whose_key_is_here() {
        assertThat(run("meter", "import", "x.csv", "--data", data).err())
                .contains("Name the member that signs with --as, or its key store with --key.");
        Run stranger = run("meter", "import", "x.csv", "--data", data, "--as", "stranger");
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.err()).contains("There is no key of 'stranger'");
    }

    @Test
    void a_key_that_cannot_be_read_is_named() {
        Path key = DocumentedExample.written(data.resolve("keys/operator.p12"), "no key at all\n");
        Run run = imported(TWO_DAYS, "--meter", "IE-1/heat");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Key store '" + key + "' is damaged");
    }

    @Test
    void tells_when_the_ledger_refuses_the_member() {
        Path file = DocumentedExample.written(dir.resolve("readings.csv"), TWO_DAYS);
        Run run = run("meter", "import", file, "--data", data, "--as", "registrar", "--meter", "IE-1/heat");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("The ledger refused").contains("meter-operator");
        assertThat(height()).isEqualTo(3);
    }

    private long height() {
        try (Ledger ledger = LedgerHome.open(data, Clock.systemUTC())) {
            return ledger.height();
        }
    }

    private Run imported(String text, String... options) {
        Path file = DocumentedExample.written(dir.resolve("readings.csv"), text);
        List<Object> arguments = new ArrayList<>(List.of("meter", "import", file, "--data", data, "--as", "operator"));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray());
    }

    private static Run run(Object... arguments) {
        return Run.of(arguments);
    }
}
