package io.smartblocks.portal.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import io.smartblocks.templates.Templates;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A text of the editor goes to its parties, on a site of its own. */
@PortalSite
@TestPropertySource(properties = "spring.application.name=propose-text")
@DirtiesContext
class ProposeTextTests {

    private static final String TEXT =
            Templates.find("time-of-use-supply").orElseThrow().sample();

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ReadModel model;

    @Test
    void a_text_is_proposed_once_its_parties_are_named() throws Exception {
        assertThat(body(ask("conor", TEXT).andExpect(status().isOk())))
                .contains(Hash.of(TEXT).value(), "name=\"party-supplier\"", "name=\"party-client\"", "/editor/propose")
                .doesNotContain("??");
        String title = TEXT.replaceAll("(?s)^.*?contract \"([^\"]*)\".*$", "$1");
        AgreementId id = new AgreementId(io.smartblocks.ledger.identity.Slug.of(title));
        String once = UUID.randomUUID().toString();

        propose("conor", once, "harbour-energy", "harbour-energy").andExpect(status().is(422));
        assertThat(body(propose("conor", once, "harbour-energy", "").andExpect(status().is(422))))
                .contains("id=\"party-client-error\"", "value=\"harbour-energy\" selected");
        propose("conor", once, "harbour-energy", "nimbus-campus")
                .andExpect(redirectedUrl("/agreements/" + id + "?version=1.0"));
        propose("conor", once, "harbour-energy", "nimbus-campus")
                .andExpect(redirectedUrl("/agreements/" + id + "?version=1.0"));

        assertThat(model.agreements().versions(id))
                .singleElement()
                .satisfies(version -> assertThat(version.proposal().textHash()).isEqualTo(Hash.of(TEXT)));
        assertThat(body(ask("conor", TEXT.replaceFirst("0\\.", "1.")))).contains("Nobody has signed it.");
    }

    @Test
    void a_faulty_text_stays_in_the_editor_with_the_reason() throws Exception {
        String wrong = TEXT.replace("shall pay Day Energy * Day Price", "shall pay Day Energy + Day Price");

        assertThat(body(ask("conor", wrong).andExpect(status().is(422))))
                .contains("The text cannot be proposed yet", "different units", "shall pay Day Energy + Day Price")
                .containsPattern("<a href=\"#text\">Line [0-9]+</a> <span lang=\"en\">[^`]*</span>");
    }

    @Test
    void a_lawyer_reads_the_question_but_holds_no_key_to_answer_it() throws Exception {
        assertThat(body(ask("deirdre", TEXT).andExpect(status().isConflict())))
                .contains("Your account holds no key to sign with.", "aria-disabled");
        propose("deirdre", "x", "harbour-energy", "nimbus-campus").andExpect(status().is(422));
        ask("aoife", TEXT).andExpect(status().isForbidden());
    }

    private ResultActions ask(String person, String text) throws Exception {
        return portal.perform(post("/editor")
                .session(visitors.signIn(person))
                .with(csrf())
                .param("do", "propose")
                .param("text", text.replace("\n", "\r\n")));
    }

    private ResultActions propose(String person, String once, String supplier, String client) throws Exception {
        MockHttpServletRequestBuilder request = post("/editor/propose")
                .session(visitors.signIn(person))
                .with(csrf())
                .param("text", TEXT.replace("\n", "\r\n"))
                .param("once", once)
                .param("party-supplier", supplier)
                .param("party-client", client)
                .param("password", SiteFixture.PASSWORD);
        return portal.perform(request);
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
