package io.smartblocks.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Role;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dry runs, changes asked for, templates and more by API; on a site of its own, where a version still waits. */
@PortalSite
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ApiWorkTests {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String NEXT = "/api/v1/agreements/campus-supply-next/versions/1.0";
    private static final String PREVIEW = "/api/v1/readings/preview";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Accounts accounts;

    private Programs programs;

    @BeforeEach
    void begin() {
        programs = new Programs(portal, visitors);
        if (accounts.known("maeve").isEmpty()) {
            accounts.open(
                    new Account("maeve", "Maeve Burke", Role.ESCO, Optional.of("nimbus-metering"), Optional.empty()),
                    SiteFixture.PASSWORD);
        }
    }

    @Test
    void a_version_is_run_on_past_readings_and_nothing_is_committed() throws Exception {
        long before = ledger.height();

        JsonNode ran = ok(send("aoife", "read", NEXT + "/dry-run", Map.of("day", "2026-10-15")));

        assertThat(ran.get("from").asString()).isEqualTo("2026-10-01");
        assertThat(ran.get("outcome").asString()).isIn("settled", "held");
        assertThat(ledger.height()).isEqualTo(before);
        wrong(send("olga", "read", NEXT + "/dry-run", Map.of("day", "2026-10-15")), 404, "");
        wrong(send("aoife", "read", NEXT + "/dry-run", Map.of("day", "soon")), 422, "day");
        wrong(send("aoife", "read", NEXT + "/dry-run", Map.of()), 400, "body");
        wrong(
                send("aoife", "read", NEXT + "/dry-run", Map.of("day", "2026-10-15", "readings", "x, y")),
                422,
                "readings");
    }

    @Test
    void a_text_is_run_on_given_readings_to_the_cent() throws Exception {
        Template template = Templates.find("time-of-use-supply").orElseThrow();
        String readings = """
                given Import Meter reads 20 kWh each over 1 October 2026 to 31 October 2026.
                given Import Meter reads 8 kWh each from 23:00 to 08:00 over 1 October 2026 to 31 October 2026.
                given Import Meter reads 30 kWh each from 17:00 to 19:00 over 1 October 2026 to 31 October 2026.
                Export Meter, 2026-10, 1500
                """;
        Map<String, Object> run = Map.of("day", "2026-10-15", "readings", readings);

        JsonNode ran = ok(send(
                "conor",
                "agreements:write",
                "/api/v1/agreements/dry-run",
                Map.of("text", template.sample(), "run", run)));

        assertThat(ran.get("outcome").asString()).as(ran.toString()).isEqualTo("settled");
        assertThat(ran.get("statement").toString()).contains("10414.59");
        wrong(
                send("conor", "agreements:write", "/api/v1/agreements/dry-run", Map.of("text", "x", "run", run)),
                422,
                "day");
        wrong(
                send("conor", "read", "/api/v1/agreements/dry-run", Map.of("text", template.sample(), "run", run)),
                403,
                "Authorization");
    }

    @Test
    void an_agreement_is_had_on_paper_by_its_parties() throws Exception {
        byte[] pdf = programs.ask(programs.key("aoife", "read"), "/api/v1/agreements/campus-supply/versions/1.0/pdf")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        wrong(programs.ask(programs.key("olga", "read"), "/api/v1/agreements/campus-supply/versions/1.0/pdf"), 404, "");
    }

    @Test
    void a_party_asks_for_a_change_of_the_text_that_it_read() throws Exception {
        String hash = ok(programs.ask(programs.key("aoife", "read"), NEXT))
                .get("textHash")
                .asString();
        Map<String, Object> wish = Map.of("words", "Let it be due after 30 days.", "textHash", hash);

        send("aoife", "agreements:write", NEXT + "/changes", wish).andExpect(status().isCreated());

        assertThat(ok(programs.ask(programs.key("conor", "read"), NEXT + "/changes"))
                        .toString())
                .contains("due after 30 days", "nimbus-campus");
        wrong(
                send("aoife", "agreements:write", NEXT + "/changes", Map.of("words", "x", "textHash", "0".repeat(64))),
                422,
                "textHash");
        wrong(
                send("aoife", "agreements:write", NEXT + "/changes", Map.of("words", " ", "textHash", hash)),
                422,
                "words");
        wrong(send("aoife", "read", NEXT + "/changes", wish), 403, "Authorization");
        wrong(programs.ask(programs.key("olga", "read"), NEXT + "/changes"), 404, "");
    }

    @Test
    void a_template_is_filled_with_the_answers_that_it_names() throws Exception {
        String key = programs.key("conor", "read", "agreements:write");
        JsonNode template = ok(programs.ask(key, "/api/v1/templates/shared-savings"));
        Map<String, String> answers = new LinkedHashMap<>();
        template.get("questions")
                .forEach(question -> answers.put(
                        question.get("name").asString(), question.get("example").asString()));

        assertThat(ok(programs.ask(key, "/api/v1/templates")).get("items"))
                .hasSize(Templates.all().size());
        JsonNode text = ok(send(
                "conor",
                "agreements:write",
                "/api/v1/templates/shared-savings/text",
                Map.of("title", "Our savings", "answers", answers)));
        assertThat(text.get("text").asString()).startsWith("contract \"Our savings\"");

        String first = answers.keySet().iterator().next();
        answers.remove(first);
        ResultActions open = send(
                "conor",
                "agreements:write",
                "/api/v1/templates/shared-savings/text",
                Map.of("title", "Our savings", "answers", answers));
        wrong(open, 422, "answers");
        assertThat(Programs.json(open).get("errors").get(0).get("where").asString())
                .isEqualTo(first);
        wrong(programs.ask(key, "/api/v1/templates/none"), 404, "");
        wrong(programs.ask(programs.key("aoife", "read"), "/api/v1/templates"), 403, "Authorization");
    }

    @Test
    void the_curves_of_a_meter_are_told_to_those_who_may_see_it() throws Exception {
        String october = "/api/v1/curves?meter=IE-9001/import&span=month&day=2026-10-15";

        JsonNode curves = ok(programs.ask(programs.key("aoife", "read"), october));

        assertThat(curves.get("step").asString()).isEqualTo("day");
        assertThat(curves.get("points")).isNotEmpty();
        assertThat(curves.get("points").get(0).get("actual").isString()).isTrue();
        assertThat(curves.get("accuracy").get("compared").asInt()).isGreaterThanOrEqualTo(0);
        wrong(programs.ask(programs.key("olga", "read"), october), 404, "");
        wrong(programs.ask(programs.key("aoife", "read"), october.replace("month", "decade")), 422, "span");
        wrong(programs.ask(programs.key("aoife", "read"), october.replace("2026-10-15", "soon")), 422, "day");
        wrong(programs.ask(programs.key("aoife", "read"), "/api/v1/curves?meter=IE-9001/import"), 400, "day");
    }

    @Test
    void the_figures_of_a_site_are_numbers_with_what_they_rest_on() throws Exception {
        String key = programs.key("aoife", "read");

        JsonNode site = ok(programs.ask(key, "/api/v1/sites/nimbus-campus/figures?period=2026-10"));
        JsonNode used = site.get("figures").get(0);

        assertThat(site.get("figures")
                        .valueStream()
                        .map(figure -> figure.get("key").asString()))
                .containsExactly(
                        "used", "baseline", "saved", "cost", "emissions", "intensity", "renewable", "peak", "complete");
        assertThat(used.get("value").asString()).matches("\\d+");
        assertThat(used.get("sources").toString()).contains("/meters/IE-9001/import");
        assertThat(ok(programs.ask(key, "/api/v1/sites/figures?period=2026")).toString())
                .contains("\"id\":\"nimbus-campus\"");
        assertThat(ok(programs.ask(programs.key("olga", "read"), "/api/v1/sites/figures?period=2026"))
                        .get("items"))
                .isEmpty();
        wrong(programs.ask(programs.key("olga", "read"), "/api/v1/sites/nimbus-campus/figures?period=2026"), 404, "");
        wrong(programs.ask(key, "/api/v1/sites/figures?period=lately"), 422, "period");
        wrong(programs.ask(key, "/api/v1/sites/figures"), 400, "period");
    }

    @Test
    void a_file_of_readings_is_looked_at_and_nothing_of_it_is_taken() throws Exception {
        long before = ledger.height();
        String key = programs.key("maeve", "meters:write");

        JsonNode good = ok(preview(key, "IE-9002/gas", "time,value\n2026-11-09T00:00:00+00:00,310\n"));
        JsonNode bad = ok(preview(key, "IE-9002/gas", "time,value\nyesterday,310\n"));

        assertThat(good.get("usable").asBoolean()).as(good.toString()).isTrue();
        assertThat(good.get("recorded").asInt()).isEqualTo(1);
        assertThat(bad.get("usable").asBoolean()).isFalse();
        assertThat(bad.get("faults").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(ledger.height()).isEqualTo(before);
        wrong(preview(key, "not/mine", "time,value\n"), 422, "meter");
        wrong(preview(programs.key("aoife", "read"), "IE-9002/gas", "time,value\n"), 403, "Authorization");
        wrong(programs.perform(key, post(PREVIEW).contentType("image/png").content("x")), 415, "Content-Type");
    }

    @Test
    void any_transaction_is_prepared_for_its_signer() throws Exception {
        String key = programs.key("conor", "read", "agreements:write");
        String id = ok(programs.ask(key, "/api/v1/transactions?limit=200"))
                .get("items")
                .valueStream()
                .filter(each -> each.get("action").asString().equals("sign-agreement"))
                .map(each -> each.get("id").asString())
                .findFirst()
                .orElseThrow();
        Map<String, Object> wanted = Map.of(
                "payload", ok(programs.ask(key, "/api/v1/transactions/" + id)).get("payload"), "signer", "conor-walsh");

        JsonNode prepared = ok(prepare(key, wanted));

        assertThat(prepared.get("toSign").asString()).matches("[0-9a-f]{64}");
        assertThat(prepared.get("transaction").toString()).contains("conor-walsh", "once-only");
        wrong(prepare(key, Map.of("payload", Map.of("family", "none"), "signer", "conor-walsh")), 422, "payload");
        wrong(prepare(key, Map.of("signer", "conor-walsh")), 400, "body");
        wrong(prepare(programs.key("conor", "read"), wanted), 403, "Authorization");
    }

    private ResultActions prepare(String key, Map<String, Object> wanted) throws Exception {
        return programs.perform(
                key,
                post("/api/v1/transactions/prepare")
                        .header("Idempotency-Key", "once-only")
                        .contentType("application/json")
                        .content(MAPPER.writeValueAsBytes(wanted)));
    }

    private ResultActions preview(String key, String meter, String content) throws Exception {
        return programs.perform(
                key, post(PREVIEW).param("meter", meter).contentType("text/csv").content(content));
    }

    private ResultActions send(String person, String scope, String address, Map<String, ?> body) throws Exception {
        return programs.perform(
                programs.key(person, List.of(scope).toArray(String[]::new)),
                post(address).contentType("application/json").content(MAPPER.writeValueAsBytes(body)));
    }

    private static JsonNode ok(ResultActions answer) throws Exception {
        assertThat(answer.andReturn().getResponse().getStatus())
                .as(answer.andReturn().getResponse().getContentAsString())
                .isEqualTo(200);
        return Programs.json(answer);
    }

    private static void wrong(ResultActions answer, int status, String where) throws Exception {
        JsonNode problem = Programs.json(answer);
        assertThat(answer.andReturn().getResponse().getStatus())
                .as(problem.toString())
                .isEqualTo(status);
        assertThat(answer.andReturn().getResponse().getContentType()).startsWith("application/problem+json");
        assertThat(problem.path("where").asString("")).as(problem.toString()).isEqualTo(where);
        assertThat(problem.get("mend").asString()).isNotBlank();
    }
}
