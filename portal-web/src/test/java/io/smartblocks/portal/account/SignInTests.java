package io.smartblocks.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

@PortalSite
class SignInTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Test
    void an_unknown_visitor_is_sent_to_the_sign_in_page_and_then_to_where_he_wanted() throws Exception {
        MockHttpSession session = (MockHttpSession) portal.perform(get("/agreements/campus-supply"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/login"))
                .andReturn()
                .getRequest()
                .getSession();

        portal.perform(post("/login")
                        .session(session)
                        .with(csrf())
                        .param("username", "aoife")
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(authenticated())
                .andExpect(redirectedUrlPattern("**/agreements/campus-supply"));
    }

    @Test
    void signing_in_gives_the_session_another_id() throws Exception {
        MockHttpSession session = new MockHttpSession();
        String before = session.getId();

        portal.perform(post("/login")
                .session(session)
                .with(csrf())
                .param("username", "aoife")
                .param("password", SiteFixture.PASSWORD));

        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void a_wrong_password_is_refused_with_words() throws Exception {
        portal.perform(formLogin("/login").user("aoife").password("wrong"))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login?failed=true"));

        portal.perform(get("/login").param("failed", "true"))
                .andExpect(content().string(Matchers.containsString("do not belong together")));
    }

    @Test
    void after_five_failures_the_next_try_has_to_wait_and_others_do_not() throws Exception {
        for (int i = 0; i < 5; i++) {
            portal.perform(formLogin("/login").user("nobody").password("guess" + i));
        }

        portal.perform(formLogin("/login").user("Nobody").password("guess"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        portal.perform(formLogin("/login").user("eamon").password(SiteFixture.PASSWORD))
                .andExpect(authenticated());
    }

    @Test
    void signing_out_ends_the_session() throws Exception {
        MockHttpSession session = visitors.signIn("aoife");

        portal.perform(post("/logout").session(session).with(csrf())).andExpect(redirectedUrl("/login?ended=true"));

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_change_without_its_token_is_refused() throws Exception {
        portal.perform(post("/logout").session(visitors.signIn("aoife"))).andExpect(status().isForbidden());
        portal.perform(post("/theme")).andExpect(status().isForbidden());
    }

    @Test
    void the_theme_is_remembered_and_leads_back_to_this_site_only() throws Exception {
        portal.perform(post("/theme").with(csrf()).param("back", "//elsewhere.example"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/"))
                .andExpect(header().string("Set-Cookie", Matchers.containsString("theme=dark")));
    }

    @Test
    void health_is_open_and_nothing_else_of_the_actuator() throws Exception {
        portal.perform(get("/actuator/health")).andExpect(status().isOk());
        portal.perform(get("/actuator/env").session(visitors.signIn("saoirse"))).andExpect(status().isNotFound());
    }
}
