package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompleteCommandTests {

    private static final String TEMPLATE = """
            template "Mill supply" version 2.0.
            uses "weir/prices" version 1.0.
            in force from Start Date to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            parameter Seller is a party.
            parameter Buyer is a party.
            parameter Start Date is a date.
            parameter Fee in EUR, at least 1 EUR.
            meter Main Meter reads kWh every 1 hour from "meter/WM-1".
            period Month is every 1 month from Start Date, settled 5 working days after its end.
            when readings of Main Meter are missing, hold settlement.
            clause 1 "Energy":
              Buyer shall pay the total of Main Meter over Month * Price + Fee to Seller within 14 days after settlement.
            scenario "a month":
              given Main Meter totals 100 kWh over 1 January 2027 to 31 January 2027.
              settle Month starting 1 January 2027.
              expect Buyer to pay 25.00 EUR to Seller.
            """;

    private static final String INSTANCE = """
            contract "Weir Mill" version 1.0 from template "Mill supply" version 2.0.
            party Seller is "Weir Power Ltd".
            party Buyer is "Mill Ltd".
            Start Date is 1 January 2027.
            Fee is 5 EUR.
            """;

    private static final String MODULE = """
            module "weir/prices" version 1.0.
            Price is 0.20 EUR per kWh.
            """;

    @TempDir
    private Path dir;

    private Path instance;

    @BeforeEach
    void texts() throws IOException {
        Files.writeString(dir.resolve("template.esco"), TEMPLATE);
        Files.writeString(dir.resolve("prices.esco"), MODULE);
        instance = Files.writeString(dir.resolve("instance.esco"), INSTANCE);
    }

    @Test
    void every_command_finds_what_lies_beside_an_instance() throws IOException {
        assertThat(Run.of("check", instance).exitCode()).isZero();
        Run test = Run.of("test", instance);
        assertThat(test.exitCode()).as(test.out()).isZero();
        assertThat(test.out()).contains("ok   a month");
        assertThat(Run.of("rules", instance).exitCode()).isZero();
        assertThat(Run.of("render", instance, "--to", "md").out()).contains("Weir Power Ltd", "0.20 EUR per kWh");
        assertThat(Run.of("explain", instance, "Price").exitCode()).isZero();
        Path other = Files.writeString(dir.resolve("other.esco"), INSTANCE.replace("5 EUR", "6 EUR"));
        Run diff = Run.of("diff", instance, other);
        assertThat(diff.exitCode()).isEqualTo(1);
        assertThat(diff.out()).contains("Fee");
        Path readings =
                Files.writeString(dir.resolve("readings.csv"), "start,value,unit\n2027-01-01T00:00:00Z,7,kWh\n");
        assertThat(Run.of("settle", instance, "--period", "2027-01-01", "--readings", "Main Meter=" + readings)
                        .out())
                .contains("The settlement is held");
    }

    @Test
    void the_complete_text_needs_nothing_beside_it() throws IOException {
        Path out = Files.createDirectory(dir.resolve("alone")).resolve("complete.esco");

        Run complete = Run.of("complete", instance, "-o", out);

        assertThat(complete.exitCode()).as(complete.err()).isZero();
        assertThat(Files.readString(out))
                .contains("Fee is 5 EUR.", "Price is 0.20 EUR per kWh.")
                .doesNotContain("uses");
        assertThat(Run.of("test", out).exitCode()).isZero();
        assertThat(Run.of("complete", instance, "-o", out).err()).contains("exists and is not replaced");
    }

    @Test
    void what_lies_elsewhere_is_given_by_options_and_asked_for_without_them() throws IOException {
        Path far = Files.createDirectory(dir.resolve("far"));
        Path moved = Files.move(instance, far.resolve("instance.esco"));

        Run without = Run.of("check", moved);
        Run with =
                Run.of("check", moved, "--template", dir.resolve("template.esco"), "--use", dir.resolve("prices.esco"));

        assertThat(without.exitCode()).isEqualTo(1);
        assertThat(without.out()).contains("E0912", "--template FILE");
        assertThat(with.exitCode()).as(with.out()).isZero();
    }

    @Test
    void a_text_from_a_template_of_the_library_can_lack_its_template() throws IOException {
        Path filled = dir.resolve("filled.esco");
        Path answers = Files.writeString(filled, """
                contract "Quay" version 1.0 from template "Shared savings on heat" version 1.0.
                """);

        assertThat(Run.of("check", answers).out()).contains("the template asks for");
    }
}
