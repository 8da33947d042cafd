package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** Each form that acts on agreements and settlements with each of its fields wrong: told at the field and in the summary. */
@PortalSite
class BadInputTests {

    private static final Template TEMPLATE =
            Templates.find("time-of-use-supply").orElseThrow();
    private static final String STATEMENT = RoutesTests.STATEMENT + "/act";

    /** A form with answers that are all right; what is wrong with each field stands beside it. */
    private record Form(String address, String person, Map<String, String> right, Map<String, List<String>> wrong) {}

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    private static List<Form> forms() {
        return List.of(
                template(),
                new Form(
                        "/editor/propose",
                        "conor",
                        Map.of(
                                "text", TEMPLATE.sample(),
                                "party-supplier", "harbour-energy",
                                "party-client", "nimbus-campus"),
                        Map.of(
                                "party-supplier", List.of("", "nobody-at-all"),
                                "party-client", List.of("", "harbour-energy"))),
                new Form(
                        "/agreements/campus-supply/act/terminate?version=1.0",
                        "aoife",
                        Map.of("day", "2027-12-31", "reason", "Sold."),
                        Map.of("day", List.of("", "31.12.2027", "2027-02-30"), "reason", List.of("", " \n ", long_()))),
                new Form(
                        "/agreements/campus-supply/act/suspend?version=1.0",
                        "conor",
                        Map.of("reason", "Rebuilt."),
                        Map.of("reason", List.of("", long_()))),
                new Form(
                        "/agreements/campus-supply-next/act/withdraw?version=1.0",
                        "aoife",
                        Map.of("reason", "No."),
                        Map.of("reason", List.of(""))),
                new Form(
                        "/agreements/campus-supply/dry-run?version=1.0",
                        "aoife",
                        Map.of("day", "2026-10-15", "readings", "Export Meter, 2026-10, 1500"),
                        Map.of(
                                "day", List.of("", "soon", "1990-01-01x"),
                                "readings",
                                        List.of("nonsense", "Export Meter, 2026-10, <b>", "Export Meter, never, 1"))),
                new Form(
                        STATEMENT + "/dispute",
                        "aoife",
                        Map.of("clause", "90", "reason", "Too much."),
                        Map.of("reason", List.of("", long_()))),
                new Form(
                        STATEMENT + "/paid?document=1",
                        "conor",
                        Map.of("amount", "1.00", "day", "2026-11-12", "reference", "SEPA-1"),
                        Map.of(
                                "amount", List.of("", "ten", "1,0,0", "1e9", "<script>"),
                                "day", List.of("", "yesterday", "2026-13-01"),
                                "reference", List.of(""))));
    }

    private static String long_() {
        return "x".repeat(2_001);
    }

    private static Form template() {
        Map<String, String> right = new LinkedHashMap<>();
        TEMPLATE.answers().byParameter().forEach((name, answer) -> right.put("answer-" + Slug.of(name), answer));
        right.put("title", "Never proposed");
        right.put("answer-supplier", "Harbour Energy Services Ltd");
        right.put("answer-client", "Nimbus Campus DAC");
        right.put("answer-import-meter", "meter/IE-9001/import");
        right.put("answer-export-meter", "meter/IE-9001/export");
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        right.keySet().forEach(field -> wrong.put(field, List.of("")));
        for (String figure : List.of("day-price", "night-price", "contracted-demand", "late-rate")) {
            wrong.put("answer-" + figure, List.of("", "many", "-1", "1000000", "0.1 apples", "<i>"));
        }
        for (String day : List.of("start-date", "end-date")) {
            wrong.put("answer-" + day, List.of("", "soon", "31 February 2027"));
        }
        wrong.put("title", List.of("", " ", "!!!"));
        return new Form("/templates/time-of-use-supply", "conor", right, wrong);
    }

    static Stream<Arguments> wrong_answers() {
        return forms().stream()
                .flatMap(form -> form.wrong().entrySet().stream()
                        .flatMap(field -> field.getValue().stream()
                                .map(value -> Arguments.of(form.address(), field.getKey(), value))));
    }

    @ParameterizedTest(name = "{0}: {1} as “{2}”")
    @MethodSource("wrong_answers")
    void each_field_of_each_form_tells_what_is_wrong_and_keeps_what_was_typed(
            String address, String field, String value) throws Exception {
        Form form = forms().stream()
                .filter(each -> each.address().equals(address))
                .findFirst()
                .orElseThrow();
        Map<String, String> answers = new LinkedHashMap<>(form.right());
        answers.put(field, value);
        long before = ledger.height();

        MockHttpServletResponse answer = submit(form, answers, SiteFixture.PASSWORD);
        String page = answer.getContentAsString();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page).contains("role=\"alert\" tabindex=\"-1\" data-focus", "href=\"#" + field + '"');
        assertThat(page).contains("id=\"" + field + "-error\"").doesNotContain("??");
        assertThat(tag(page, field)).contains("aria-invalid=\"true\"", field + "-error");
        answers.forEach((name, typed) -> assertThat(kept(page, name, typed))
                .as("%s keeps what was typed", name)
                .isTrue());
        assertThat(ledger.height()).isEqualTo(before);
    }

    static Stream<String> addresses() {
        return forms().stream().map(Form::address).filter(address -> !address.contains("dry-run"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_password_that_is_missing_or_wrong_is_told_at_its_field_and_never_sent_back(String address) throws Exception {
        Form form = forms().stream()
                .filter(each -> each.address().equals(address))
                .findFirst()
                .orElseThrow();
        MockHttpServletResponse missing = submit(form, form.right(), "");

        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(missing.getContentAsString()).contains("href=\"#password\"", "id=\"password-error\"");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void every_field_of_a_form_has_help_or_limits(String address) throws Exception {
        Form form = forms().stream()
                .filter(each -> each.address().equals(address))
                .findFirst()
                .orElseThrow();
        String page = submit(form, Map.of("text", TEMPLATE.sample()), "").getContentAsString();

        List<String> bare = new ArrayList<>();
        Pattern.compile("<(?:input|select|textarea)\\b[^>]*\\bid=\"([^\"]+)\"[^>]*>")
                .matcher(page)
                .results()
                .filter(field -> !field.group(1).equals("q"))
                .filter(field -> !field.group().matches("(?s).*aria-describedby=\"[^\"]*-(help|lim)\\b.*"))
                .forEach(field -> bare.add(field.group(1)));
        assertThat(bare).isEmpty();
    }

    @Test
    void a_form_that_is_sent_twice_is_done_once_and_the_way_back_leads_to_what_stands() throws Exception {
        Form form = new Form("/editor/propose", "conor", forms().get(1).right(), Map.of());
        Map<String, String> answers = new LinkedHashMap<>(form.right());
        answers.put("text", TEMPLATE.sample().replaceFirst("contract \"[^\"]*\"", "contract \"Sent twice\""));
        answers.put("once", UUID.randomUUID().toString());

        assertThat(submit(form, answers, SiteFixture.PASSWORD).getStatus()).isEqualTo(302);
        long height = ledger.height();
        assertThat(submit(form, answers, SiteFixture.PASSWORD).getStatus()).isEqualTo(302);
        assertThat(ledger.height()).isEqualTo(height);

        // the browser's way back shows the form of before, with the request that it was made for
        String hash = io.smartblocks.ledger.proof.Hash.of(answers.get("text")).value();
        Form sign = new Form("/agreements/sent-twice/sign", "conor", Map.of(), Map.of());
        Map<String, String> signature = Map.of("version", "1.0", "textHash", hash, "once", "first");
        assertThat(submit(sign, signature, SiteFixture.PASSWORD).getStatus()).isEqualTo(302);
        long signed = ledger.height();
        assertThat(submit(sign, signature, SiteFixture.PASSWORD).getStatus()).isEqualTo(302);
        assertThat(submit(sign, Map.of("version", "1.0", "textHash", hash, "once", "second"), SiteFixture.PASSWORD)
                        .getStatus())
                .isEqualTo(302);
        assertThat(ledger.height()).isEqualTo(signed);
        assertThat(portal.perform(get("/agreements/sent-twice/sign").session(visitors.signIn("conor")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletResponse submit(Form form, Map<String, String> answers, String password) throws Exception {
        MockHttpServletRequestBuilder request = post(form.address())
                .session(visitors.signIn(form.person()))
                .with(csrf())
                .param("password", password);
        if (!answers.containsKey("once")) {
            request.param("once", UUID.randomUUID().toString());
        }
        answers.forEach(request::param);
        return portal.perform(request).andReturn().getResponse();
    }

    private static String tag(String page, String id) {
        return Pattern.compile("<(?:input|select|textarea)\\b[^>]*\\bid=\"" + Pattern.quote(id) + "\"[^>]*>")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElse("");
    }

    /** What stands in a field; a choice that is none of the offered ones cannot be kept. */
    private static boolean kept(String page, String name, String typed) {
        if (typed.isBlank()) {
            return true;
        }
        String field = tag(page, name);
        String escaped = HtmlUtils.htmlEscape(typed, "UTF-8").replace("&#39;", "'");
        if (field.startsWith("<select")) {
            String options = page.substring(page.indexOf(field), page.indexOf("</select>", page.indexOf(field)));
            return !options.contains("value=\"" + escaped + '"')
                    || options.contains("value=\"" + escaped + "\" selected=\"selected\"");
        }
        if (field.startsWith("<textarea")) {
            return page.contains(field + escaped);
        }
        return field.isEmpty() || field.contains("value=\"" + escaped + '"');
    }
}
