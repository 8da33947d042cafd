package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFormTests {

    private static final String SUPPLY = """
            contract "Supply" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            period Billing Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            clause 1.1 "Supply":
              Client shall pay the total of Import Meter over Billing Month * %s EUR per kWh to Supplier
              within 14 days after settlement.
            when readings of Import Meter are missing, hold settlement.
            """;

    @TempDir
    private Path directory;

    private SiteFixture site;

    @BeforeEach
    void open() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void what_was_signed_is_settled_though_the_text_would_now_compile_to_something_else() {
        String form = SiteFixture.form("supply", SUPPLY.formatted("0.25")).json();
        AgreementId readable = site.frozen("readable", SUPPLY.formatted("0.20"), form);
        AgreementId ancient = site.frozen("ancient", "contract of another age.", form);

        SweepReport report = site.sweep().runAll();

        assertThat(report.items()).hasSize(2).allMatch(item -> item.result() == Result.SETTLED);
        assertThat(net(readable)).isEqualTo("1860.00");
        assertThat(net(ancient)).isEqualTo("1860.00");
        assertThat(site.verifying().latest(ancient, "Billing Month", LocalDate.of(2026, 1, 1)))
                .isInstanceOf(Verification.Same.class);
    }

    @Test
    void a_form_of_a_newer_version_is_not_settled_and_keeps_no_other_from_it() {
        String text = SUPPLY.formatted("0.20");
        String form = SiteFixture.form("supply", text).json();
        site.frozen("newer", text, form.replaceFirst("\"format\":1", "\"format\":2"));
        site.frozen("damaged", text, form.replaceFirst("\"meters\"", "\"metres\""));
        site.active("sound", text);

        SweepReport report = site.sweep().runAll();

        assertThat(report.items())
                .extracting(Item::agreement, Item::result)
                .containsExactlyInAnyOrder(
                        tuple("newer", Result.FAILED), tuple("damaged", Result.FAILED), tuple("sound", Result.SETTLED));
        assertThat(message(report, "newer"))
                .contains(
                        "made by a newer version of this program: format 2, this program reads 1",
                        "settle it with a version of SmartBlocks that reads format 2");
        assertThat(message(report, "damaged")).contains("this compiled form cannot be read");
    }

    @Test
    void nobody_is_asked_to_sign_a_form_that_the_text_does_not_say() {
        String text = SUPPLY.formatted("0.20");
        AgreementId other = site.frozen(
                "other",
                text,
                SiteFixture.form("supply", SUPPLY.formatted("0.25")).json());

        assertThat(objection(site.active("sound", text))).isEmpty();
        assertThat(objection(other).orElseThrow()).contains("other 1.0 compiles to", "ask the proposer");
        assertThat(objection(site.unreadable("ancient")).orElseThrow()).contains("no complete agreement");
    }

    private Optional<String> objection(AgreementId agreement) {
        Waiting.forHeight(site.model, site.ledger.height());
        Proposal proposal = site.model
                .agreements()
                .agreement(agreement, "1.0")
                .orElseThrow()
                .proposal();
        return ProposedForm.objection(proposal, site.model.agreements().text(proposal));
    }

    @Test
    void nobody_is_asked_to_sign_terms_that_the_text_does_not_say() {
        String text = SUPPLY.formatted("0.20");

        assertThat(objection(site.withTerms("longer", text, SiteFixture.TERMS)).orElseThrow())
                .contains("the text of longer 1.0 gives the ledger other terms", "\"to\":\"2099-12-31\"");
    }

    private static String message(SweepReport report, String agreement) {
        return report.items().stream()
                .filter(item -> item.agreement().equals(agreement))
                .findFirst()
                .orElseThrow()
                .message();
    }

    private String net(AgreementId agreement) {
        return site.model
                .settlements()
                .latest(agreement, "Billing Month", LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .documents()
                .get(0)
                .net()
                .orElseThrow()
                .toPlainString();
    }
}
