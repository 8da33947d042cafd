package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.document.InvoiceRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of {@code docs/operations/corrected-week.md}, and the documents of what was corrected unattended. */
class CorrectedWeekTests {

    private static final String PARTICULARS = "smartblocks member particulars --legal-name \"%s\""
            + " --street \"1 Quay\" --city Dublin --country IE %s --registration 123456"
            + " --data site --as %s --password-file site/%s-password";

    @TempDir
    private Path here;

    @Test
    void a_misread_meter_leads_to_a_credit_note_for_the_first_invoice_and_a_new_one() throws Exception {
        EmptySite site = new EmptySite(here);
        site.found();
        DocumentedStory.FIRST_SITE.followIn(here);
        List<DocumentedStory.Typed> runs = DocumentedStory.CORRECTED_WEEK.followIn(here);

        assertThat(runs)
                .filteredOn(run -> run.err().contains("settled again"))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.out())
                            .contains("bakery Billing Week from 2026-01-05: CORRECTED revision 1,"
                                    + " Supplier pays Client 1.08 EUR by ");
                    assertThat(run.err()).contains("1 period settled again on what has changed since.");
                });
        done(site.run(PARTICULARS.formatted("Poolbeg Heat Ltd", "--vat-id IE9700053D", "poolbeg", "poolbeg")));
        done(site.run(PARTICULARS.formatted("Quay Bakery Ltd", "", "bakery", "bakery")));

        assertThat(document(site, "now.xml", ""))
                .contains("bakery/billing-week/2026-01-05/1/1")
                .contains(">81.77<")
                .contains(">6.75<");
        assertThat(document(site, "back.xml", " --reversal"))
                .contains("381")
                .contains("bakery/billing-week/2026-01-05/0/1")
                .contains(">82.85<")
                .contains(">6.84<");
    }

    @Test
    void a_second_correction_that_lets_the_week_grow_is_told_in_parts_with_their_days() throws Exception {
        EmptySite site = new EmptySite(here);
        site.found();
        DocumentedStory.FIRST_SITE.followIn(here);
        DocumentedStory.CORRECTED_WEEK.followIn(here);
        Files.writeString(here.resolve("heat.csv"), "start,value\n2026-01-07T00:00:00Z,120\n");
        done(site.run("smartblocks meter import heat.csv --meter IE-9200/heat --correct \"read again\" --data site"
                + " --as metering"));
        done(site.run("smartblocks run-due --data site --until 2026-01-20T00:00:00Z"));

        Run shown = site.run("smartblocks settlement show bakery 2026-01-05 --statement --data site");
        done(shown);
        assertThat(shown.out())
                .containsPattern(
                        "Supplier 84\\.05 EUR, 81\\.77 due 2026-01-27 and 2\\.28 due 20\\d\\d-\\d\\d-\\d\\d; 84\\.05")
                .containsPattern(
                        "(?m)Supplier 84\\.05 EUR, 81\\.77 due 2026-01-27 and 2\\.28 due 20\\d\\d-\\d\\d-\\d\\d$");
        JsonNode parts = new JsonMapper()
                .readTree(site.run("smartblocks settlement show bakery 2026-01-05 --json --data site")
                        .out())
                .at("/documents/0/parts");
        assertThat(parts).hasSize(2);
        assertThat(parts.at("/0/amount").decimalValue()).isEqualByComparingTo("81.77");
        assertThat(parts.at("/0/due").asString()).isEqualTo("2026-01-27");
        assertThat(parts.at("/1/amount").decimalValue()).isEqualByComparingTo("2.28");
    }

    private String document(EmptySite site, String name, String more) throws Exception {
        done(site.run("smartblocks settlement document bakery 2026-01-05 --format ubl --out " + here.resolve(name)
                + " --data site" + more));
        byte[] xml = Files.readAllBytes(here.resolve(name));
        assertThat(InvoiceRules.check(xml).broken()).isEmpty();
        return Files.readString(here.resolve(name));
    }

    private static void done(Run run) {
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    }
}
