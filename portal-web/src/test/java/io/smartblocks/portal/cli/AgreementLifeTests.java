package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.KeyFolder;
import io.smartblocks.portal.LedgerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of {@code docs/operations/agreement-life.md}, one after the other, and what is refused afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementLifeTests {

    private static final Pattern STATEMENT = Pattern.compile("P-1003: [^\n]*\n  statement ([0-9a-f]+) ");

    @TempDir
    private static Path here;

    private List<DocumentedStory.Typed> story = List.of();

    @BeforeAll
    void the_documented_life() {
        site().found();
        story = DocumentedStory.AGREEMENT_LIFE.followIn(here);
    }

    @Test
    void goes_from_a_proposal_to_the_end() {
        assertThat(story).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            agreement show heat --data            | it waits for the signature of bakery, poolbeg
            agreement sign heat heat.esco         | signed by bakery in block .* and in force
            statement list heat --for             | to confirm: smartblocks fact confirm heat "Outage" --from 2026-01-05
            fact confirm heat Outage              | 8 hours; confirmed and holding
            adjustment confirm heat               | from 2026-01-10 to 2026-01-11: 10 kWh per day; confirmed
            event report heat                     | 0 events reported, 2 left out because they stand already
            duty confirm heat 2                   | performed on 2026-01-14; confirmed and holding
            settlement show heat 2026-01-05       | 55.81 EUR, due 2026-01-27; 55.81 EUR open
            settlement show heat 2026-01-05       | Client can dispute it until
            settlement show heat 2026-01-05       | computed again and co-signed by bakery \\(quay-runtime\\)
            run-due                               | heat Billing Week from 2026-01-05: CO_SIGNED for bakery
            verify heat 2026-01-05                | revision 0, block .*: the same bytes, .*; settled by poolbeg, co-signed by bakery
            settlement explain heat 2026-01-05    | How it comes about:(?s:.*)What would have changed it
            settlement list heat --open           | disputed by bakery, clause 1.1, open: "The meter was read
            settlement resolve heat               | the dispute by bakery is rejected
            settlement paid heat                  | 55.80 EUR received; 0.01 EUR of document 1 are open
            settlement unpaid heat                | 55.81 EUR of document 1 are open
            settlement paid heat                  | 55.81 EUR received; document 1 is paid
            agreement show heat --data            | in force until 2027-01-03(?s:.*)signed by poolbeg; it waits for the signature of bakery
            agreement show heat --data            | replaced by version 1.1; it governs the days up to 2026-02-01
            agreement suspend heat                | bakery asks to suspend it .*, poolbeg has not asked for it yet
            agreement suspend heat                | suspended since
            agreement resume heat                 | in force until 2027-01-03$
            agreement terminate heat              | it ends early, on 2026-03-01, stated by poolbeg, by consent of all
            agreement close heat                  | terminated; its last day was 2026-03-01
            """)
    void tells_what_came_of_each_step(String command, String words) {
        Pattern expected = Pattern.compile(words, Pattern.MULTILINE);
        assertThat(story)
                .filteredOn(each -> each.line().startsWith("smartblocks " + command))
                .anySatisfy(each -> assertThat(each.run().out()).containsPattern(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            poolbeg | agreement show haet                                                        | did you mean 'heat'?
            poolbeg | agreement suspend heat --agreement-version 1.2 --reason why                | has no version '1.2'; did you mean '1.0'?
            poolbeg | agreement activate heat                                                    | The ledger refused it: agreement 'heat'
            poolbeg | agreement terminate heat --last-day 2026-02-22 --reason why                | The ledger refused it: agreement 'heat'
            poolbeg | fact state heat Outge --from 2026-01-05 --value "8 hours"                  | no fact 'Outge'; did you mean 'Outage'?
            poolbeg | fact state heat Outage --from 2026-01-05 --value "480 minutes"             | Outage is stated in hours; '480 minutes' is not. Expected such as "480 hours"
            poolbeg | fact state heat Outage --from 2026-01-05 --value 8                         | Outage is stated in hours; '8' is not
            poolbeg | fact state heat Outage --from 2026-01-06 --value "8 hours"                 | The ledger refused it
            bakery  | fact state heat Outage --from 2026-01-05 --value "9 hours"                 | is stated by Supplier ('poolbeg')
            bakery  | fact confirm heat Outage --from 2026-01-05                                 | holds already
            bakery  | fact confirm heat Outage --from 2026-01-12                                 | Nothing of 'heat' is stated about the fact 'Outage' from 2026-01-12
            bakery  | fact confirm heat Outage --from 2026-01-05 --statement 000000              | not statement 000000 that stands there
            bakery  | duty breached heat 2 --period-from 2026-01-05 --on 2026-01-14              | is confirmed; it was not breached
            bakery  | duty breached heat 1.1 --period-from 2026-01-05 --on 2026-01-14            | no duty other than to pay under clause '1.1'
            bakery  | adjustment state heat "Passed On" --from 2026-01-12 --value "5 kWh" --reason why | stated in kWh per day
            bakery  | adjustment confirm heat "Passed On" --from 2026-01-10 --to 2026-01-09      | lies before --from
            bakery  | settlement show heat 2026-01-06                                            | has no settled period from '2026-01-06'; did you mean '2026-01-05'?
            bakery  | settlement dispute heat 2026-01-05 --reason why                            | disputed
            bakery  | settlement resolve heat 2026-01-05 --verdict withdrawn --reason why        | no dispute of it is open
            poolbeg | settlement paid heat 2026-01-05 --amount "1 USD" --on 2026-01-30 --reference S-3 | Document 1 is stated in EUR
            poolbeg | settlement paid heat 2026-01-05 --amount "1 EUR" --on 2026-01-30 --reference S-3 | only 0.00 are open
            poolbeg | settlement unpaid heat 2026-01-05 --reference SEPA-9 --reason why          | no payment 'SEPA-9'
            bakery  | event report heat Interruption --at 2026-01-14T06:00:00Z --reference X-1 --figure "Interruption Length=15 minutes" | is stated by Supplier
            poolbeg | event report heat Interruption --at 2026-01-14T06:00:00Z --reference X-1 --figure "Interuption Length=15 minutes" | did you mean 'Interruption Length'?
            poolbeg | event report heat Interruption --at 2026-01-14T06:00:00Z --reference X-1   | Interruption Length is missing
            poolbeg | statement retract 000000 --reason why                                      | No statement begins with '000000'
            """)
    void refuses_in_words_what_cannot_be(String member, String command, String words) {
        Run run = as(member, command);
        assertThat(run.err()).contains(words);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void refuses_a_file_of_events_as_a_whole() {
        DocumentedExample.written(here.resolve("wrong.csv"), """
                at,reference,Interruption Length
                2026-01-15T09:30:00Z,P-2001,25
                2026-01-15T22:10:00,P-2002,40
                2026-01-15T09:30:00Z,P-2001,30
                2026-01-15T23:10:00Z,P-2003,2 hours
                """);
        Run run = as("poolbeg", "event report heat Interruption --file wrong.csv");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("Nothing of")
                .contains("wrong.csv:3: '2026-01-15T22:10:00' is not a time")
                .contains("wrong.csv:4: has the time and reference of line 2")
                .contains("wrong.csv:5: Interruption Length is stated in minutes; '2 hours' is not");
        assertThat(as("poolbeg", "statement list heat").out()).doesNotContain("P-2001");
    }

    @Test
    void replaces_what_was_reported_only_as_a_correction_and_what_was_taken_back_too() {
        String event = "event report heat Interruption --at 2026-01-14T06:00:00Z --reference P-1003 --figure ";
        Run other = as("poolbeg", event + "\"Interruption Length=20 minutes\"");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("2026-01-14T06:00:00Z P-1003").contains("--correct");
        assertThat(as("poolbeg", event + "\"Interruption Length=20 minutes\" --correct")
                        .out())
                .contains("1 corrected");
        Matcher statement = STATEMENT.matcher(
                site().run("smartblocks statement list heat --data site").out());
        assertThat(statement.find()).isTrue();
        assertThat(as("poolbeg", "statement retract " + statement.group(1) + " --reason \"Counted twice.\"")
                        .out())
                .contains("P-1003: Interruption Length 20 minutes; taken back");
        assertThat(as("poolbeg", event + "\"Interruption Length=20 minutes\"").err())
                .contains("or taken back");
    }

    @Test
    void says_what_an_event_is_made_of_when_nothing_of_it_is_given() {
        Run run = as("poolbeg", "event report heat Interruption");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("either --file, or --at and --reference");
    }

    @Test
    void takes_back_a_proposal_that_nobody_wants_any_more() {
        proposed("unwanted");

        assertThat(as("bakery", "agreement withdraw unwanted --reason \"Too dear.\"")
                        .out())
                .contains("unwanted version 1.0 is withdrawn by bakery: Too dear.");
        assertThat(as("poolbeg", "agreement sign unwanted heat.esco").err()).contains("The ledger refused it");
    }

    @Test
    void brings_into_force_what_was_signed_by_all_and_voids_an_early_end_that_all_regret() throws IOException {
        proposed("regretted");
        assertThat(as("poolbeg", "agreement sign regretted heat.esco").exitCode())
                .isZero();
        signedOnly("regretted");

        assertThat(as("bakery", "agreement activate regretted").out())
                .contains("regretted version 1.0 is in force until 2027-01-03");
        for (String party : List.of("bakery", "poolbeg")) {
            assertThat(as(party, "agreement terminate regretted --last-day 2026-12-20 --reason \"We move.\"")
                            .exitCode())
                    .isZero();
        }
        assertThat(as("bakery", "agreement revoke-termination regretted --reason \"We stay.\"")
                        .out())
                .contains("it ends early, on 2026-12-20");
        assertThat(as("poolbeg", "agreement revoke-termination regretted --reason \"We stay.\"")
                        .out())
                .contains("regretted version 1.0 is in force until 2027-01-03")
                .doesNotContain("2026-12-20");
    }

    @Test
    void upholds_a_dispute_and_waits_for_what_was_wrong_to_be_corrected() {
        proposed("doubted");
        for (String party : List.of("poolbeg", "bakery")) {
            assertThat(as(party, "agreement sign doubted heat.esco").exitCode()).isZero();
        }
        assertThat(site().run("smartblocks run-due --data site --until 2026-01-20T00:00:00Z")
                        .out())
                .contains("doubted Billing Week from 2026-01-05: SETTLED");
        assertThat(as("bakery", "settlement dispute doubted 2026-01-05 --clause 1.1 --reason \"Not our meter.\"")
                        .exitCode())
                .isZero();

        assertThat(as("poolbeg", "settlement resolve doubted 2026-01-05 --verdict upheld --reason \"It was moved.\"")
                        .out())
                .contains("the dispute by bakery is upheld");
        assertThat(site().run("smartblocks run-due --data site --until 2026-01-20T00:00:00Z")
                        .out())
                .contains("doubted Billing Week from 2026-01-05: HELD");
    }

    private void proposed(String id) {
        Run run = as(
                "poolbeg",
                "agreement propose heat.esco --id " + id + " --party Supplier=poolbeg --party Client=bakery");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** Signs for the bakery as another program may: without bringing into force what all have signed. */
    private void signedOnly(String id) throws IOException {
        Path data = here.resolve("site");
        Clock clock = Clock.systemUTC();
        OpenedKeys bakery = OpenedKeys.of(
                new KeyFolder(data).file(new MemberId("bakery")),
                KeyPassword.typed(
                        Files.readString(data.resolve("bakery-password")).strip()));
        try (Ledger ledger = LedgerHome.open(data, clock)) {
            Proposal proposal = ((AgreementState) ledger.state(StateKey.agreement(new AgreementId(id), "1.0"))
                            .orElseThrow())
                    .proposal();
            new LedgerStatement(
                            ledger,
                            bakery.signer(ledger),
                            CommandsTold.in(new DataDirectory(data), ledger, clock),
                            clock)
                    .make(proposal.toSign());
        }
    }

    @Test
    void reports_as_json() {
        assertThat(site().run("smartblocks settlement list --json --data site").out())
                .contains("\"agreement\" : \"heat\"")
                .contains("\"open\" : 0.00");
        assertThat(site().run("smartblocks statement list --json --data site").out())
                .contains("\"waitsFor\" : [ ]");
        assertThat(site().run("smartblocks agreement list --json --data site").out())
                .contains("\"Client\" : \"bakery\"");
    }

    private Run as(String member, String command) {
        boolean looks = command.matches("(agreement|settlement|statement) (show|list).*");
        String signer = " --as %1$s --password-file site/%1$s-password".formatted(member);
        return site().run("smartblocks " + command + " --data site" + (looks ? "" : signer));
    }

    private EmptySite site() {
        return new EmptySite(here);
    }
}
