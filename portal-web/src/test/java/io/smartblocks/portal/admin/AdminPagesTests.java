package io.smartblocks.portal.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import io.smartblocks.portal.account.Accounts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
@DirtiesContext
class AdminPagesTests {

    private static final String CHOSEN = "a long sentence of my own";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_new_person_signs_in_once_with_the_given_password_and_must_choose_another() throws Exception {
        String secret = open("fiona", Map.of())
                .andExpect(redirectedUrl("/admin/users"))
                .andReturn()
                .getFlashMap()
                .get("secret")
                .toString();
        assertThat(told()).contains("fiona").contains("She joins us.").doesNotContain(secret);

        MockHttpSession fiona = session("fiona", secret);
        portal.perform(get("/agreements").session(fiona)).andExpect(redirectedUrl("/account/password"));
        portal.perform(get("/account/password").session(fiona)).andExpect(status().isOk());
        choose(fiona, secret, CHOSEN).andExpect(redirectedUrl("/account"));

        portal.perform(get("/agreements").session(fiona)).andExpect(status().isOk());
        portal.perform(formLogin("/login").user("fiona").password(secret)).andExpect(unauthenticated());
        portal.perform(get("/agreements").session(session("fiona", CHOSEN))).andExpect(status().isOk());
    }

    @Test
    void whoever_is_locked_is_out_at_once_until_unlocked() throws Exception {
        MockHttpSession deirdre = visitors.signIn("deirdre");
        portal.perform(get("/agreements").session(deirdre)).andExpect(status().isOk());

        act("deirdre", "lock", "").andExpect(redirectedUrl("/admin/users"));

        portal.perform(get("/agreements").session(deirdre)).andExpect(redirectedUrl("/login?ended=true"));
        portal.perform(formLogin("/login").user("deirdre").password(SiteFixture.PASSWORD))
                .andExpect(unauthenticated());
        assertThat(told()).contains("account-locked").contains("Because I say so.");
        act("deirdre", "lock", "").andExpect(status().is(422));

        act("deirdre", "unlock", "").andExpect(redirectedUrl("/admin/users"));
        portal.perform(get("/agreements").session(visitors.signIn("deirdre"))).andExpect(status().isOk());
    }

    @Test
    void another_role_ends_what_was_open_and_is_told_before_and_after() throws Exception {
        MockHttpSession olga = visitors.signIn("olga");

        act("olga", "role", "LAWYER").andExpect(redirectedUrl("/admin/users"));

        portal.perform(get("/agreements").session(olga)).andExpect(redirectedUrl("/login?ended=true"));
        portal.perform(get("/templates").session(visitors.signIn("olga"))).andExpect(status().isOk());
        assertThat(told()).contains("BEFORE_TEXT=OWNER").contains("AFTER_TEXT=LAWYER");
        act("olga", "role", "").andExpect(status().is(422));
    }

    @Test
    void nobody_changes_the_own_account() throws Exception {
        act("saoirse", "role", "AUDITOR").andExpect(status().is(422));
        act("saoirse", "lock", "").andExpect(status().is(422));

        assertThat(accounts.standing("saoirse").orElseThrow().locked()).isEmpty();
    }

    @Test
    void a_reset_password_opens_the_account_once_and_the_key_not_at_all() throws Exception {
        String secret = act("aoife", "password", "")
                .andReturn()
                .getFlashMap()
                .get("secret")
                .toString();
        MockHttpSession aoife = session("aoife", secret);

        var chosen = choose(aoife, secret, CHOSEN).andReturn();

        assertThat(chosen.getFlashMap().get("passwordDone")).isEqualTo("password.done.key");
    }

    @Test
    void who_chooses_another_password_signs_on_with_it() throws Exception {
        MockHttpSession conor = visitors.signIn("conor");
        choose(conor, SiteFixture.PASSWORD, "short").andExpect(status().is(422));
        choose(conor, SiteFixture.PASSWORD, SiteFixture.PASSWORD).andExpect(status().is(422));
        choose(conor, SiteFixture.PASSWORD, "i am conor walsh").andExpect(status().is(422));
        choose(conor, "guessed", CHOSEN).andExpect(status().is(422));

        choose(conor, SiteFixture.PASSWORD, CHOSEN).andExpect(redirectedUrl("/account"));

        portal.perform(post("/members/nimbus-campus/act/rate")
                        .session(conor)
                        .with(csrf())
                        .param("once", "after-the-change")
                        .param("deal", "campus-supply/Billing Month/2026-10-01")
                        .param("stars", "5")
                        .param("password", CHOSEN))
                .andExpect(redirectedUrl("/members/nimbus-campus"));
    }

    @Test
    void due_settlements_are_run_for_a_reason() throws Exception {
        MockHttpSession saoirse = visitors.signIn("saoirse");
        portal.perform(post("/admin/run").session(saoirse).with(csrf()).param("password", SiteFixture.PASSWORD))
                .andExpect(status().is(422));
        portal.perform(post("/admin/run")
                        .session(saoirse)
                        .with(csrf())
                        .param("reason", "The meter is back.")
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(redirectedUrl("/admin"));

        assertThat(told()).contains("The meter is back.");
    }

    private ResultActions open(String login, Map<String, String> changed) throws Exception {
        var form = post("/admin/users/new").session(visitors.signIn("saoirse")).with(csrf());
        Map<String, String> usual = Map.of(
                "login", login,
                "name", "Fiona Farrell",
                "role", "OWNER",
                "organisation", "other-estate",
                "member", "",
                "reason", "She joins us.",
                "password", SiteFixture.PASSWORD);
        usual.forEach((field, value) -> form.param(field, changed.getOrDefault(field, value)));
        return portal.perform(form);
    }

    private ResultActions act(String login, String act, String role) throws Exception {
        return portal.perform(post("/admin/users/" + login + "/act/" + act)
                .session(visitors.signIn("saoirse"))
                .with(csrf())
                .param("role", role)
                .param("reason", "Because I say so.")
                .param("password", SiteFixture.PASSWORD));
    }

    private ResultActions choose(MockHttpSession session, String old, String fresh) throws Exception {
        return portal.perform(post("/account/password")
                .session(session)
                .with(csrf())
                .param("password", old)
                .param("fresh", fresh));
    }

    private MockHttpSession session(String login, String password) throws Exception {
        return (MockHttpSession) portal.perform(formLogin("/login").user(login).password(password))
                .andReturn()
                .getRequest()
                .getSession();
    }

    private String told() {
        return jdbc.sql("select * from audit_entry").query().listOfRows().toString();
    }
}
