package io.smartblocks.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@PortalSite
class DryRunTests {

    private static final String RUN = "/agreements/campus-supply-next/dry-run?version=1.0";

    /** The readings of the template's worked example, in three ways to write them. */
    private static final String OCTOBER = """
            given Import Meter reads 20 kWh each over 1 October 2026 to 31 October 2026.
            given Import Meter reads 8 kWh each from 23:00 to 08:00 over 1 October 2026 to 31 October 2026.
            given Import Meter reads 30 kWh each from 17:00 to 19:00 over 1 October 2026 to 31 October 2026.
            Export Meter, 2026-10, 1500
            """;

    private static final Template TEMPLATE =
            Templates.find("time-of-use-supply").orElseThrow();
    private static final String TEXT = TEMPLATE.sample()
            .replaceFirst("party Supplier is \"[^\"]*\"", "party Supplier is \"Harbour Energy Services Ltd\"");

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Test
    void a_proposed_text_is_run_on_readings_of_the_ledger_and_nothing_is_committed() throws Exception {
        long before = ledger.height();

        assertThat(page(run("aoife", "2026-10-15").andExpect(status().isOk())))
                .contains("A dry run of", "nobody owes this")
                .doesNotContain("??");
        assertThat(ledger.height()).isEqualTo(before);
    }

    @Test
    void a_day_that_cannot_be_run_is_told_at_its_field() throws Exception {
        assertThat(page(run("conor", "soon").andExpect(status().is(422))))
                .contains("id=\"day-error\"", "value=\"soon\"", "Nothing was run");
        assertThat(page(run("conor", "2035-01-01").andExpect(status().is(422)))).contains("No period holds");
    }

    @Test
    void an_agreement_is_run_on_typed_readings_to_the_cent() throws Exception {
        long before = ledger.height();

        assertThat(page(typed("aoife", RUN, Map.of(), OCTOBER).andExpect(status().isOk())))
                .contains("On the readings that you typed", "10,414.59", "Energy night", "1,063.55", "Why 505.80 EUR")
                .doesNotContain("??");
        assertThat(ledger.height()).isEqualTo(before);
    }

    @Test
    void wrong_lines_are_told_by_their_numbers_and_stay() throws Exception {
        String wrong = "Import Metre, 2026-10, 12800\nExport Meter, 2026-10, a lot";

        assertThat(page(typed("conor", RUN, Map.of(), wrong).andExpect(status().is(422))))
                .contains(
                        "href=\"#readings\"",
                        "id=\"readings-error\"",
                        "Line 1: “Import Metre” is no name of this text.",
                        "Line 2: Export Meter: “a lot” is no figure.",
                        "Import Metre, 2026-10, 12800");
    }

    @Test
    void readings_that_are_missing_hold_the_settlement_as_the_text_says() throws Exception {
        assertThat(page(typed("conor", RUN, Map.of(), "Export Meter, 2026-10, 1500")
                        .andExpect(status().isOk())))
                .contains("It would not be settled yet");
    }

    @Test
    void a_written_text_is_run_before_it_is_proposed() throws Exception {
        Map<String, String> text = Map.of("text", TEXT);

        assertThat(page(post("conor", "/editor", Map.of("text", TEXT, "do", "dry-run"))
                        .andExpect(status().isOk())))
                .contains("name=\"readings\"", "Back to the text", "This text takes Import Meter (kWh)");
        assertThat(page(typed("conor", "/editor/dry-run", text, OCTOBER).andExpect(status().isOk())))
                .contains("10,414.59", "Harbour Energy Services Ltd");
        post("conor", "/editor", Map.of("text", "contract", "do", "dry-run")).andExpect(status().is(422));
    }

    @Test
    void a_filled_form_is_run_before_it_is_proposed_and_keeps_its_answers() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        TEMPLATE.answers().byParameter().forEach((name, answer) -> answers.put("answer-" + Slug.of(name), answer));
        answers.put("answer-supplier", "Harbour Energy Services Ltd");
        answers.put("answer-client", "Nimbus Campus DAC");
        answers.put("title", "Tried only");

        assertThat(page(typed("deirdre", "/templates/time-of-use-supply/dry-run", answers, OCTOBER)
                        .andExpect(status().isOk())))
                .contains("10,414.59", "Back to the form", "name=\"answer-day-price\"")
                .doesNotContain("name=\"password\"");
        answers.put("answer-day-price", "");
        assertThat(page(typed("deirdre", "/templates/time-of-use-supply/dry-run", answers, OCTOBER)
                        .andExpect(status().is(422))))
                .contains("href=\"#answer-day-price\"");
    }

    @Test
    void what_compiler_and_engine_say_is_marked_as_english_on_a_page_of_another_language() throws Exception {
        String wrong = "given Import Meter weighs 5 kWh.";
        assertThat(page(german(RUN, Map.of("day", "2026-10-15", "readings", wrong))))
                .containsPattern("<a href=\"#readings\">Zeile 1: <span lang=\"en\">[^<]+</span>")
                .containsPattern("id=\"readings-error\"><svg.*</svg><span>Zeile 1: <span lang=\"en\">[^<]+</span>");
        assertThat(page(german(RUN, Map.of("day", "2026-10-15", "readings", "Export Meter, 2026-10, 1500"))))
                .containsPattern("<strong lang=\"en\">[^<]+</strong>");
        assertThat(page(german(RUN, Map.of("day", "2026-10-15", "readings", OCTOBER))))
                .contains("<dt lang=\"en\">Energy night</dt>")
                .containsPattern("<h2 id=\"why-h-\\d+\">[^<]+<span lang=\"en\">[^<]+</span>");
    }

    @Test
    void what_is_against_a_filled_form_is_marked_as_english_too() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        TEMPLATE.answers()
                .byParameter()
                .forEach((name, answer) ->
                        answers.put("answer-" + Slug.of(name), answer.replaceFirst("^(\\d+)[.](\\d+)", "$1,$2")));
        answers.put("answer-supplier", "Harbour Energy Services Ltd");
        answers.put("answer-client", "Nimbus Campus DAC");
        answers.put("answer-import-meter", "meter/IE-9001/import");
        answers.put("answer-export-meter", "meter/IE-9001/export");
        answers.put("answer-end-date", "31 December 2020");
        answers.put("title", "Tried only");
        answers.put("do", "dry-run");

        for (String done : List.of("dry-run", "propose")) {
            answers.put("do", done);
            assertThat(page(german("/templates/time-of-use-supply", answers)))
                    .containsPattern("<a href=\"#so-far\"><span lang=\"en\">[^<]+</span></a>");
        }
    }

    private ResultActions german(String address, Map<String, String> fields) throws Exception {
        var request = MockMvcRequestBuilders.post(address)
                .session(visitors.signIn("conor"))
                .cookie(new Cookie("language", "de-DE"))
                .with(csrf());
        fields.forEach(request::param);
        return portal.perform(request);
    }

    private ResultActions typed(String person, String address, Map<String, String> fields, String readings)
            throws Exception {
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.put("day", "2026-10-15");
        sent.put("readings", readings);
        return post(person, address, sent);
    }

    private ResultActions post(String person, String address, Map<String, String> fields) throws Exception {
        var request = MockMvcRequestBuilders.post(address)
                .session(visitors.signIn(person))
                .with(csrf());
        fields.forEach(request::param);
        return portal.perform(request);
    }

    private ResultActions run(String person, String day) throws Exception {
        return portal.perform(get(RUN + "&day=" + day).session(visitors.signIn(person)));
    }

    private static String page(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
