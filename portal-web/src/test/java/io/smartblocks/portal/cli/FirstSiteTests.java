package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/operations/first-site.md}, one after the other, as its reader types them. */
class FirstSiteTests {

    @TempDir
    private Path here;

    @Test
    void the_documented_way_leads_to_a_settled_week() throws Exception {
        new EmptySite(here).found();
        List<DocumentedStory.Typed> runs = DocumentedStory.FIRST_SITE.followIn(here);

        assertThat(runs).hasSizeGreaterThan(12);
        assertThat(runs).anySatisfy(run -> assertThat(run.out()).contains("from 2026-01-05: SETTLED"));
        assertThat(runs).anySatisfy(run -> assertThat(run.out()).contains("the same bytes"));
        assertThat(logins()).containsExactlyInAnyOrder("poolbeg", "bakery");
    }

    @Test
    void a_stranger_cannot_sign_and_another_text_is_not_signed() throws Exception {
        the_documented_way_leads_to_a_settled_week();
        Path other = Files.writeString(
                here.resolve("other.esco"),
                Files.readString(here.resolve("bakery.esco")).replace("0.11 EUR", "0.10 EUR"));

        assertThat(run("smartblocks agreement sign bakery " + other + " --data site --as metering"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("is not the text that was proposed"));
        assertThat(run("smartblocks agreement sign bakery bakery.esco --data site --as metering"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1));
    }

    @Test
    void a_text_that_leaves_something_open_is_not_proposed() throws Exception {
        new EmptySite(here).found();
        Path open = Files.writeString(here.resolve("open.esco"), """
                contract "Open" version 1.0.
                in force from 5 January 2026 to 3 January 2027.
                time zone "Europe/Dublin".
                money is rounded half up to 0.01 EUR.
                party Supplier is "Poolbeg Heat Ltd".
                party Client is "Quay Bakery Ltd".
                period Billing Week is every 1 week from 5 January 2026.
                clause 1.1 "Fee":
                  for each Billing Week, Client shall pay 10 EUR to Supplier within 14 days after settlement.
                """);

        Run run = run(
                "smartblocks agreement propose " + open + " --party Supplier=a --party Client=b --data site --as a");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("leaves something open")
                .contains("working day")
                .contains("Billing Week");
    }

    @Test
    void a_text_that_could_never_be_settled_is_not_proposed() throws Exception {
        new EmptySite(here).found();
        Path nightly = Files.writeString(here.resolve("nightly.esco"), """
                contract "Nightly" version 1.0.
                in force from 5 January 2026 to 3 January 2027.
                time zone "Europe/Dublin".
                working days follow "Ireland".
                due dates roll to the next working day.
                money is rounded half up to 0.01 EUR.
                party Supplier is "Poolbeg Heat Ltd".
                party Client is "Quay Bakery Ltd".
                meter Heat Meter reads kWh every 1 day from "meter/IE-9200/heat".
                period Billing Week is every 1 week from 5 January 2026, settled 2 working days after its end.
                Night Heat is the total of Heat Meter from 23:00 to 08:00 over Billing Week.
                clause 1.1 "Heat":
                  Client shall pay Night Heat * 0.11 EUR per kWh to Supplier within 14 days after settlement.
                when readings of Heat Meter are missing, hold settlement, notify Client.
                """);

        Run run = run(
                "smartblocks agreement propose " + nightly + " --party Supplier=a --party Client=b --data site --as a");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("cannot be used").contains("E0310").contains("Heat Meter");
    }

    private Run run(String line) {
        return new EmptySite(here).run(line);
    }

    private List<String> logins() throws Exception {
        List<String> logins = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(new EmptySite(here).accounts());
                var rows = connection.createStatement().executeQuery("select login from account")) {
            while (rows.next()) {
                logins.add(rows.getString(1));
            }
        }
        return logins;
    }
}
