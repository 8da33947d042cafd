package io.smartblocks.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sessions and headers, by points of OWASP ASVS 5.0, level 2. */
@PortalSite
class SessionTests {

    private static final String KEYS = "/account/keys";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private WebApplicationContext container;

    @LocalServerPort
    private int port;

    private HttpResponse<String> ask(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void on_plain_http_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() throws Exception {
        String cookie = ask("/login").headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie)
                .startsWith("smartblocks=")
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Max-Age");
    }

    @Test
    void an_idle_session_ends_after_thirty_minutes() {
        assertThat(container.getServletContext().getSessionTimeout()).isEqualTo(30);
    }

    @Test
    void a_busy_session_ends_eight_hours_after_it_began() throws Exception {
        MockHttpSession old = new MockHttpSession() {
            @Override
            public long getCreationTime() {
                return getLastAccessedTime() - 8 * 3_600_000L - 1;
            }
        };
        portal.perform(post("/login")
                .session(old)
                .with(csrf())
                .param("username", "aoife")
                .param("password", SiteFixture.PASSWORD));
        if (!old.isInvalid()) {
            portal.perform(get("/account").session(old)).andExpect(redirectedUrl("/login"));
        }

        assertThat(old.isInvalid()).isTrue();
    }

    @Test
    void a_session_that_was_signed_out_opens_nothing_any_more() throws Exception {
        MockHttpSession session = visitors.signIn("aoife");
        portal.perform(get("/account").session(session)).andExpect(status().isOk());

        portal.perform(post("/logout").session(session).with(csrf()));

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void every_change_on_a_page_is_refused_without_its_token() throws Exception {
        Set<String> changes = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.GET)
                        .forEach(method -> mapping.getPatternValues().stream()
                                // who checks a file changes nothing, and may have stayed longer than the session
                                .filter(path -> !path.startsWith("/api/") && !path.equals("/verify"))
                                .forEach(path -> changes.add(method + " " + path))));
        assertThat(changes).contains("POST /templates/{id}/text", "POST /account/keys", "POST /agreements/{id}/sign");

        for (String login : List.of("conor", "saoirse")) {
            MockHttpSession session = visitors.signIn(login);
            for (String change : changes) {
                String[] parts = change.split(" ");
                String path = parts[1].replaceAll("\\{\\*?[a-z]+}", "1");
                portal.perform(request(HttpMethod.valueOf(parts[0]), URI.create(path))
                                .session(session)
                                .header("HX-Request", "true"))
                        .andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void a_form_whose_session_has_ended_leads_through_signing_in_back_to_it() throws Exception {
        MockHttpSession unknown = new MockHttpSession();
        portal.perform(post(KEYS)
                        .session(unknown)
                        .header("Referer", "http://localhost" + KEYS)
                        .param("name", "Billing"))
                .andExpect(redirectedUrl("/login?lost=true"));

        portal.perform(post("/login")
                        .session(unknown)
                        .with(csrf())
                        .param("username", "aoife")
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(redirectedUrl("http://localhost" + KEYS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_sign_in_page_whose_session_has_ended_leads_to_a_new_one_and_on_to_where_its_reader_wanted_to_go(
            boolean signedInElsewhere) throws Exception {
        MockHttpSession first = new MockHttpSession();
        portal.perform(get(KEYS + "?x=1").session(first)).andExpect(redirectedUrl("/login"));
        String wanted = "name=\"wanted\" value=\"" + KEYS + "?x=1\"";
        assertThat(visitors.page(first, "/login")).contains(wanted).doesNotContain("had stood open");

        MockHttpSession next = signedInElsewhere ? visitors.signIn("conor") : new MockHttpSession();
        portal.perform(post("/login")
                        .session(next)
                        .param("username", "aoife")
                        .param("password", SiteFixture.PASSWORD)
                        .param("wanted", KEYS + "?x=1"))
                .andExpect(redirectedUrl("/login?late=true"));
        assertThat(visitors.page(next, "/login?late=true"))
                .contains("This page had stood open for so long", "value=\"aoife\"", wanted)
                .doesNotContain(SiteFixture.PASSWORD);
        portal.perform(post("/login")
                        .session(next)
                        .with(csrf())
                        .param("username", "aoife")
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(redirectedUrl("http://localhost" + KEYS + "?x=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example/", "https://elsewhere.example/", "/ no address", ""})
    void a_sign_in_page_that_is_out_of_date_leads_nowhere_else(String wanted) throws Exception {
        MockHttpSession session = new MockHttpSession();
        portal.perform(post("/login").session(session).param("wanted", wanted))
                .andExpect(redirectedUrl("/login?late=true"));

        assertThat(visitors.page(session, "/login?late=true")).doesNotContain("name=\"wanted\"");
    }

    @Test
    void what_else_stands_on_a_sign_in_page_that_is_out_of_date_leads_to_a_new_one() throws Exception {
        portal.perform(post("/language")
                        .header("Referer", "http://localhost/login?ended=true")
                        .param("language", "de"))
                .andExpect(redirectedUrl("/login?late=true"));
    }

    @Test
    void what_is_chosen_on_the_page_for_everybody_leads_back_to_it_when_its_session_has_ended() throws Exception {
        portal.perform(post("/language")
                        .header("Referer", "http://localhost/verify")
                        .param("language", "de"))
                .andExpect(redirectedUrl("/verify"));
    }

    @Test
    void a_form_that_is_out_of_date_is_not_taken_and_leads_back() throws Exception {
        String page = portal.perform(post(KEYS)
                        .session(visitors.signIn("aoife"))
                        .header("Referer", "http://localhost" + KEYS + "?x=1")
                        .param("name", "Billing"))
                .andExpect(status().isForbidden())
                .andExpect(result ->
                        assertThat(result.getResponse().getForwardedUrl()).isEqualTo("/login/lost"))
                .andReturn()
                .getRequest()
                .getAttribute(LostForm.BACK)
                .toString();

        assertThat(page).isEqualTo(KEYS + "?x=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://elsewhere.example/account/keys", "http://localhost.elsewhere.example/", "nonsense", ""})
    void a_change_from_elsewhere_leads_nowhere(String from) throws Exception {
        portal.perform(post(KEYS).header("Referer", from)).andExpect(status().isForbidden());
    }

    @Test
    void a_fragment_is_not_answered_with_the_sign_in_page() throws Exception {
        portal.perform(get("/templates/shared-savings").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /editor/colours, Accept, application/json",
        "POST, /editor/colours, Sec-Fetch-Mode, cors",
        "POST, /templates/shared-savings/text, HX-Request, true",
        "GET, /events, Accept, text/event-stream",
        "GET, /blocks/headers/0, Sec-Fetch-Mode, cors"
    })
    void what_a_page_asks_after_its_session_has_ended_begins_none(
            String method, String path, String header, String value) throws Exception {
        MockHttpServletRequest asked = portal.perform(request(HttpMethod.valueOf(method), URI.create(path))
                        .header(header, value)
                        .header("Referer", "http://localhost/editor"))
                .andExpect(status().isUnauthorized())
                .andReturn()
                .getRequest();

        assertThat(asked.getSession(false))
                .as("a session that would take the place of the one in which the reader signs in")
                .isNull();
    }

    @Test
    void what_a_page_asks_while_its_reader_signs_in_leaves_that_session_as_it_is() throws Exception {
        MockHttpSession signingIn = new MockHttpSession();
        portal.perform(get("/login").session(signingIn)).andExpect(status().isOk());
        List<String> before = Collections.list(signingIn.getAttributeNames());

        portal.perform(post("/editor/colours")
                        .session(signingIn)
                        .header("Sec-Fetch-Mode", "cors")
                        .header("Referer", "http://localhost/editor"))
                .andExpect(status().isUnauthorized());

        assertThat(Collections.list(signingIn.getAttributeNames())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/verify",
                "/look/portal.js",
                "/look/components.css",
                "/look/none.css",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/favicon.ico",
                "/nowhere",
                "/account;x=1",
                "/error",
                "/oauth2/authorization/none",
                "/login/oauth2/code/none",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/env",
                "/api/v1/health",
                "/api/v1/nowhere",
                "/v3/api-docs"
            })
    void every_answer_is_protected_static_files_and_errors_too(String path) throws Exception {
        HttpResponse<String> answer = ask(path);

        List<String> missing = new ArrayList<>();
        for (String name : List.of(
                "Content-Security-Policy",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Referrer-Policy",
                "Permissions-Policy")) {
            if (answer.headers().firstValue(name).isEmpty()) {
                missing.add(name);
            }
        }
        assertThat(missing).as(path + " " + answer.statusCode()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void pages_are_kept_by_no_cache() throws Exception {
        portal.perform(get("/account").session(visitors.signIn("aoife")))
                .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")));
    }
}
