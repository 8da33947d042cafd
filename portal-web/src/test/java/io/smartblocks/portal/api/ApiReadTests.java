package io.smartblocks.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

@PortalSite
class ApiReadTests {

    private static final String SETTLEMENT = "/api/v1/settlements/campus-supply/billing-month/2026-10-01/0";

    /** What each person's program gets: the parties, those who see everything, a stranger. */
    private static final Map<String, List<Integer>> ANSWERS = Map.ofEntries(
            Map.entry("/api/v1/agreements", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/agreements/campus-supply", List.of(200, 200, 200, 200, 200, 404)),
            Map.entry("/api/v1/agreements/campus-supply/versions/1.0", List.of(200, 200, 200, 200, 200, 404)),
            Map.entry("/api/v1/agreements/campus-supply/versions/9", List.of(404, 404, 404, 404, 404, 404)),
            Map.entry("/api/v1/settlements", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry(SETTLEMENT, List.of(200, 200, 200, 200, 200, 404)),
            Map.entry(SETTLEMENT + "/explanation", List.of(200, 200, 200, 200, 200, 404)),
            Map.entry(SETTLEMENT + "/documents/statement.pdf", List.of(200, 200, 200, 200, 200, 404)),
            Map.entry(SETTLEMENT + "/documents/invoice-1.ubl.xml", List.of(409, 409, 409, 409, 409, 404)),
            Map.entry(SETTLEMENT + "/documents/novel.pdf", List.of(404, 404, 404, 404, 404, 404)),
            Map.entry("/api/v1/held", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/runs", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/runs/none", List.of(404, 404, 404, 404, 404, 404)),
            Map.entry("/api/v1/runs/none/problems", List.of(404, 404, 404, 404, 404, 404)),
            Map.entry("/api/v1/outbox", List.of(403, 403, 403, 403, 403, 403)),
            Map.entry("/api/v1/search?q=campus", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/waiting", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/audit", List.of(403, 403, 403, 403, 403, 403)),
            Map.entry("/api/v1/accounts", List.of(403, 403, 403, 403, 403, 403)),
            Map.entry("/api/v1/meters", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry(readings("IE-9001/import"), List.of(200, 200, 200, 200, 200, 404)),
            Map.entry(readings("IE-9002/gas"), List.of(404, 404, 200, 200, 200, 404)),
            Map.entry("/api/v1/sites", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/members", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/members/harbour-energy/reputation", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/indexes", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/blocks", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/blocks/1/transactions", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/transactions", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/states/history?key=agreement/campus-supply/1.0", List.of(200, 200, 200, 200, 200, 404)),
            Map.entry(
                    "/api/v1/states/history?key=readings/IE-9001/import/2026-10-02",
                    List.of(200, 200, 200, 200, 200, 404)),
            Map.entry("/api/v1/proof?key=agreement/campus-supply/1.0", List.of(200, 200, 200, 200, 200, 404)),
            Map.entry("/api/v1/proof?key=nothing", List.of(404, 404, 404, 404, 404, 404)),
            Map.entry("/api/v1/health", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/v3/api-docs", List.of(200, 200, 200, 200, 200, 200)),
            Map.entry("/api/v1/nowhere", List.of(404, 404, 404, 404, 404, 404)));

    private static final List<String> PEOPLE = List.of("conor", "deirdre", "aoife", "eamon", "saoirse", "olga");

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    private Programs programs;

    @BeforeEach
    void begin() {
        programs = new Programs(portal, visitors);
    }

    private static String readings(String meter) {
        return "/api/v1/readings?from=2026-10-01&to=2026-11-01&meter=" + meter;
    }

    static Stream<Arguments> addresses() {
        return ANSWERS.entrySet().stream().map(answer -> Arguments.of(answer.getKey(), answer.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void each_address_answers_each_persons_program(String address, List<Integer> answers) throws Exception {
        for (int i = 0; i < PEOPLE.size(); i++) {
            var answer = programs.ask(programs.key(PEOPLE.get(i), "read"), address);
            assertThat(answer.andReturn().getResponse().getStatus())
                    .as(
                            "%s: %s",
                            PEOPLE.get(i), answer.andReturn().getResponse().getContentAsString())
                    .isEqualTo(answers.get(i));
        }
    }

    static Stream<String> routes() {
        return ANSWERS.keySet().stream().filter(address -> address.startsWith("/api/"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void without_a_key_nothing_is_answered_even_to_those_who_have_signed_in(String address) throws Exception {
        var answer = portal.perform(get(address).session(visitors.signIn("conor")))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"))
                .andExpect(header().string("Content-Type", "application/problem+json;charset=UTF-8"));

        assertThat(Programs.json(answer).get("mend").asString()).contains("/account/keys");
        assertThat(answer.andReturn().getResponse().getCookies()).isEmpty();
    }

    @Test
    void what_is_wrong_is_told_as_a_problem() throws Exception {
        String key = programs.key("conor", "read");

        problem(programs.ask(key, "/api/v1/agreements/none"), 404, "not-found", "");
        problem(programs.ask(key, "/api/v1/agreements?limit=0"), 422, "invalid", "limit");
        problem(programs.ask(key, "/api/v1/agreements?limit=many"), 422, "invalid", "limit");
        problem(programs.ask(key, "/api/v1/agreements?after=guess"), 422, "invalid", "after");
        problem(programs.ask(key, "/api/v1/readings?meter=x&from=2026-10-01"), 400, "malformed", "to");
        problem(programs.ask(key, readings("x").replace("2026-11-01", "2026-09-01")), 422, "invalid", "to");
        problem(programs.ask(key, "/api/v1/agreements/NOT AN ID"), 422, "invalid", "id");
        problem(programs.perform(key, post("/api/v1/agreements")), 403, "not-allowed", "Authorization");
        problem(programs.perform(key, post("/api/v1/blocks")), 405, "method", "");
        problem(
                programs.perform(key, get("/api/v1/blocks").header("Accept", "text/csv")),
                406,
                "not-acceptable",
                "Accept");
        problem(programs.ask("sbk_guessed", "/api/v1/blocks"), 401, "no-key", "Authorization");
    }

    private static void problem(ResultActions answer, int status, String kind, String where) throws Exception {
        JsonNode problem = Programs.json(answer);
        assertThat(answer.andReturn().getResponse().getStatus())
                .as(problem.toString())
                .isEqualTo(status);
        assertThat(answer.andReturn().getResponse().getContentType()).startsWith("application/problem+json");
        assertThat(problem.get("type").asString()).isEqualTo("urn:smartblocks:problem:" + kind);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.path("where").asString("")).isEqualTo(where);
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("mend").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agreements?",
                "/api/v1/meters?",
                "/api/v1/members?",
                "/api/v1/blocks?",
                "/api/v1/transactions?",
                "/api/v1/states?prefix=meter/",
                "/api/v1/readings?from=2026-10-01&to=2026-11-01&meter=IE-9001/import"
            })
    void the_parts_of_a_list_make_up_the_whole(String list) throws Exception {
        String key = programs.key("saoirse", "read");
        JsonNode whole = Programs.json(programs.ask(key, list + "&limit=200")).get("items");

        List<String> parts = new ArrayList<>();
        String next = "";
        do {
            JsonNode part = Programs.json(programs.ask(key, list + "&limit=2&after=" + next));
            part.get("items").forEach(item -> parts.add(item.toString()));
            next = part.get("next").asString();
        } while (!next.isEmpty() && parts.size() <= 200);

        assertThat(parts).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        assertThat(parts.subList(0, Math.min(200, parts.size())))
                .containsExactlyElementsOf(
                        whole.valueStream().map(JsonNode::toString).toList());
    }

    @Test
    void lists_hold_only_what_the_owner_of_the_key_may_see() throws Exception {
        String stranger = programs.key("olga", "read");

        for (String list :
                List.of("agreements", "settlements", "held", "meters", "states?prefix=settlement/campus-supply/")) {
            assertThat(Programs.json(programs.ask(stranger, "/api/v1/" + list)).get("items"))
                    .as(list)
                    .isEmpty();
        }
        for (String many : List.of("document/", "settlement/", "readings/", "", "meter")) {
            problem(programs.ask(stranger, "/api/v1/states?prefix=" + many), 422, "invalid", "prefix");
        }
    }

    @Test
    void without_the_scope_to_read_nothing_is_told_of_what_there_is() throws Exception {
        String key = programs.key("conor", "agreements:write");

        problem(programs.ask(key, "/api/v1/agreements"), 403, "not-allowed", "Authorization");
        programs.perform(key, head("/api/v1/agreements/campus-supply")).andExpect(status().isForbidden());
    }

    @Test
    void the_text_of_an_agreement_is_not_read_by_its_hash_past_its_parties() throws Exception {
        JsonNode agreement = Programs.json(
                programs.ask(programs.key("conor", "read"), "/api/v1/agreements/campus-supply/versions/1.0"));
        String key = "/api/v1/states/history?key=document/"
                + agreement.get("textHash").asString();

        programs.ask(programs.key("olga", "read"), key).andExpect(status().isNotFound());
        programs.ask(programs.key("eamon", "read"), key).andExpect(status().isOk());
    }

    @Test
    void the_text_of_an_agreement_is_read_by_its_hash_by_its_parties() throws Exception {
        JsonNode agreement = Programs.json(
                programs.ask(programs.key("conor", "read"), "/api/v1/agreements/campus-supply/versions/1.0"));

        programs.ask(
                        programs.key("aoife", "read"),
                        "/api/v1/states/history?key=document/"
                                + agreement.get("textHash").asString())
                .andExpect(status().isOk());
    }

    @Test
    void a_settlement_carries_the_statement_that_was_committed() throws Exception {
        String key = programs.key("conor", "read");
        JsonNode listed = Programs.json(programs.ask(key, "/api/v1/settlements?agreement=campus-supply"))
                .get("items")
                .get(0);
        String text = programs.ask(key, SETTLEMENT).andReturn().getResponse().getContentAsString();

        String statement = text.substring(text.indexOf("\"statement\":") + 12, text.length() - 1);

        assertThat(Hash.of(statement).toString())
                .isEqualTo(listed.get("statementHash").asString());
        assertThat(listed.get("payments").get(0).get("gross").isString()).isTrue();
    }

    @Test
    void the_bytes_of_a_transaction_are_those_that_were_signed() throws Exception {
        String key = programs.key("saoirse", "read");
        JsonNode listed =
                Programs.json(programs.ask(key, "/api/v1/transactions?limit=3")).get("items");

        for (JsonNode each : listed) {
            String id = each.get("id").asString();
            String bytes = programs.ask(key, "/api/v1/transactions/" + id + "/bytes")
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            Transaction transaction = CanonicalJson.readCanonical(bytes, Transaction.class);

            assertThat(transaction.hasItsId()).isTrue();
            assertThat(transaction.id()).hasToString(id);
        }
    }

    @Test
    void a_proof_holds() throws Exception {
        String proof = programs.ask(programs.key("conor", "read"), "/api/v1/proof?key=meter/IE-9001/import")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(Proof.read(proof).headers()).hasSize(1).allMatch(header -> header.signatureHolds());
    }

    @Test
    void a_key_does_not_open_pages_of_people() throws Exception {
        String key = programs.key("conor", "read");

        for (String page : List.of("/", "/agreements", "/account/keys")) {
            programs.ask(key, page).andExpect(status().isFound());
        }
    }
}
