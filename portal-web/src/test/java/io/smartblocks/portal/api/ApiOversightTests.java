package io.smartblocks.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** Finding, verifying, the audit log, runs and what waits, by API. */
@PortalSite
class ApiOversightTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReadModel model;

    private Programs programs;

    @BeforeEach
    void begin() {
        programs = new Programs(portal, visitors);
    }

    @Test
    void a_search_finds_what_the_owner_of_the_key_may_see_and_says_where_to_read_it() throws Exception {
        JsonNode found = Programs.json(programs.ask(programs.key("conor", "read"), "/api/v1/search?q=campus-supply"));

        assertThat(found.get("items").valueStream().map(hit -> hit.get("path").asString()))
                .contains("/api/v1/agreements/campus-supply");
        for (JsonNode hit : found.get("items")) {
            programs.ask(programs.key("conor", "read"), hit.get("path").asString())
                    .andExpect(status().isOk());
        }
        assertThat(Programs.json(programs.ask(programs.key("olga", "read"), "/api/v1/search?q=campus-supply"))
                        .get("items"))
                .isEmpty();
        wrong(programs.ask(programs.key("conor", "read"), "/api/v1/search?q= "), 422, "q");
        wrong(programs.ask(programs.key("conor", "read"), "/api/v1/search"), 400, "q");
    }

    @Test
    void anybody_verifies_a_text_a_statement_and_a_transaction_without_a_key() throws Exception {
        String key = programs.key("conor", "read");
        String text = Programs.json(programs.ask(key, "/api/v1/agreements/campus-supply/versions/1.0"))
                .get("text")
                .asString();
        String transaction = Programs.json(programs.ask(key, "/api/v1/settlements?agreement=campus-supply"))
                .get("items")
                .get(0)
                .get("transaction")
                .asString();

        JsonNode agreement =
                Programs.json(portal.perform(file("192.0.2.51", text)).andExpect(status().isOk()));
        JsonNode settled =
                Programs.json(portal.perform(id("192.0.2.51", transaction)).andExpect(status().isOk()));

        assertThat(agreement.get("heading").asString()).contains("stands on the ledger");
        assertThat(agreement.get("facts").toString()).contains("Version", "1.0");
        assertThat(settled.toString()).contains(transaction).doesNotContain("campus-supply");
    }

    @Test
    void what_does_not_stand_on_the_ledger_is_told_and_guessing_slows_down() throws Exception {
        wrong(portal.perform(file("192.0.2.52", "")), 422, "body");
        wrong(portal.perform(file("192.0.2.52", "x".repeat((2 << 20) + 1))), 413, "body");
        wrong(portal.perform(id("192.0.2.52", "0".repeat(64))), 404, "transaction");
        wrong(portal.perform(file("192.0.2.52", "something else")), 404, "body");
        ResultActions last = null;
        for (int i = 0; i < 12; i++) {
            last = portal.perform(id("192.0.2.52", "no id"));
        }
        last.andExpect(status().isTooManyRequests()).andExpect(header().exists("Retry-After"));
    }

    private static MockHttpServletRequestBuilder file(String address, String content) {
        return post("/api/v1/verify")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(content.getBytes(StandardCharsets.UTF_8))
                .with(from -> {
                    from.setRemoteAddr(address);
                    return from;
                });
    }

    private static MockHttpServletRequestBuilder id(String address, String transaction) {
        return get("/api/v1/verify").param("transaction", transaction).with(from -> {
            from.setRemoteAddr(address);
            return from;
        });
    }

    @Test
    void the_proof_of_a_transaction_holds_and_is_told_to_those_whom_it_concerns() throws Exception {
        String id = Programs.json(
                        programs.ask(programs.key("conor", "read"), "/api/v1/settlements?agreement=campus-supply"))
                .get("items")
                .get(0)
                .get("transaction")
                .asString();
        String proof = programs.ask(programs.key("aoife", "read"), "/api/v1/transactions/" + id + "/proof")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(Proof.read(proof).headers()).isNotEmpty().allMatch(signed -> signed.signatureHolds());
        wrong(programs.ask(programs.key("olga", "read"), "/api/v1/transactions/" + id + "/proof"), 404, "");
    }

    @Test
    void the_audit_log_is_read_in_parts_with_a_scope_of_its_own() throws Exception {
        for (String person : List.of("conor", "deirdre", "aoife")) {
            wrong(programs.ask(programs.key(person, "read"), "/api/v1/audit"), 403, "Authorization");
        }
        wrong(programs.ask(programs.key("eamon", "read"), "/api/v1/audit"), 403, "Authorization");
        String key = programs.key("eamon", "audit:read");

        JsonNode first = Programs.json(programs.ask(key, "/api/v1/audit?limit=2"));
        JsonNode then = Programs.json(programs.ask(
                key, "/api/v1/audit?limit=2&after=" + first.get("next").asString()));
        JsonNode keys = Programs.json(programs.ask(key, "/api/v1/audit?act=api-key&who=eamon&outcome=done"));

        assertThat(first.get("items")).hasSize(2);
        assertThat(then.get("items").get(0).get("number").asLong())
                .isEqualTo(first.get("items").get(1).get("number").asLong() - 1);
        assertThat(keys.get("items"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.get("who").asString()).isEqualTo("eamon"));
        wrong(programs.ask(key, "/api/v1/audit?act=guess"), 422, "act");
        wrong(programs.ask(key, "/api/v1/audit?from=soon"), 422, "from");
        wrong(programs.ask(key, "/api/v1/audit?after=guess"), 422, "after");
    }

    @Test
    void the_check_of_the_audit_log_is_asked_for_and_told() throws Exception {
        String key = programs.key("saoirse", "audit:read");

        JsonNode sound = Programs.json(programs.perform(key, post("/api/v1/audit/check")));
        JsonNode other =
                Programs.json(programs.perform(key, post("/api/v1/audit/check").param("known", "1:" + "a".repeat(64))));

        assertThat(sound.get("sound").asBoolean()).isTrue();
        assertThat(sound.get("end").asString()).matches("\\d+:[0-9a-f]{64}");
        assertThat(other.get("sound").asBoolean()).isFalse();
        assertThat(other.get("faults").get(0).get("what").asString()).isEqualTo("other");
        wrong(programs.perform(key, post("/api/v1/audit/check").param("known", "no end")), 422, "known");
        assertThat(count("check")).isGreaterThanOrEqualTo(2);
        wrong(programs.perform(programs.key("conor", "read"), post("/api/v1/audit/check")), 403, "Authorization");
    }

    @Test
    void a_run_on_demand_needs_its_scope_and_is_told() throws Exception {
        wrong(programs.perform(programs.key("conor", "read"), run("Late readings")), 403, "Authorization");
        wrong(programs.perform(programs.key("conor", "runs:write"), run(" ")), 422, "reason");
        wrong(programs.perform(programs.key("conor", "runs:write"), run("x".repeat(2001))), 422, "reason");
        long before = count("run");

        programs.perform(programs.key("conor", "runs:write"), run("Late readings"))
                .andExpect(status().isAccepted());

        assertThat(count("run")).isEqualTo(before + 1);
    }

    private static MockHttpServletRequestBuilder run(String reason) {
        return post("/api/v1/runs").contentType(MediaType.APPLICATION_JSON).content("{\"reason\":\"" + reason + "\"}");
    }

    @Test
    void parties_see_their_part_of_the_runs_and_strangers_none() throws Exception {
        Instant at = Instant.parse("2026-11-06T08:00:00Z");
        model.runs()
                .add(new RunRecord(
                        "run-of-the-api",
                        "node a",
                        "Europe/Dublin",
                        3,
                        at,
                        at.plusSeconds(2),
                        new TreeMap<>(Map.of("failed", 2)),
                        Optional.empty(),
                        List.of(problem("campus-supply"), problem("of-others"))));
        JsonNode all = Programs.json(programs.ask(programs.key("eamon", "read"), "/api/v1/runs"))
                .get("items");
        JsonNode own = Programs.json(programs.ask(programs.key("aoife", "read"), "/api/v1/runs"))
                .get("items");

        assertThat(all.get(0).get("open").asInt()).isEqualTo(2);
        assertThat(own.get(0).get("open").asInt()).isOne();
        assertThat(Programs.json(programs.ask(programs.key("olga", "read"), "/api/v1/runs"))
                        .get("items"))
                .isEmpty();
        String one = "/api/v1/runs/" + own.get(0).get("id").asString();
        assertThat(Programs.json(programs.ask(programs.key("aoife", "read"), one))
                        .get("id")
                        .asString())
                .isEqualTo(own.get(0).get("id").asString());
        wrong(programs.ask(programs.key("olga", "read"), one), 404, "");
        assertThat(Programs.json(programs.ask(programs.key("aoife", "read"), one + "/problems"))
                        .get("items")
                        .toString())
                .contains("campus-supply")
                .doesNotContain("of-others");
        JsonNode first = Programs.json(programs.ask(programs.key("eamon", "read"), one + "/problems?limit=1"));
        JsonNode second = Programs.json(programs.ask(
                programs.key("eamon", "read"),
                one + "/problems?limit=1&after=" + first.get("next").asString()));
        assertThat(first.get("items").get(0).get("agreement").asString()).isEqualTo("campus-supply");
        assertThat(second.get("items").get(0).get("agreement").asString()).isEqualTo("of-others");
        assertThat(second.get("next").asString()).isEmpty();
        assertThat(Programs.json(programs.ask(programs.key("eamon", "read"), one + "/settlements"))
                        .get("items"))
                .isEmpty();
        wrong(programs.ask(programs.key("olga", "read"), one + "/problems"), 404, "");
        wrong(programs.ask(programs.key("eamon", "read"), "/api/v1/runs/none"), 404, "");
    }

    @Test
    void what_settles_now_and_what_is_proposed_is_told_to_all_who_may_read() throws Exception {
        for (String person : List.of("conor", "olga", "eamon")) {
            JsonNode now = Programs.json(programs.ask(programs.key(person, "read"), "/api/v1/runs/now"));

            assertThat(now.get("running")).isEmpty();
            assertThat(now.get("proposed").asInt()).isZero();
        }
    }

    private static RunRecord.Problem problem(String agreement) {
        return new RunRecord.Problem(
                agreement, "Billing Month", LocalDate.of(2026, 10, 1), "failed", "committing", "the ledger is away");
    }

    @Test
    void what_is_due_next_is_told_of_what_the_owner_of_the_key_may_see() throws Exception {
        JsonNode own = Programs.json(programs.ask(programs.key("aoife", "read"), "/api/v1/due"))
                .get("items");
        JsonNode all = Programs.json(programs.ask(programs.key("saoirse", "read"), "/api/v1/due"))
                .get("items");

        assertThat(own)
                .allSatisfy(due -> assertThat(due.get("agreement").asString()).startsWith("campus"));
        assertThat(all.size()).isGreaterThanOrEqualTo(own.size());
        wrong(programs.ask(programs.key("aoife", "read"), "/api/v1/due?limit=0"), 422, "limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/due?",
                "/api/v1/search?q=campus&",
                "/api/v1/templates?",
                "/api/v1/sites/figures?period=2026-10&",
                "/api/v1/meters?",
                "/api/v1/waiting?",
                "/api/v1/runs?",
                "/api/v1/members?"
            })
    void a_list_that_is_read_part_by_part_is_the_same_list(String list) throws Exception {
        String key = programs.key("conor", "read");
        List<String> whole = items(Programs.json(programs.ask(key, list + "limit=200")));
        List<String> parts = new ArrayList<>();
        String next = "";
        do {
            JsonNode part =
                    Programs.json(programs.ask(key, list + "limit=1" + (next.isEmpty() ? "" : "&after=" + next)));
            parts.addAll(items(part));
            next = part.get("next").asString();
        } while (!next.isEmpty());

        assertThat(parts).isEqualTo(whole);
        wrong(programs.ask(key, list + "after=nonsense"), 422, "after");
    }

    private static List<String> items(JsonNode part) {
        JsonNode items = part.has("things") ? part.get("things") : part.get("items");
        return items.valueStream().map(JsonNode::toString).toList();
    }

    @Test
    void the_outbox_is_for_administrators_with_a_scope_of_its_own() throws Exception {
        String key = programs.key("saoirse", "outbox:write");

        assertThat(Programs.json(programs.ask(key, "/api/v1/outbox")).get("items"))
                .isEmpty();
        for (String decision : List.of("retry", "discard")) {
            String nothing = "/api/v1/outbox/nothing/" + decision;
            wrong(programs.perform(key, outbox(nothing, "Registered now")), 404, "");
            wrong(programs.perform(programs.key("saoirse", "read"), outbox(nothing, "x")), 403, "Authorization");
        }
        wrong(programs.ask(programs.key("saoirse", "read"), "/api/v1/outbox"), 403, "Authorization");
    }

    private static MockHttpServletRequestBuilder outbox(String address, String reason) {
        return post(address).contentType(MediaType.APPLICATION_JSON).content("{\"reason\":\"" + reason + "\"}");
    }

    @Test
    void accounts_are_read_by_administrators_with_a_scope_of_its_own_and_changed_by_nobody() throws Exception {
        String key = programs.key("saoirse", "accounts:read");

        JsonNode accounts = Programs.json(programs.ask(key, "/api/v1/accounts")).get("items");

        assertThat(accounts.valueStream().map(each -> each.get("login").asString()))
                .contains("conor", "aoife", "saoirse");
        assertThat(accounts.toString()).doesNotContain("password", "{bcrypt}", "$2");
        wrong(programs.ask(programs.key("saoirse", "read"), "/api/v1/accounts"), 403, "Authorization");
        wrong(programs.perform(key, post("/api/v1/accounts")), 405, "");
    }

    @Test
    void what_waits_is_told_to_those_who_can_do_it() throws Exception {
        JsonNode waits = Programs.json(programs.ask(programs.key("aoife", "read"), "/api/v1/waiting"))
                .get("things");

        assertThat(waits.valueStream().map(thing -> thing.get("page").asString()))
                .contains("/agreements/campus-supply-next/sign?version=1.0");
        assertThat(Programs.json(programs.ask(programs.key("olga", "read"), "/api/v1/waiting"))
                        .get("things"))
                .isEmpty();
    }

    private long count(String act) {
        return jdbc.sql("select count(*) from audit_entry where act = :act")
                .param("act", act)
                .query(Long.class)
                .single();
    }

    private static void wrong(ResultActions answer, int status, String where) throws Exception {
        JsonNode problem = Programs.json(answer);
        assertThat(answer.andReturn().getResponse().getStatus())
                .as(problem.toString())
                .isEqualTo(status);
        assertThat(answer.andReturn().getResponse().getContentType()).startsWith("application/problem+json");
        assertThat(problem.path("where").asString("")).isEqualTo(where);
        assertThat(problem.get("mend").asString()).isNotBlank();
    }
}
