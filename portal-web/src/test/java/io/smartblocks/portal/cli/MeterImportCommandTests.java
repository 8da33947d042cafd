package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
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
