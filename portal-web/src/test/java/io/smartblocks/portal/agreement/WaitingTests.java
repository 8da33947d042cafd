package io.smartblocks.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.FactFixture;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import io.smartblocks.templates.Templates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What waits for whom, and a text that is changed before it is signed, on a site of their own. */
@PortalSite
@Import(FactFixture.class)
@TestPropertySource(properties = "spring.application.name=waiting")
@DirtiesContext
class WaitingTests {

    private static final AgreementId ID = new AgreementId("changed-supply");
    private static final String PAGE = "/agreements/" + ID;
    private static final String TEXT = Templates.find("time-of-use-supply")
            .orElseThrow()
            .sample()
            .replaceFirst("contract \"[^\"]*\"", "contract \"Changed supply\"");
    private static final String OTHER =
            TEXT.replace("within 14 days after settlement", "within 21 days after settlement");
    private static final String STATEMENT = "/settlements/campus-supply/billing-month/2026-10-01/0";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ReadModel model;

    @Autowired
    private FactFixture facts;

    @Test
    void a_change_is_asked_for_and_answered_by_another_text_that_voids_the_signatures() throws Exception {
        propose(TEXT, "").andExpect(redirectedUrl(PAGE + "?version=1.0"));
        sign("conor").andExpect(redirectedUrl(PAGE));

        assertThat(page("aoife", PAGE)).contains("/agreements/changed-supply/change?version=1.0", "Refuse");
        assertThat(body(change("aoife", " ").andExpect(status().is(422))))
                .contains("href=\"#words\"", "id=\"words-error\"");
        change("olga", "Mine").andExpect(status().isNotFound());
        change("eamon", "Mine").andExpect(status().isForbidden());
        change("aoife", "Clause 2.1: pay within 21 days, <b>please</b>.")
                .andExpect(redirectedUrl(PAGE + "?version=1.0"));
        change("aoife", "Clause 2.1: pay within 21 days, <b>please</b>.");

        String waiting = page("conor", "/waiting");
        assertThat(waiting)
                .contains(
                        "Nimbus Campus DAC asks for a change of Changed supply, version 1.0",
                        "&lt;b&gt;please",
                        "/editor?changes=changed-supply&amp;version=1.0")
                .containsOnlyOnce("please");
        assertThat(page("aoife", "/waiting")).doesNotContain("asks for a change");
        assertThat(page("conor", "/editor?changes=changed-supply&version=1.0"))
                .contains("name=\"base\" value=\"" + Hash.of(TEXT).value());

        assertThat(body(ask(OTHER, Hash.of(TEXT).value()).andExpect(status().isOk())))
                .contains("What changes against version 1.0", "<del>", "<ins>", "One signature becomes void.");
        propose(OTHER, Hash.of(TEXT).value()).andExpect(redirectedUrl(PAGE + "?version=1.0"));

        assertThat(model.agreements().agreement(ID, "1.0").orElseThrow().state())
                .isInstanceOf(AgreementState.Proposed.class);
        assertThat(page("conor", "/waiting")).doesNotContain("asks for a change");
        assertThat(page("aoife", PAGE)).contains("21 days").doesNotContain("please");
        change("aoife", "Too late").andExpect(status().is(422));

        // who began with the first text is told of the second before it is put aside
        String third = TEXT.replace("within 14 days after settlement", "within 30 days after settlement");
        assertThat(body(ask(third, Hash.of(TEXT).value()).andExpect(status().is(422))))
                .contains("Another text of version 1.0 was proposed by Conor Walsh", "<del>", "30 days", "21");
        propose(third, Hash.of(TEXT).value()).andExpect(status().is(422));
        assertThat(model.agreements()
                        .agreement(ID, "1.0")
                        .orElseThrow()
                        .proposal()
                        .textHash())
                .isEqualTo(Hash.of(OTHER));
        propose(third, Hash.of(OTHER).value()).andExpect(redirectedUrl(PAGE + "?version=1.0"));

        answer("aoife", PAGE + "/act/withdraw", Map.of("version", "1.0", "reason", "21 days or nothing."))
                .andExpect(redirectedUrl(PAGE + "?version=1.0"));
        assertThat(page("conor", PAGE)).contains("21 days or nothing.");
    }

    @Test
    void facts_and_adjustments_wait_for_the_party_that_confirms_them() throws Exception {
        facts.comeIntoForce();
        answer(
                        "aoife",
                        FactFixture.PAGE + "/statements/state",
                        Map.of("kind", "fact", "name", "Outage", "from", "2026-10-01", "value", "8.5"))
                .andExpect(redirectedUrl(FactFixture.PAGE));
        String adjustment = FactFixture.PAGE + "/statements/state";
        Map<String, String> server = new LinkedHashMap<>(
                Map.of("kind", "adjustment", "name", "Server Room", "from", "2026-10-05", "to", "2026-10-01"));
        server.put("value", "38");
        assertThat(body(answer("conor", adjustment, server).andExpect(status().is(422))))
                .contains("id=\"to-error\"", "id=\"reason-error\"", "value=\"2026-10-05\"", "value=\"38\"");
        server.put("to", "2026-10-20");
        server.put("reason", "A third rack");
        answer("conor", adjustment, server).andExpect(redirectedUrl(FactFixture.PAGE));

        assertThat(page("conor", "/waiting")).contains("Confirm Outage: 8.5 hours under Nimbus Campus facts");
        String waiting = page("aoife", "/waiting");
        assertThat(waiting).contains("Confirm Server Room: 38 kWh per day").doesNotContain("Confirm Outage");
        String id = waiting.replaceAll("(?s)^.*?/statements/confirm\\?statement=([0-9a-f]{64}).*$", "$1");

        assertThat(page("aoife", FactFixture.PAGE + "/statements/confirm?statement=" + id))
                .contains("38 kWh per day", "A third rack");
        answer("conor", FactFixture.PAGE + "/statements/confirm", Map.of("statement", id))
                .andExpect(status().is(422));
        answer("aoife", FactFixture.PAGE + "/statements/confirm", Map.of("statement", id))
                .andExpect(redirectedUrl(FactFixture.PAGE));
        assertThat(page("aoife", "/waiting")).doesNotContain("Confirm Server Room");
        assertThat(model.statements()
                        .adjustments(new AgreementId("campus-facts"), model.height() - 1)
                        .get(0)
                        .state()
                        .holding())
                .isPresent();
    }

    @Test
    void a_termination_and_a_dispute_wait_for_the_other_party() throws Exception {
        answer(
                        "conor",
                        "/agreements/campus-supply/act/terminate",
                        Map.of("version", "1.0", "day", "2028-12-31", "reason", "Sold."))
                .andExpect(status().isFound());
        answer("aoife", STATEMENT + "/act/dispute", Map.of("line-2", "on", "reason", "Too much."))
                .andExpect(status().isFound());

        assertThat(page("aoife", "/waiting"))
                .contains("asks to end it on 31 December 2028: Sold.", "/act/terminate?version=1.0")
                .doesNotContain("Too much.");
        assertThat(page("conor", "/waiting"))
                .contains("Nimbus Campus DAC disputes", "Too much.", STATEMENT)
                .doesNotContain("asks to end it");
        for (String person : new String[] {"eamon", "saoirse", "olga"}) {
            assertThat(page(person, "/waiting")).contains("Nothing waits for you");
        }
    }

    private ResultActions ask(String text, String base) throws Exception {
        return portal.perform(post("/editor")
                .session(visitors.signIn("conor"))
                .with(csrf())
                .param("do", "propose")
                .param("text", text)
                .param("base", base));
    }

    private ResultActions propose(String text, String base) throws Exception {
        return answer(
                "conor",
                "/editor/propose",
                Map.of(
                        "text",
                        text,
                        "base",
                        base,
                        "party-supplier",
                        "harbour-energy",
                        "party-client",
                        "nimbus-campus"));
    }

    private ResultActions sign(String person) throws Exception {
        return answer(person, PAGE + "/sign", Map.of("version", "1.0", "textHash", standing()));
    }

    private ResultActions change(String person, String words) throws Exception {
        return answer(
                person,
                PAGE + "/change",
                Map.of(
                        "version",
                        "1.0",
                        "textHash",
                        words.equals("Too late") ? Hash.of(TEXT).value() : standing(),
                        "words",
                        words));
    }

    private String standing() {
        return model.agreements()
                .agreement(ID, "1.0")
                .orElseThrow()
                .proposal()
                .textHash()
                .value();
    }

    private ResultActions answer(String person, String address, Map<String, String> answers) throws Exception {
        MockHttpServletRequestBuilder request = post(address)
                .session(visitors.signIn(person))
                .with(csrf())
                .param("once", UUID.randomUUID().toString())
                .param("password", SiteFixture.PASSWORD);
        answers.forEach(request::param);
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
