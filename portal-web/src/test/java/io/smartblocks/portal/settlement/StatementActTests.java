package io.smartblocks.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What parties do about a statement by its page, on a site of its own. */
@PortalSite
@TestPropertySource(properties = "spring.application.name=statement-acts")
@DirtiesContext
class StatementActTests {

    private static final String STATEMENT = "/settlements/campus-supply/billing-month/2026-10-01/0";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Test
    void the_client_disputes_a_clause_and_takes_it_back() throws Exception {
        assertThat(page("aoife")).contains("Nimbus Campus DAC may dispute it until", "/act/dispute?line-2=on");
        String form =
                body(portal.perform(get(STATEMENT + "/act/dispute?line-2=on").session(visitors.signIn("aoife"))));
        assertThat(form)
                .containsPattern("name=\"line-2\"[^>]* checked=\"checked\"[^>]*><span>Clause 2.1: energy night ")
                .contains("Clause 2.2: nothing fell due", "The whole statement")
                .containsOnlyOnce("checked=\"checked\"");
        assertThat(body(act("aoife", "dispute", "", "reason", "Nothing ticked.").andExpect(status().is(422))))
                .contains("href=\"#disputed\"", "Nothing is ticked.");

        String once = UUID.randomUUID().toString();
        act("aoife", "dispute", once, "line-2", "on", "reason", "Too much.").andExpect(redirectedUrl(STATEMENT));
        long height = ledger.height();
        act("aoife", "dispute", once, "line-2", "on", "reason", "Too much.").andExpect(redirectedUrl(STATEMENT));
        assertThat(ledger.height()).isEqualTo(height);
        assertThat(body(act("aoife", "dispute", "", "line-2", "on", "reason", "Again.")
                        .andExpect(status().is(422))))
                .contains("disputed", "Again.");

        assertThat(page("aoife"))
                .contains(
                        "Disputed by Nimbus Campus DAC, clause 2.1",
                        "energy night 1,358.40 EUR: Too much.",
                        "/act/resolve?by=nimbus-campus");
        assertThat(body(portal.perform(
                        get(STATEMENT + "/act/resolve?by=nimbus-campus").session(visitors.signIn("conor")))))
                .contains("value=\"upheld\"")
                .doesNotContain("value=\"withdrawn\"");
        act("conor", "resolve", "", "by", "nimbus-campus", "verdict", "withdrawn", "reason", "No.")
                .andExpect(status().is(422));
        act("aoife", "resolve", "", "by", "nimbus-campus", "verdict", "withdrawn", "reason", "It was right.")
                .andExpect(redirectedUrl(STATEMENT));
        assertThat(page("conor")).contains("Dispute withdrawn", "It was right.");
    }

    @Test
    void the_payee_says_what_it_received_and_that_it_was_taken_back() throws Exception {
        assertThat(page("conor")).contains("/act/paid?document=1");
        assertThat(page("aoife")).doesNotContain("/act/paid?document=1");
        assertThat(body(act("conor", "paid", "", "document", "1", "amount", "ten", "day", "2026-13-01", "reference", "")
                        .andExpect(status().is(422))))
                .contains("id=\"amount-error\"", "id=\"day-error\"", "id=\"reference-error\"", "value=\"ten\"");
        assertThat(body(pay("999,999,999.00").andExpect(status().is(422)))).contains("The ledger refused it");

        pay("1.00").andExpect(redirectedUrl(STATEMENT));
        assertThat(page("conor")).contains("SEPA-9", "/act/unpaid?document=1");
        act("conor", "unpaid", "", "document", "1", "reference", "SEPA-9", "reason", "Returned.")
                .andExpect(redirectedUrl(STATEMENT));
        assertThat(page("aoife")).contains("was taken back", "Returned.");
    }

    @Test
    void who_is_no_party_or_holds_no_key_does_nothing() throws Exception {
        assertThat(page("eamon"))
                .contains("Your role, Auditor, puts nothing like this on the ledger.")
                .doesNotContain("/act/dispute\"");
        for (String person : new String[] {"deirdre", "eamon", "saoirse"}) {
            act(person, "dispute", "", "reason", "No.").andExpect(status().isForbidden());
        }
        act("olga", "dispute", "", "reason", "No.").andExpect(status().isNotFound());
        act("conor", "burn", "", "reason", "No.").andExpect(status().isNotFound());
        act("conor", "resolve", "", "by", "other-estate", "reason", "No.").andExpect(status().isNotFound());
    }

    private ResultActions pay(String amount) throws Exception {
        return act("conor", "paid", "", "document", "1", "amount", amount, "day", "2026-11-12", "reference", "SEPA-9");
    }

    private ResultActions act(String person, String key, String once, String... answers) throws Exception {
        MockHttpServletRequestBuilder request = post(STATEMENT + "/act/" + key)
                .session(visitors.signIn(person))
                .with(csrf())
                .param("once", once.isEmpty() ? UUID.randomUUID().toString() : once)
                .param("password", SiteFixture.PASSWORD);
        for (int i = 0; i < answers.length; i += 2) {
            request.param(answers[i], answers[i + 1]);
        }
        return portal.perform(request);
    }

    private String page(String person) throws Exception {
        String page = body(portal.perform(get(STATEMENT).session(visitors.signIn(person))));
        assertThat(page).as("words that have no message").doesNotContain("??");
        return page;
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
