package io.smartblocks.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalSite
class KeyPageTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient jdbc;

    private Programs programs;

    @BeforeEach
    void begin() {
        programs = new Programs(portal, visitors);
    }

    @Test
    void a_key_is_kept_as_a_hash_only() throws Exception {
        String key = programs.key("conor", "read");

        List<Map<String, Object>> rows =
                jdbc.sql("select * from api_key order by id").query().listOfRows();
        Map<String, Object> newest = rows.get(rows.size() - 1);

        assertThat(key)
                .startsWith("sbk_")
                .hasSize(47)
                .startsWith(newest.get("hint").toString());
        assertThat(newest.values())
                .allSatisfy(value -> assertThat(String.valueOf(value)).doesNotContain(key));
        assertThat(newest.get("secret_hash").toString()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_page_shows_a_new_key_once() throws Exception {
        MockHttpSession session = visitors.signIn("aoife");
        var made = portal.perform(form(session, "read", SiteFixture.PASSWORD, tomorrow()))
                .andExpect(redirectedUrl("/account/keys"))
                .andReturn();
        String secret = made.getFlashMap().get("secret").toString();

        String first = page(session);
        String second = page(session);

        assertThat(first).contains(secret).contains("Copy it now");
        assertThat(second).doesNotContain(secret).contains(secret.substring(0, 10));
    }

    private String page(MockHttpSession session) throws Exception {
        return portal.perform(get("/account/keys").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void without_the_password_no_key_is_made_and_what_was_typed_stays() throws Exception {
        long before = count();

        String page = portal.perform(form(visitors.signIn("conor"), "read", "guessed", tomorrow()))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("That is not your password").contains("value=\"Billing system\"");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void a_key_gets_no_scope_that_its_owners_role_does_not_allow() throws Exception {
        String page = portal.perform(
                        form(visitors.signIn("eamon"), "agreements:write", SiteFixture.PASSWORD, tomorrow()))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Choose at least one scope that your role allows");
    }

    @Test
    void a_key_ends_after_today_and_within_a_year() throws Exception {
        for (String day : List.of("2020-01-01", "2999-01-01", "soon", "")) {
            portal.perform(form(visitors.signIn("conor"), "read", SiteFixture.PASSWORD, day))
                    .andExpect(status().is(422));
        }
    }

    @Test
    void a_revoked_key_opens_nothing_at_once() throws Exception {
        String key = programs.key("conor", "read");
        programs.ask(key, "/api/v1/health").andExpect(status().isOk());
        long id = jdbc.sql("select max(id) from api_key").query(Long.class).single();

        portal.perform(post("/account/keys/{id}/revoke", id)
                        .session(visitors.signIn("aoife"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        programs.ask(key, "/api/v1/health").andExpect(status().isOk());

        portal.perform(post("/account/keys/{id}/revoke", id)
                        .session(visitors.signIn("conor"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/account/keys"));
        programs.ask(key, "/api/v1/health").andExpect(status().isUnauthorized());
    }

    @Test
    void a_key_that_has_ended_opens_nothing() throws Exception {
        String key = programs.key("conor", "read");
        jdbc.sql("update api_key set expires_at = made_at where id = (select max(id) from api_key)")
                .update();

        programs.ask(key, "/api/v1/health").andExpect(status().isUnauthorized());
    }

    @Test
    void the_page_says_when_a_key_was_used_last() throws Exception {
        MockHttpSession session = visitors.signIn("olga");
        String key = programs.key("olga", "read");
        assertThat(page(session)).contains("Never");

        programs.ask(key, "/api/v1/health").andExpect(status().isOk());

        assertThat(page(session)).doesNotContain("Never");
    }

    private long count() {
        return jdbc.sql("select count(*) from api_key").query(Long.class).single();
    }

    private static String tomorrow() {
        return LocalDate.now().plusDays(1).toString();
    }

    private static MockHttpServletRequestBuilder form(
            MockHttpSession session, String scope, String password, String day) {
        return post("/account/keys")
                .session(session)
                .with(csrf())
                .param("name", "Billing system")
                .param("scopes", scope)
                .param("lastDay", day)
                .param("password", password);
    }
}
