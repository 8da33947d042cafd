package io.smartblocks.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.FactFixture;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Facts and adjustments by the page of their agreement, on a site of its own. */
@PortalSite
@Import(FactFixture.class)
@TestPropertySource(properties = "spring.application.name=stated-facts")
@DirtiesContext
class StatedFactTests {

    private static final String STATE = FactFixture.PAGE + "/statements/state?kind=fact&name=Outage";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private FactFixture facts;

    @Test
    void a_fact_is_stated_by_one_party_and_holds_once_the_other_confirms_it() throws Exception {
        facts.comeIntoForce();
        assertThat(page("aoife", FactFixture.PAGE)).contains("Nothing stated yet", "name=Outage");
        assertThat(page("conor", FactFixture.PAGE)).doesNotContain("name=Outage");
        assertThat(page("aoife", STATE)).contains("It holds once confirmed by Supplier.", "<span>hours</span>");

        assertThat(body(answer("aoife", "state", "kind", "fact", "name", "Outage", "from", "soon", "value", "eight")
                        .andExpect(status().is(422))))
                .contains("id=\"from-error\"", "id=\"value-error\"", "value=\"eight\"", "is no figure");
        assertThat(body(state("2020-01-01").andExpect(status().is(422)))).contains("No version that governs");

        state("2026-10-01").andExpect(redirectedUrl(FactFixture.PAGE));
        String waiting = page("conor", FactFixture.PAGE);
        assertThat(waiting).contains("8.5 hours", "Waits for Harbour Energy Services Ltd", "/statements/confirm?");
        String id = waiting.replaceAll("(?s)^.*?/statements/confirm\\?statement=([0-9a-f]{64}).*$", "$1");
        assertThat(page("aoife", FactFixture.PAGE))
                .contains("/statements/retract?")
                .doesNotContain("statements/confirm");

        answer("aoife", "confirm", "statement", id).andExpect(status().is(422));
        answer("conor", "confirm", "statement", id).andExpect(redirectedUrl(FactFixture.PAGE));
        assertThat(page("aoife", FactFixture.PAGE)).contains("Holds").doesNotContain("/statements/retract?");
        assertThat(body(answer("aoife", "retract", "statement", id, "reason", "Wrong.")
                        .andExpect(status().is(422))))
                .contains("The ledger refused it", "Wrong.");
        answer("conor", "confirm", "statement", "0".repeat(64)).andExpect(status().isNotFound());
        for (String person : new String[] {"deirdre", "eamon", "saoirse"}) {
            answer(person, "confirm", "statement", id).andExpect(status().isForbidden());
        }
        answer("olga", "confirm", "statement", id).andExpect(status().isNotFound());
    }

    private ResultActions state(String from) throws Exception {
        return answer(
                "aoife", "state", "kind", "fact", "name", "Outage", "from", from, "value", "8.5", "reason", "Log 12");
    }

    private ResultActions answer(String person, String what, String... answers) throws Exception {
        MockHttpServletRequestBuilder request = post(FactFixture.PAGE + "/statements/" + what)
                .session(visitors.signIn(person))
                .with(csrf())
                .param("once", UUID.randomUUID().toString())
                .param("password", SiteFixture.PASSWORD);
        for (int i = 0; i < answers.length; i += 2) {
            request.param(answers[i], answers[i + 1]);
        }
        return portal.perform(request);
    }

    private String page(String person, String address) throws Exception {
        String page = body(portal.perform(get(address).session(visitors.signIn(person))));
        assertThat(page).as("words that have no message").doesNotContain("??");
        return page;
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
