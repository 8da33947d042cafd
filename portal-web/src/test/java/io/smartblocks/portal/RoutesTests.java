package io.smartblocks.portal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

@PortalSite
class RoutesTests {

    static final String STATEMENT = "/settlements/campus-supply/billing-month/2026-10-01/0";
    private static final String NO_TRANSACTION = "/transactions/" + "0".repeat(64);
    static final String HELD = "/held/campus-supply-held/billing-month/2026-10-01";

    /** Addresses that everybody who has signed in may open. */
    static final List<String> OPEN = List.of(
            "/",
            "/agreements",
            "/agreements?words=supply&stage=active",
            "/agreements.csv",
            "/agreements.xlsx",
            "/settlements",
            "/settlements?held=all",
            "/settlements.csv",
            "/settlements.xlsx",
            "/waiting",
            "/blocks",
            "/blocks/1",
            "/blocks/1/batches/1",
            "/blocks/headers/0",
            "/events",
            "/states",
            "/search?q=meter/IE",
            "/states.csv?type=meter",
            "/states.xlsx",
            "/states?type=meter&party=nimbus-metering",
            "/states/meter/IE-9001/import",
            "/states?key=member/harbour-energy",
            "/parties/harbour-energy",
            "/members",
            "/members?state=active&role=esco",
            "/members.csv",
            "/members.xlsx",
            "/members/harbour-energy",
            "/search",
            "/search?q=nothing-like-it",
            "/help",
            "/more",
            "/registry",
            "/account",
            "/account/keys",
            "/account/password",
            "/v3/api-docs");

    /** Addresses that are no work of a household or a bank. */
    static final List<String> OF_SITES =
            List.of("/runs", "/runs.csv", "/runs.xlsx", "/sites", "/sites.csv", "/sites.xlsx?period=2026");

    /** Addresses that are no work of a bank. */
    static final List<String> OF_METERS = List.of("/meters", "/readings");

    /** What each person gets: the parties, those who see everything, a stranger. */
    static final Map<String, Map<String, Integer>> ANSWERS = Map.ofEntries(
            entry("/agreements/campus-supply/versions", people(200, 200, 200, 200, 200, 404)),
            entry("/editor?amends=campus-supply&version=1.0", people(200, 200, 403, 403, 403, 403)),
            entry("/agreements/campus-supply/dry-run?version=1.0", people(200, 200, 200, 200, 200, 404)),
            entry("/agreements/campus-supply/pdf", people(200, 200, 200, 200, 200, 404)),
            entry("/agreements/campus-supply", people(200, 200, 200, 200, 200, 404)),
            entry(STATEMENT, people(200, 200, 200, 200, 200, 404)),
            entry(STATEMENT + "/documents/statement.pdf", people(200, 200, 200, 200, 200, 404)),
            entry(STATEMENT + "/documents/lines.csv", people(200, 200, 200, 200, 200, 404)),
            entry(STATEMENT + "/documents/invoice-1.ubl.xml", people(409, 409, 409, 409, 409, 404)),
            entry(STATEMENT + "/act/dispute", people(409, 403, 200, 403, 403, 404)),
            entry(STATEMENT + "/act/paid?document=1", people(200, 403, 200, 403, 403, 404)),
            entry(STATEMENT + "/lines", people(200, 200, 200, 200, 200, 404)),
            entry(STATEMENT + "/lines/1", people(200, 200, 200, 200, 200, 404)),
            entry(STATEMENT + "/lines/99", people(404, 404, 404, 404, 404, 404)),
            entry(HELD, people(200, 200, 200, 200, 200, 404)),
            entry("/meters/IE-9001/import", people(200, 200, 200, 200, 200, 404)),
            entry("/meters/IE-9001/import?span=day&day=2026-10-25", people(200, 200, 200, 200, 200, 404)),
            entry("/meters.csv?meter=IE-9001/import&span=week&day=2026-10-22", people(200, 200, 200, 200, 200, 404)),
            entry("/meters.xlsx?meter=IE-9001/import&span=year", people(200, 200, 200, 200, 200, 404)),
            entry("/sites/nimbus-campus", people(200, 200, 200, 403, 200, 403, 200, 200, 404)),
            entry("/sites/nowhere", people(404, 404, 404, 403, 404, 403, 404, 404, 404)),
            entry("/readings/not-mine", people(404, 404, 404, 404, 404, 403, 404, 404, 404)),
            entry("/meters/IE-9002/gas", people(404, 404, 200, 404, 404, 404, 200, 200, 404)),
            entry("/states/agreement/campus-supply/1.0", people(200, 200, 200, 200, 200, 404)),
            entry("/states/settled/campus-supply/billing-month/2026-10-01", people(200, 200, 200, 200, 200, 404)),
            entry("/states/readings/IE-9001/import/2026-10-01", people(200, 200, 200, 200, 200, 404)),
            entry("/states/meter/nobodys", people(404, 404, 404, 404, 404, 404)),
            entry("/blocks/1/batches/9", people(404, 404, 404, 404, 404, 404)),
            entry("/agreements/campus-supply-next/sign", people(200, 403, 200, 403, 403, 404)),
            entry("/agreements/campus-supply-next/change?version=1.0", people(200, 200, 200, 403, 403, 404)),
            entry("/agreements/campus-supply/change?version=1.0", people(404, 404, 404, 404, 404, 404)),
            entry("/editor?changes=campus-supply-next&version=1.0", people(200, 200, 403, 403, 403, 403)),
            entry("/agreements/campus-supply-next/act/withdraw?version=1.0", people(200, 403, 200, 403, 403, 404)),
            entry("/agreements/campus-supply/act/terminate?version=1.0", people(200, 403, 200, 403, 403, 404)),
            entry("/agreements/campus-supply/sign", people(404, 403, 404, 403, 403, 404)),
            entry("/account/webhooks", people(200, 403, 200, 403, 200, 403, 403, 200, 200)),
            entry("/account/webhooks/1", people(404, 403, 404, 403, 404, 403, 403, 404, 404)),
            entry("/account/webhooks/1/deliveries.csv", people(404, 403, 404, 403, 404, 403, 403, 404, 404)),
            entry("/agreements/campus-supply/statements/fact?version=1.0", people(404, 403, 404, 403, 403, 404)),
            entry("/runs/nothing", people(404, 404, 404, 403, 404, 403, 404, 404, 404)),
            entry(NO_TRANSACTION, people(404, 404, 404, 404, 404, 404)),
            entry(NO_TRANSACTION + "/proof", people(404, 404, 404, 404, 404, 404)),
            entry("/templates", people(200, 200, 403, 403, 403, 403)),
            entry("/templates/shared-savings", people(200, 200, 403, 403, 403, 403)),
            entry("/templates/shared-savings/example", people(200, 200, 403, 403, 403, 403)),
            entry("/editor", people(200, 200, 403, 403, 403, 403)),
            entry("/audit", people(403, 403, 403, 200, 200, 403)),
            entry("/audit?who=conor&act=sign-in", people(403, 403, 403, 200, 200, 403)),
            entry("/audit.csv", people(403, 403, 403, 200, 200, 403)),
            entry("/audit.xlsx", people(403, 403, 403, 200, 200, 403)),
            entry("/audit/nothing", people(403, 403, 403, 404, 404, 403)),
            entry("/members/harbour-energy/act/suspend", people(409, 409, 409, 409, 409, 409)),
            entry("/members/harbour-energy/act/particulars", people(200, 409, 409, 409, 409, 409)),
            entry("/members/harbour-energy/act/rate", people(409, 409, 200, 409, 409, 409)),
            entry("/members/conor-walsh/act/rotate", people(200, 409, 409, 409, 409, 409)),
            entry("/registry/register-site", people(409, 409, 409, 409, 409, 409)),
            entry("/registry/register-meter", people(409, 409, 409, 409, 409, 409)),
            entry("/registry/register-index", people(409, 409, 409, 409, 409, 409)),
            entry("/registry/move-meter?about=IE-9002/gas", people(404, 404, 409, 404, 404, 404, 409, 409, 404)),
            entry("/registry/values/publish-values?about=nothing", people(404, 404, 404, 404, 404, 404)),
            entry("/registry/nothing", people(404, 404, 404, 404, 404, 404)),
            entry("/account/membership", people(409, 200, 409, 200, 200, 409)),
            entry("/members/nobody", people(404, 404, 404, 404, 404, 404)),
            entry("/members/harbour-energy/act/nothing", people(404, 404, 404, 404, 404, 404)),
            entry("/admin", people(403, 403, 403, 403, 200, 403)),
            entry("/admin/users", people(403, 403, 403, 403, 200, 403)),
            entry("/admin/users/new", people(403, 403, 403, 403, 200, 403)),
            entry("/admin/users/conor/act/lock", people(403, 403, 403, 403, 200, 403)),
            entry("/admin/users/conor/act/unlock", people(403, 403, 403, 403, 409, 403)),
            entry("/admin/users/nobody/act/lock", people(403, 403, 403, 403, 404, 403)),
            entry("/admin/outbox/000000000001-0123456789abcdef/act/retry", people(403, 403, 403, 403, 404, 403)),
            entry("/admin/run", people(403, 403, 403, 403, 200, 403)),
            entry("/nowhere", people(404, 404, 404, 404, 404, 404)));

    /** What is asked by nobody in particular; tests of its own try it. */
    private static final Set<String> BEFORE_SIGNING_IN = Set.of("/login", "/login/sso", "/verify");

    /** Of a page's HTML, as it is sent. */
    private static final int MOST_BYTES = 150_000;

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    static Map<String, Integer> people(int esco, int lawyer, int owner, int auditor, int admin, int stranger) {
        return people(esco, lawyer, owner, owner, esco, owner, auditor, admin, stranger);
    }

    static Map<String, Integer> people(
            int esco,
            int lawyer,
            int owner,
            int resident,
            int utility,
            int bank,
            int auditor,
            int admin,
            int stranger) {
        return Map.of(
                "conor", esco, "deirdre", lawyer, "aoife", owner, "rhona", resident, "ultan", utility, "brid", bank,
                "eamon", auditor, "saoirse", admin, "olga", stranger);
    }

    static Stream<Arguments> routes_and_people() {
        return Stream.of(
                        answering(OPEN, people(200, 200, 200, 200, 200, 200)),
                        answering(OF_SITES, people(200, 200, 200, 403, 200, 403, 200, 200, 200)),
                        answering(OF_METERS, people(200, 200, 200, 200, 200, 403, 200, 200, 200)),
                        ANSWERS.entrySet().stream()
                                .flatMap(route -> answering(List.of(route.getKey()), route.getValue())))
                .flatMap(each -> each);
    }

    static Stream<Arguments> answering(List<String> routes, Map<String, Integer> answers) {
        return routes.stream()
                .flatMap(route -> answers.entrySet().stream()
                        .map(person -> Arguments.of(route, person.getKey(), person.getValue())));
    }

    @ParameterizedTest(name = "{0} answers {1} with {2}")
    @MethodSource("routes_and_people")
    void each_route_answers_each_role_and_no_page_is_heavy(String route, String person, int answer) throws Exception {
        MockHttpServletResponse response = portal.perform(get(route).session(visitors.signIn(person)))
                .andExpect(status().is(answer))
                .andReturn()
                .getResponse();

        if (String.valueOf(response.getContentType()).startsWith("text/html")) {
            assertThat(packed(response.getContentAsByteArray())).isLessThan(MOST_BYTES);
        }
    }

    private static int packed(byte[] page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(page);
        }
        return packed.size();
    }

    @Test
    void no_page_is_forgotten() {
        assertThat(untried(mappings, routes()).filter(pattern -> !BEFORE_SIGNING_IN.contains(pattern)))
                .as("addresses that no role is tried with")
                .isEmpty();
    }

    /** The patterns of what the portal answers to readers that none of the addresses fits. */
    static Stream<String> untried(RequestMappingHandlerMapping mappings, Stream<String> addresses) {
        List<PathContainer> tried = addresses
                .map(address -> PathContainer.parsePath(address.replaceAll("\\?.*", "")))
                .toList();
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("io.smartblocks."))
                .map(Map.Entry::getKey)
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/api/"))
                .filter(pattern -> tried.stream().noneMatch(PathPatternParser.defaultInstance.parse(pattern)::matches));
    }

    static Stream<String> routes() {
        return Stream.of(OPEN, OF_SITES, OF_METERS, ANSWERS.keySet()).flatMap(Collection::stream);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_visitor_who_has_not_signed_in_is_sent_to_sign_in(String route) throws Exception {
        String location = portal.perform(get(route))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getHeader("Location");

        assertThat(location).isEqualTo("/login");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void every_answer_carries_the_headers_that_protect_it(String route) throws Exception {
        portal.perform(get(route).session(visitors.signIn("conor")))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                matchesPattern("default-src 'none'; script-src 'self'%1$s; style-src 'self'%1$s;"
                                                .formatted(route.startsWith("/editor") ? " 'nonce-[\\w-]{22}'" : "")
                                        + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none';"
                                        + " form-action 'self'; frame-ancestors 'none'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().exists("Permissions-Policy"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void behind_tls_every_answer_asks_to_stay_there(String route) throws Exception {
        portal.perform(get(route).secure(true).session(visitors.signIn("conor")))
                .andExpect(header().exists("Strict-Transport-Security"));
    }
}
