package io.smartblocks.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** What somebody tries who wants a session, a role or a page that is not his. */
@PortalSite
class SafetyTests {

    private static final String LOGIN = "safety-test";
    private static final String OTHER = "another horse battery staple";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    @BeforeEach
    void somebody_has_an_account() {
        if (accounts.known(LOGIN).isEmpty()) {
            accounts.open(
                    new Account(LOGIN, "Somebody", Role.OWNER, Optional.of("nimbus-campus"), Optional.empty()),
                    SiteFixture.PASSWORD);
        }
        accounts.password(LOGIN, SiteFixture.PASSWORD, false);
    }

    @Test
    void a_session_id_that_a_visitor_brings_along_is_not_taken_over() throws Exception {
        String brought = "0123456789ABCDEF0123456789ABCDEF";
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                                .header("Cookie", "smartblocks=" + brought)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        String given = page.headers().firstValue("Set-Cookie").orElseThrow();
        Matcher id = Pattern.compile("smartblocks=([^;]+)").matcher(given);
        assertThat(id.find()).isTrue();
        assertThat(id.group(1)).isNotEqualTo(brought).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void another_password_ends_all_sessions_but_the_one_in_which_it_was_chosen() throws Exception {
        MockHttpSession own = visitors.signIn(LOGIN);
        MockHttpSession stolen = visitors.signIn(LOGIN);
        String before = own.getId();

        portal.perform(post("/account/password")
                        .session(own)
                        .with(csrf())
                        .param("password", SiteFixture.PASSWORD)
                        .param("fresh", OTHER))
                .andExpect(redirectedUrl("/account"));

        portal.perform(get("/account").session(own)).andExpect(status().isOk());
        assertThat(own.getId()).isNotEqualTo(before);
        portal.perform(get("/account").session(stolen)).andExpect(redirectedUrl("/login?ended=true"));
        assertThat(stolen.isInvalid()).isTrue();
    }

    @Test
    void what_a_form_does_not_ask_for_changes_nothing() throws Exception {
        MockHttpSession session = visitors.signIn(LOGIN);

        portal.perform(post("/account/password")
                        .session(session)
                        .with(csrf())
                        .param("password", SiteFixture.PASSWORD)
                        .param("fresh", OTHER)
                        .param("login", "eamon")
                        .param("role", "ADMIN")
                        .param("account.role", "ADMIN")
                        .param("organisation", "harbour-energy")
                        .param("member", "conor-walsh"))
                .andExpect(redirectedUrl("/account"));

        assertThat(accounts.known(LOGIN))
                .contains(new Account(LOGIN, "Somebody", Role.OWNER, Optional.of("nimbus-campus"), Optional.empty()));
        assertThat(accounts.confirms(LOGIN, OTHER)).isTrue();
        assertThat(accounts.confirms("eamon", SiteFixture.PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"continue", "redirect", "spring-security-redirect", "back", "url", "returnTo"})
    void signing_in_leads_to_no_other_site(String parameter) throws Exception {
        portal.perform(post("/login?" + parameter + "=https://elsewhere.example/")
                        .with(csrf())
                        .header("Referer", "https://elsewhere.example/")
                        .param(parameter, "//elsewhere.example/")
                        .param("username", LOGIN)
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void nobody_signs_in_or_out_by_following_a_link() throws Exception {
        portal.perform(get("/login").param("username", LOGIN).param("password", SiteFixture.PASSWORD))
                .andExpect(unauthenticated());
        MockHttpSession session = visitors.signIn(LOGIN);
        portal.perform(get("/logout").session(session));
        assertThat(session.isInvalid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/api/v1/members", "/verify", "/look/portal.js"})
    void no_other_site_reads_an_answer_by_script(String address) throws Exception {
        MockHttpSession session = visitors.signIn(LOGIN);
        portal.perform(get(address).session(session).header("Origin", "https://elsewhere.example"))
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
        portal.perform(options(address)
                        .session(session)
                        .header("Origin", "https://elsewhere.example")
                        .header("Access-Control-Request-Method", "POST"))
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
    }

    @Test
    void the_page_that_asks_for_a_password_lets_password_managers_and_pasting_work() throws Exception {
        String page = portal.perform(get("/login")).andReturn().getResponse().getContentAsString();

        assertThat(page)
                .contains("type=\"password\"", "autocomplete=\"current-password\"", "autocomplete=\"username\"")
                .doesNotContain("onpaste", "maxlength");
    }
}
