package io.smartblocks.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What parties do with agreements by their pages, on a site of its own. */
@PortalSite
@TestPropertySource(properties = "spring.application.name=life-actions")
@DirtiesContext
class LifeActionTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ReadModel model;

    @Autowired
    private Ledger ledger;

    @Test
    void a_proposal_is_taken_back_with_a_reason_and_the_page_names_the_transaction() throws Exception {
        assertThat(page("conor", "/agreements/campus-supply-next"))
                .contains("/agreements/campus-supply-next/act/withdraw")
                .doesNotContain("/act/terminate", "/act/resume");

        ResultActions done = act("conor", "campus-supply-next", "withdraw", "Written anew.", once())
                .andExpect(redirectedUrl("/agreements/campus-supply-next?version=1.0"))
                .andExpect(flash().attribute("done", "withdraw"));
        assertThat((String) done.andReturn().getFlashMap().get("doneTransaction"))
                .hasSize(64);

        assertThat(state("campus-supply-next")).isInstanceOf(AgreementState.Withdrawn.class);
        assertThat(page("conor", "/agreements/campus-supply-next")).doesNotContain("/act/");
        // the other party still has the page with the form open
        assertThat(body(act("aoife", "campus-supply-next", "withdraw", "Too late.", once())
                        .andExpect(status().is(422))))
                .contains("The ledger refused it", "Too late.");
    }

    @Test
    void an_agreement_is_suspended_once_both_have_asked_and_resumed_in_the_same_way() throws Exception {
        String once = once();
        long before = ledger.height();
        act("conor", "campus-supply", "suspend", "The campus is rebuilt.", once).andExpect(status().isFound());
        long after = ledger.height();
        assertThat(after).isGreaterThan(before);
        act("conor", "campus-supply", "suspend", "The campus is rebuilt.", once).andExpect(status().isFound());
        assertThat(ledger.height()).as("a form that is sent twice is done once").isEqualTo(after);
        assertThat(body(act("conor", "campus-supply", "suspend", "Another reason.", once)
                        .andExpect(status().is(422))))
                .as("the form of a page that one went back to")
                .contains("This form was sent already", "Another reason.");

        assertThat(page("conor", "/agreements/campus-supply"))
                .contains("aria-disabled", "The ledger would refuse it now");
        assertThat(body(portal.perform(get("/agreements/campus-supply/act/suspend?version=1.0")
                                .session(visitors.signIn("conor")))
                        .andExpect(status().isConflict())))
                .contains("Not possible now");

        act("aoife", "campus-supply", "suspend", "Agreed.", once()).andExpect(status().isFound());
        assertThat(state("campus-supply")).isInstanceOf(AgreementState.Suspended.class);
        assertThat(page("aoife", "/agreements/campus-supply"))
                .contains("/act/resume")
                .doesNotContain("/act/suspend");
        act("aoife", "campus-supply", "resume", "It is done.", once()).andExpect(status().isFound());
        act("conor", "campus-supply", "resume", "It is done.", once()).andExpect(status().isFound());
        assertThat(state("campus-supply")).isInstanceOf(AgreementState.Active.class);
    }

    @Test
    void wrong_answers_stand_at_their_fields_and_in_the_summary_and_nothing_is_lost() throws Exception {
        String page = body(portal.perform(post("/agreements/campus-supply-held/act/terminate")
                        .session(visitors.signIn("conor"))
                        .with(csrf())
                        .param("version", "1.0")
                        .param("once", once())
                        .param("day", "next year")
                        .param("reason", " ")
                        .param("password", "wrong"))
                .andExpect(status().is(422)));

        assertThat(page)
                .contains(
                        "id=\"day-error\"",
                        "id=\"reason-error\"",
                        "id=\"password-error\"",
                        "href=\"#day\"",
                        "value=\"next year\"",
                        "is no day",
                        "Reason is missing")
                .doesNotContain("??");
    }

    @Test
    void an_end_that_both_state_comes_into_force() throws Exception {
        terminate("conor").andExpect(status().isFound());
        assertThat(page("aoife", "/agreements/campus-supply-held")).contains("asks to end it on 31 December 2027");
        terminate("aoife").andExpect(status().isFound());
        assertThat(page("aoife", "/agreements/campus-supply-held")).contains("Ends on 31 December 2027", "/act/revoke");
    }

    @Test
    void who_may_not_act_or_holds_no_key_sees_why_and_cannot() throws Exception {
        Map<String, String> reasons = Map.of(
                "deirdre", "Your role, Lawyer, puts nothing like this on the ledger.",
                "eamon", "Your role, Auditor, puts nothing like this on the ledger.",
                "saoirse", "Your account holds no key to sign with.");
        for (String person : reasons.keySet()) {
            assertThat(page(person, "/agreements/campus-supply-held"))
                    .contains(reasons.get(person))
                    .doesNotContain("href=\"/agreements/campus-supply-held/act/");
            act(person, "campus-supply-held", "suspend", "No.", once()).andExpect(status().isForbidden());
        }
        act("olga", "campus-supply-held", "suspend", "No.", once()).andExpect(status().isNotFound());
        act("conor", "campus-supply-held", "burn", "No.", once()).andExpect(status().isNotFound());
    }

    private ResultActions terminate(String person) throws Exception {
        return portal.perform(post("/agreements/campus-supply-held/act/terminate")
                .session(visitors.signIn(person))
                .with(csrf())
                .param("version", "1.0")
                .param("once", once())
                .param("day", "2027-12-31")
                .param("reason", "Sold.")
                .param("password", SiteFixture.PASSWORD));
    }

    private ResultActions act(String person, String agreement, String action, String reason, String once)
            throws Exception {
        return portal.perform(post("/agreements/" + agreement + "/act/" + action)
                .session(visitors.signIn(person))
                .with(csrf())
                .param("version", "1.0")
                .param("once", once)
                .param("reason", reason)
                .param("password", SiteFixture.PASSWORD));
    }

    private static String once() {
        return UUID.randomUUID().toString();
    }

    private AgreementState state(String agreement) {
        return model.agreements()
                .agreement(new AgreementId(agreement), "1.0")
                .orElseThrow()
                .state();
    }

    private String page(String person, String address) throws Exception {
        return body(portal.perform(get(address).session(visitors.signIn(person))));
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
