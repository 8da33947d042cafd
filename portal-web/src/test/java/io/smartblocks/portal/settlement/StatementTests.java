package io.smartblocks.portal.settlement;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
class StatementTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    private ResultActions page;

    @BeforeEach
    void open() throws Exception {
        page = portal.perform(
                get("/settlements/campus-supply/billing-month/2026-10-01/0").session(visitors.signIn("aoife")));
    }

    @Test
    void it_says_who_pays_whom_and_by_when() throws Exception {
        page.andExpect(content().string(containsString("Nimbus Campus DAC pays Harbour Energy Services Ltd")))
                .andExpect(content().string(containsString("Due Friday 20 November 2026")));
    }

    @Test
    void each_line_leads_from_the_signed_words_to_the_readings() throws Exception {
        page.andExpect(content().string(containsString("Client shall pay Day Energy × Day Price to Supplier")))
                .andExpect(content().string(containsString("Energy Used − Night Energy − Peak Energy")))
                .andExpect(content().string(containsString("0.1974 EUR per kWh")))
                .andExpect(content().string(containsString("/meters/IE-9001/import?month=2026-10")));
    }

    @Test
    void each_day_behind_an_amount_leads_to_what_brought_its_readings() throws Exception {
        portal.perform(get("/settlements/campus-supply/billing-month/2026-10-01/0/lines/1")
                        .session(visitors.signIn("aoife")))
                .andExpect(content().string(containsString("data-label=\"On the ledger\"><a href=\"/")));
    }

    @Test
    void the_margin_of_the_agreement_says_what_each_clause_came_to() throws Exception {
        portal.perform(get("/agreements/campus-supply").session(visitors.signIn("aoife")))
                .andExpect(content().string(containsString("billing-month/2026-10-01/0#why-0")));
    }

    @Test
    void what_is_to_be_done_besides_paying_stands_under_its_clause_with_its_day() throws Exception {
        page.andExpect(content().string(containsString("To be done")))
                .andExpect(content().string(containsString("Supplier shall &quot;hand over the meter log&quot;")))
                .andExpect(content().string(containsString("/agreements/campus-supply#c90")))
                .andExpect(content().string(containsString("datetime=\"2026-12-31\"")));
    }
}
