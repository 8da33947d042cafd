package io.smartblocks.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
class DryRunTests {

    private static final String RUN = "/agreements/campus-supply-next/dry-run?version=1.0";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Test
    void a_proposed_text_is_run_on_readings_of_the_ledger_and_nothing_is_committed() throws Exception {
        long before = ledger.height();

        assertThat(page(run("aoife", "2026-10-15").andExpect(status().isOk())))
                .contains("A dry run of", "nobody owes this")
                .doesNotContain("??");
        assertThat(ledger.height()).isEqualTo(before);
    }

    @Test
    void a_day_that_cannot_be_run_is_told_at_its_field() throws Exception {
        assertThat(page(run("conor", "soon").andExpect(status().is(422))))
                .contains("id=\"day-error\"", "value=\"soon\"", "Nothing was run");
        assertThat(page(run("conor", "2035-01-01").andExpect(status().is(422)))).contains("No period holds");
    }

    private ResultActions run(String person, String day) throws Exception {
        return portal.perform(get(RUN + "&day=" + day).session(visitors.signIn(person)));
    }

    private static String page(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
