package io.smartblocks.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.MachineKeys;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.member.MemberKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PortalSite
class ApiWriteTests {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final MemberId CONOR = new MemberId("conor-walsh");

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private MemberKeys keys;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Clock clock;

    @Value("${smartblocks.data}")
    private Path data;

    private Programs programs;
    private String key;

    @BeforeEach
    void begin() throws Exception {
        programs = new Programs(portal, visitors);
        key = programs.key("conor", "read", "agreements:write", "meters:write");
    }

    @Test
    void a_company_proposes_with_a_key_that_never_leaves_it() throws Exception {
        String once = UUID.randomUUID().toString();
        JsonNode prepared = ok(prepare(once, "api-supply", text("API supply")), 200);
        String batch = signed(prepared);

        JsonNode first = ok(submit(batch, once), 201);
        JsonNode again = ok(submit(batch, once), 201);

        assertThat(again).isEqualTo(first);
        assertThat(first.get("transactions").get(0).asString())
                .isEqualTo(prepared.get("id").asString());
        JsonNode shown = ok(programs.ask(key, "/api/v1/agreements/api-supply/versions/1.0"), 200);
        assertThat(shown.get("state").asString()).isEqualTo("proposed");
        assertThat(shown.get("text").asString()).isEqualTo(text("API supply"));
    }

    @Test
    void another_request_under_the_same_key_is_refused() throws Exception {
        String once = UUID.randomUUID().toString();
        ok(submit(signed(ok(prepare(once, "api-first", text("API first")), 200)), once), 201);

        JsonNode problem = ok(submit(signed(ok(prepare(once, "api-other", text("API other")), 200)), once), 422);

        assertThat(problem.get("type").asString()).endsWith(":key-reused");
    }

    @Test
    void a_header_that_is_not_the_signed_request_key_is_told() throws Exception {
        JsonNode prepared = ok(prepare("signed-key", "api-header", text("API header")), 200);

        assertThat(ok(submit(signed(prepared), "another-key"), 422).get("where").asString())
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void what_somebody_else_signed_is_refused_by_the_ledger() throws Exception {
        JsonNode prepared = ok(prepare("forged", "api-forged", text("API forged")), 200);
        String forged = batch(prepared, Base64.getEncoder().encodeToString(new byte[64]));

        JsonNode problem = ok(submit(forged, "forged"), 422);

        assertThat(problem.get("type").asString()).endsWith(":refused");
        ok(programs.ask(key, "/api/v1/agreements/api-forged"), 404);
    }

    @Test
    void without_the_scope_nothing_is_submitted() throws Exception {
        String batch = signed(ok(prepare("scope", "api-scope", text("API scope")), 200));
        String reader = programs.key("conor", "read");

        JsonNode problem = ok(programs.perform(reader, json("/api/v1/transactions", batch)), 403);

        assertThat(problem.get("detail").asString()).contains("agreements:write");
    }

    @Test
    void a_body_that_is_no_batch_is_told_with_its_place() throws Exception {
        assertThat(ok(submit("{\"transactions\":[{}]}", ""), 400).get("detail").asString())
                .contains("transactions");
        ok(submit("not json", ""), 400);
        ok(programs.perform(key, json("/api/v1/agreements/check", "{")), 400);
        ok(programs.perform(key, json("/api/v1/agreements/check", "{}")), 400);
        ok(
                programs.perform(
                        key,
                        post("/api/v1/transactions").contentType("text/plain").content("x")),
                415);
    }

    @Test
    void a_text_is_checked_laid_out_and_tried() throws Exception {
        String good = text("API good");
        String bad = good.replace("contract \"API good\"", "contrakt \"API good\"");

        assertThat(ok(look("check", good), 200).get("compiles").asBoolean()).isTrue();
        JsonNode faults = ok(look("check", bad), 200);
        assertThat(faults.get("compiles").asBoolean()).isFalse();
        assertThat(faults.get("faults").get(0).get("line").asInt()).isEqualTo(1);
        assertThat(ok(look("format", good.replace("\n\n", "\n\n\n")), 200)
                        .get("text")
                        .asString())
                .doesNotContain("\n\n\n");
        assertThat(ok(look("try", good), 200).get("passed").asBoolean()).isTrue();
        assertThat(ok(look("try", bad), 422).get("errors").get(0).get("where").asString())
                .isEqualTo("line 1");
    }

    @Test
    void an_operator_whose_machine_key_lies_here_sends_readings() throws Exception {
        String operator = operator();
        String csv = """
                time,value [kWh]
                2026-10-01T00:00:00+01:00,1.25
                2026-10-01T00:15:00+01:00,1.50
                """;

        JsonNode taken = ok(send(operator, csv, ""), 200);
        JsonNode again = ok(send(operator, csv, ""), 200);

        assertThat(taken.get("committed").asInt()).isEqualTo(1);
        assertThat(again.get("committed").asInt() + again.get("already").asInt())
                .isEqualTo(1);
        JsonNode day = readings(operator);
        assertThat(day.get("values").get(0).asString()).isEqualTo("1.25");
        assertThat(day.get("recordedBy").asString()).isEqualTo("acme-metering");

        JsonNode wrong = ok(send(operator, csv.replace("1.50", "many"), ""), 422);
        assertThat(wrong.get("errors").get(0).get("where").asString()).isEqualTo("line 3");

        String once = UUID.randomUUID().toString();
        String later = csv.replace("10-01", "10-02");
        ok(send(operator, later, once), 200);
        assertThat(ok(send(operator, later.replace("1.25", "9.75"), once), 422)
                        .get("type")
                        .asString())
                .endsWith(":key-reused");

        String better = csv.replace("1.25", "1.75");
        assertThat(ok(send(operator, better, ""), 200).get("refused")).hasSize(1);
        JsonNode corrected = ok(correct(operator, better, "The meter was read again.", ""), 200);
        assertThat(corrected.get("corrected").asInt()).isOne();
        assertThat(corrected.get("refused")).isEmpty();
        assertThat(ok(correct(operator, better, "The meter was read again.", ""), 200)
                        .get("already")
                        .asInt())
                .isOne();
        assertThat(readings(operator).get("values").get(0).asString()).isEqualTo("1.75");
        assertThat(readings(operator).get("reason").asString()).isEqualTo("The meter was read again.");
        ok(correct(operator, better, "Why not", once), 422);
    }

    private JsonNode readings(String program) throws Exception {
        return ok(
                        programs.perform(
                                program,
                                get("/api/v1/readings")
                                        .param("meter", "API-1/import")
                                        .param("from", "2026-10-01")
                                        .param("to", "2026-10-02")),
                        200)
                .get("items")
                .get(0);
    }

    private ResultActions correct(String program, String csv, String reason, String once) throws Exception {
        return programs.perform(
                program,
                post("/api/v1/readings?meter=API-1/import")
                        .queryParam("reason", reason)
                        .contentType("text/csv")
                        .header("Idempotency-Key", once)
                        .content(csv));
    }

    @Test
    void who_has_no_machine_key_here_is_told_how_to_send_readings() throws Exception {
        JsonNode problem = ok(send(key, "time,value\n", ""), 409);

        assertThat(problem.get("mend").asString()).contains("POST /api/v1/transactions");
    }

    private String operator() throws Exception {
        MemberId member = new MemberId("acme-metering");
        Signer machine = new MachineKeys(data, clock).findOrMake(member);
        Signer office = keys.open(new MemberId("registrar"), Files.readString(data.resolve("admin-password")))
                .orElseThrow();
        commit(
                new RegisterMember(
                        member,
                        "Acme Metering",
                        member,
                        Set.of(io.smartblocks.ledger.identity.Role.METER_OPERATOR),
                        machine.publicKey()),
                office);
        commit(
                new RegisterMeter(
                        new MeterId("API-1/import"),
                        member,
                        "API",
                        "Acme",
                        "electricity",
                        "kWh",
                        Interval.ofMinutes(15),
                        ZoneId.of("Europe/Dublin")),
                machine);
        accounts.open(
                new Account("acme", "Acme", Role.OWNER, Optional.of(member.value()), Optional.empty()),
                SiteFixture.PASSWORD);
        return programs.key("acme", "read", "meters:write");
    }

    private void commit(Payload payload, Signer signer) {
        Submission outcome = ledger.submit(Batch.of(Transaction.sign(
                        ledger.id(), payload, new RequestKey(UUID.randomUUID().toString()), clock.instant(), signer)))
                .join();
        assertThat(outcome).isInstanceOf(Submission.Committed.class);
    }

    private ResultActions send(String program, String csv, String once) throws Exception {
        return programs.perform(
                program,
                post("/api/v1/readings?meter=API-1/import")
                        .contentType("text/csv")
                        .header("Idempotency-Key", once)
                        .content(csv));
    }

    private ResultActions look(String what, String text) throws Exception {
        return programs.perform(
                key, json("/api/v1/agreements/" + what, MAPPER.writeValueAsString(Map.of("text", text))));
    }

    private ResultActions prepare(String once, String id, String text) throws Exception {
        String body = MAPPER.writeValueAsString(Map.of(
                "agreement",
                id,
                "text",
                text,
                "signer",
                CONOR.value(),
                "parties",
                Map.of("Supplier", "harbour-energy", "Client", "nimbus-campus")));
        return programs.perform(key, json("/api/v1/agreements/prepare", body).header("Idempotency-Key", once));
    }

    private ResultActions submit(String batch, String once) throws Exception {
        return programs.perform(key, json("/api/v1/transactions", batch).header("Idempotency-Key", once));
    }

    private static MockHttpServletRequestBuilder json(String address, String body) {
        return post(address).contentType("application/json").content(body);
    }

    /** Signs as the description of the API tells, with nothing but the key and what was prepared. */
    private String signed(JsonNode prepared) {
        Signer signer = keys.open(CONOR, SiteFixture.PASSWORD).orElseThrow();
        byte[] toSign = HexFormat.of().parseHex(prepared.get("toSign").asString());
        return batch(prepared, Base64.getEncoder().encodeToString(signer.sign(toSign)));
    }

    private static String batch(JsonNode prepared, String signature) {
        String transaction = prepared.get("transaction").toString();
        return "{\"transactions\":[" + transaction.replace("\"value\":\"\"", "\"value\":\"" + signature + "\"") + "]}";
    }

    private String text(String title) throws Exception {
        return ok(programs.ask(key, "/api/v1/agreements/campus-supply/versions/1.0"), 200)
                .get("text")
                .asString()
                .replaceFirst("contract \"[^\"]*\"", "contract \"" + title + "\"");
    }

    private static JsonNode ok(ResultActions answer, int status) throws Exception {
        String body = answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.andReturn().getResponse().getStatus()).as(body).isEqualTo(status);
        return MAPPER.readTree(body);
    }
}
