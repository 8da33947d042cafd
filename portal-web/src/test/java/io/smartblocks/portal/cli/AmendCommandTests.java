package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmendCommandTests {

    private static final String BASE = """
            contract "Weir Mill supply" version 1.0.
            in force from 1 January 2027 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Seller is "Weir Power Ltd".
            party Buyer is "Mill Ltd".
            meter Main Meter reads kWh every 1 hour from "meter/WM-1".
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            when readings of Main Meter are missing, hold settlement.
            Price is 0.20 EUR per kWh when it is from 08:00 to 20:00; 0.10 EUR per kWh otherwise.
            Fee is 31 EUR.
            clause 1 "Energy":
              Buyer shall pay the total of (Main Meter * Price) over Month to Seller within 14 days after settlement.
              for each Month, Buyer shall pay Fee to Seller within 14 days after settlement, described as "fee".
            """;

    private static final String AMENDMENT = """
            amendment 1 to "Weir Mill supply" version 1.0 gives version 1.1,
              effective 16 May 2027, signed by Seller, Buyer.
            replace Fee is 62 EUR, by days.
            scenario "May":
              given Main Meter reads 1 kWh each over 1 May 2027 to 30 June 2027.
              settle Month starting 1 May 2027.
              expect Buyer to pay 111.60 EUR to Seller for "Energy".
              expect Buyer to pay 47.00 EUR to Seller for "fee".
              settle Month starting 1 June 2027.
              expect Buyer to pay 62.00 EUR to Seller for "fee".
            """;

    @TempDir
    private Path dir;

    private Path base;
    private Path amendment;

    @BeforeEach
    void texts() throws IOException {
        base = Files.writeString(dir.resolve("mill.esco"), BASE);
        amendment = Files.writeString(dir.resolve("amendment.esco"), AMENDMENT);
    }

    @Test
    void an_amendment_is_checked_tested_and_shown_with_its_base() {
        Run check = Run.of("check", amendment, "--base", base);
        assertThat(check.exitCode()).as(check.out()).isZero();
        Run test = Run.of("test", amendment, "--base", base);
        assertThat(test.exitCode()).as(test.out()).isZero();
        assertThat(test.out()).contains("ok   May");
        assertThat(Run.of("rules", amendment, "--base", base).exitCode()).isZero();
        assertThat(Run.of("render", amendment, "--base", base, "--to", "md").out())
                .contains("62 EUR");
        Run diff = Run.of("diff", base, amendment);
        assertThat(diff.exitCode()).isEqualTo(1);
        assertThat(diff.out()).contains("Fee");
    }

    @Test
    void the_new_version_is_written_whole_and_settles_with_the_version_before_it() throws IOException {
        Path fresh = dir.resolve("mill-1.1.esco");
        Run run = Run.of("amend", base, amendment, "-o", fresh);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(fresh))
                .startsWith("contract \"Weir Mill supply\" version 1.1, in place of version 1.0 from 16 May 2027.\n");
        assertThat(Run.of("check", fresh).exitCode()).isZero();
        assertThat(Run.of("test", fresh, "--base", base).exitCode()).isZero();
        assertThat(Run.of("amend", base, amendment, "-o", fresh).err()).contains("--force");
        assertThat(Run.of("test", base, "--base", fresh).err()).contains("is not in place of");
    }

    @Test
    void an_amendment_of_an_unknown_version_or_without_its_base_is_refused() throws IOException {
        Run alone = Run.of("check", amendment);
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.out()).contains("E0903").contains("--base FILE");
        Path other = Files.writeString(dir.resolve("other.esco"), AMENDMENT.replace("version 1.0", "version 0.7"));
        Run check = Run.of("check", other, "--base", base);
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).contains("E0904").contains("version 0.7");
        Path out = dir.resolve("out.esco");
        assertThat(Run.of("amend", base, other, "-o", out).exitCode()).isEqualTo(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void what_is_no_text_of_an_amendment_is_refused_in_words() throws IOException {
        Path out = dir.resolve("out.esco");
        byte[] binary = new byte[4096];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) (i * 31);
        }
        for (Path bad : new Path[] {
            Files.write(dir.resolve("empty.esco"), new byte[0]),
            Files.write(dir.resolve("binary.esco"), binary),
            Files.writeString(dir.resolve("large.esco"), "Fee is 1 EUR.\n".repeat(750_000)),
            Files.writeString(dir.resolve("turned.esco"), AMENDMENT.replace("Fee is", "Fee \u202eis")),
            Files.writeString(dir.resolve("hidden.esco"), AMENDMENT.replace("Fee is", "Fe\u200be is")),
            Files.writeString(dir.resolve("mixed.esco"), AMENDMENT.replace("Fee is", "F\u0435e is"))
        }) {
            Run run = Run.of("amend", base, bad, "-o", out);
            assertThat(run.exitCode()).as("%s: %s", bad, run.err()).isEqualTo(1);
            assertThat(run.err()).doesNotContain("Exception").doesNotContain("antlr");
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void a_text_of_windows_with_a_byte_order_mark_is_amended_like_any_other() throws IOException {
        Path out = dir.resolve("out.esco");
        Path windows = Files.writeString(dir.resolve("windows.esco"), "\uFEFF" + AMENDMENT.replace("\n", "\r\n"));
        Run run = Run.of("amend", base, windows, "-o", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(out)).contains("Fee is 62 EUR, by days.\n");
    }
}
