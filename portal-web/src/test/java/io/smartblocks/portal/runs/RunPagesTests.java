package io.smartblocks.portal.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.RunFixture;
import io.smartblocks.portal.Visitors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Runs on a site of their own. */
@PortalSite
@TestPropertySource(properties = {"spring.application.name=runs", "smartblocks.sweep-every=1h"})
@DirtiesContext
class RunPagesTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ReadModel model;

    @Autowired
    private RunAgain running;

    @Test
    void a_run_names_the_step_at_which_it_failed_to_those_who_may_see_the_agreement() throws Exception {
        model.runs().add(RunFixture.failed("run-1", Instant.parse("2026-11-06T08:00:00Z")));

        assertThat(page("aoife", "/runs")).contains("Failed at committing", "/runs/run-1");
        assertThat(page("aoife", "/runs/run-1"))
                .contains("Nimbus Campus electricity supply", "the ledger is away", "node a");
        assertThat(page("aoife", "/runs/run-1")).contains("<p>the ledger is away</p>");
        assertThat(portal.perform(get("/runs/run-1")
                                .session(visitors.signIn("aoife"))
                                .header("Accept-Language", "de"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("„Festschreiben“", "the ledger is away")
                .doesNotContain("committing");
        assertThat(page("olga", "/runs")).doesNotContain("/runs/run-1");
        portal.perform(get("/runs/run-1").session(visitors.signIn("olga"))).andExpect(status().isNotFound());
        portal.perform(get("/runs/nothing").session(visitors.signIn("saoirse"))).andExpect(status().isNotFound());
    }

    @Test
    void esco_staff_and_administrators_run_again_and_others_see_why_they_cannot() throws Exception {
        again("conor").andExpect(redirectedUrl("/runs"));
        again("saoirse").andExpect(redirectedUrl("/runs"));
        for (String person : new String[] {"deirdre", "aoife", "eamon", "olga"}) {
            again(person).andExpect(status().isForbidden());
            assertThat(page(person, "/runs")).contains("aria-disabled", "ESCO staff and administrators start runs.");
        }
    }

    @Test
    void without_a_reason_nothing_runs_and_the_field_says_so() throws Exception {
        String page = portal.perform(post("/runs")
                        .session(visitors.signIn("conor"))
                        .with(csrf())
                        .param("reason", " "))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("id=\"reason-error\"");
    }

    @Test
    void running_again_settles_nothing_twice() throws Exception {
        AgreementId settled = new AgreementId("campus-supply");
        int before = model.settlements().of(settled).size();

        again("conor").andExpect(redirectedUrl("/runs"));
        for (int i = 0; i < 3_600 && (running.isRunning() || !running.going().isEmpty()); i++) {
            Thread.sleep(50);
        }

        assertThat(running.isRunning()).isFalse();
        assertThat(model.settlements().of(settled)).hasSize(before);
        assertThat(page("aoife", "/runs")).doesNotContain("Settling now");
    }

    @Test
    void the_list_is_handed_out_as_files_that_no_spreadsheet_takes_for_formulas() throws Exception {
        Instant at = Instant.parse("2026-11-05T08:00:00Z");
        model.runs()
                .add(new RunRecord(
                        "run-0",
                        "=cmd()",
                        "Europe/Dublin",
                        2,
                        at,
                        at.plusSeconds(2),
                        new TreeMap<>(java.util.Map.of("held", 1)),
                        Optional.empty(),
                        List.of(new RunRecord.Problem(
                                "campus-supply",
                                "Billing Month",
                                LocalDate.of(2026, 10, 1),
                                "held",
                                "settling",
                                "readings are missing"))));

        assertThat(page("aoife", "/runs.csv"))
                .startsWith("Run,Started (UTC),Ended (UTC),State,")
                .contains("run-0,2026-11-05T08:00:00Z,2026-11-05T08:00:02Z,", ",'=cmd(),");
        assertThat(page("olga", "/runs.csv")).doesNotContain("run-0");
        portal.perform(get("/runs.xlsx").session(visitors.signIn("aoife"))).andExpect(status().isOk());
    }

    private ResultActions again(String person) throws Exception {
        return portal.perform(
                post("/runs").session(visitors.signIn(person)).with(csrf()).param("reason", "The readings have come."));
    }

    private String page(String person, String address) throws Exception {
        String page = portal.perform(get(address).session(visitors.signIn(person)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).as("words that have no message").doesNotContain("??");
        return page;
    }
}
