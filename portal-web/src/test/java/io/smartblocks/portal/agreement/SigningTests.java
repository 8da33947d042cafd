package io.smartblocks.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalSite
@DirtiesContext
class SigningTests {

    private static final AgreementId AGREEMENT = new AgreementId("campus-supply-next");
    private static final String PAGE = "/agreements/campus-supply-next/sign";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ReadModel model;

    @Test
    void a_wrong_password_signs_nothing_and_says_so_at_the_field() throws Exception {
        int before = agreement().state().signatures().size();

        sign("aoife", hash(), "wrong")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"password-error\"")))
                .andExpect(content().string(containsString("Nothing was signed")));

        assertThat(agreement().state().signatures()).hasSize(before);
    }

    @Test
    void guessing_the_password_is_slowed_down_as_at_sign_in() throws Exception {
        MockHttpSession session = visitors.signIn("aoife");
        for (int guess = 0; guess < 5; guess++) {
            signFrom("192.0.2.7", session, "guess").andExpect(status().is(422));
        }

        signFrom("192.0.2.7", session, SiteFixture.PASSWORD)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Too many wrong passwords in a row")));

        assertThat(agreement().state()).isNotInstanceOf(AgreementState.Active.class);
    }

    @Test
    void another_text_than_the_one_that_was_read_is_not_signed() throws Exception {
        sign("aoife", "0".repeat(64), SiteFixture.PASSWORD)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("The text has changed since you read it")));
    }

    @Test
    void nobody_but_a_party_signs() throws Exception {
        sign("olga", hash(), SiteFixture.PASSWORD).andExpect(status().isNotFound());
        sign("saoirse", hash(), SiteFixture.PASSWORD).andExpect(status().isForbidden());
    }

    @Test
    void the_last_signature_brings_the_agreement_into_force() throws Exception {
        portal.perform(get(PAGE).session(visitors.signIn("conor")))
                .andExpect(content().string(containsString(hash())));

        sign("conor", hash(), SiteFixture.PASSWORD).andExpect(redirectedUrl("/agreements/campus-supply-next"));
        assertThat(agreement().state()).isInstanceOf(AgreementState.Signed.class);
        sign("aoife", hash(), SiteFixture.PASSWORD).andExpect(redirectedUrl("/agreements/campus-supply-next"));

        assertThat(agreement().state()).isInstanceOf(AgreementState.Active.class);
        portal.perform(get("/waiting").session(visitors.signIn("aoife")))
                .andExpect(content().string(not(containsString(PAGE))));
    }

    private ResultActions sign(String person, String textHash, String password) throws Exception {
        return portal.perform(signature(visitors.signIn(person), textHash, password));
    }

    private ResultActions signFrom(String address, MockHttpSession session, String password) throws Exception {
        return portal.perform(signature(session, hash(), password).remoteAddress(address));
    }

    private static MockHttpServletRequestBuilder signature(MockHttpSession session, String textHash, String password) {
        return post(PAGE)
                .session(session)
                .with(csrf())
                .param("version", "1.0")
                .param("textHash", textHash)
                .param("password", password);
    }

    private AgreementRecord agreement() {
        return model.agreements().agreement(AGREEMENT, "1.0").orElseThrow();
    }

    private String hash() {
        return agreement().proposal().textHash().value();
    }
}
