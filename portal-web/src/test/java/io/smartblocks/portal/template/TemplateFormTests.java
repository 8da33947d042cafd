package io.smartblocks.portal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.SupplyAnswers;
import io.smartblocks.portal.Visitors;
import io.smartblocks.templates.Templates;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
class TemplateFormTests {

    private static final String FORM = SupplyAnswers.FORM;

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ReadModel model;

    @Autowired
    private TemplateTexts texts;

    @Test
    void every_parameter_of_the_template_has_a_field_with_unit_limits_and_example() throws Exception {
        ResultActions page = portal.perform(get(FORM).session(visitors.signIn("conor")));

        for (String name : Templates.find("time-of-use-supply")
                .orElseThrow()
                .answers()
                .byParameter()
                .keySet()) {
            page.andExpect(content().string(containsString(">" + name + "</label>")));
        }
        page.andExpect(content().string(containsString("<span>EUR per kWh</span>")))
                .andExpect(content().string(containsString("0 to 1 EUR per kWh. For example 0.1974 EUR per kWh.")))
                .andExpect(content().string(containsString("Price from 23:00 to 08:00.")))
                .andExpect(content().string(containsString("IE-9001/import, Grid import")));
    }

    @Test
    void each_parameter_of_each_template_has_a_label_in_every_language_and_says_how_the_text_calls_it()
            throws Exception {
        Properties english = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            english.load(reader);
        }
        assertThat(Templates.all().stream()
                        .flatMap(template -> texts.parameters(template).stream())
                        .map(Parameter::name)
                        .filter(name -> !name.equals(english.getProperty("term." + Slug.of(name))))
                        .distinct())
                .as("give each name of a parameter a message term.<name>, in all languages")
                .isEmpty();

        portal.perform(get(FORM).session(visitors.signIn("conor")).locale(Locale.GERMAN))
                .andExpect(content().string(containsString(">Nachtpreis</label>")))
                .andExpect(content().string(containsString("Im Text: Night Price.")));
    }

    @Test
    void what_each_template_says_about_its_questions_is_said_in_every_language() throws Exception {
        Properties english = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            english.load(reader);
        }
        assertThat(Templates.all().stream()
                        .flatMap(template -> texts.parameters(template).stream())
                        .flatMap(parameter -> parameter.description().stream())
                        .map(words -> words.replaceFirst("(?s),? such as .*$", ""))
                        .filter(words ->
                                !words.replace('\'', '’').equals(english.getProperty("described." + Slug.of(words))))
                        .distinct())
                .as("give what a parameter is described as a message described.<words>, in all languages")
                .isEmpty();

        portal.perform(get(FORM).session(visitors.signIn("conor")).locale(Locale.GERMAN))
                .andExpect(content().string(containsString("Im Text: Night Price. Preis von 23:00 bis 08:00.")));
    }

    @Test
    void errors_stand_at_the_field_and_in_a_summary_and_what_was_typed_stays() throws Exception {
        Map<String, String> answers = SupplyAnswers.titled("Wrong price");
        answers.put("answer-day-price", "12.5");

        submit(FORM, answers)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("One answer needs another look")))
                .andExpect(content().string(containsString("href=\"#answer-day-price\"")))
                .andExpect(content().string(containsString("id=\"answer-day-price-error\"")))
                .andExpect(content().string(containsString("aria-invalid=\"true\"")))
                .andExpect(content().string(containsString("value=\"12.5\"")))
                .andExpect(content().string(containsString("value=\"0.1187\"")));
    }

    @Test
    void an_empty_form_asks_for_every_answer() throws Exception {
        submit(FORM, Map.of("title", ""))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("16 answers need another look")));
    }

    @Test
    void the_text_follows_the_answers_and_marks_them() throws Exception {
        Map<String, String> answers = SupplyAnswers.titled("Text so far");
        answers.put("answer-day-price", "0.2");
        answers.put("answer-night-price", "many");

        submit(FORM + "/text", answers)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<html"))))
                .andExpect(content().string(containsString("<mark>0.2</mark>")))
                .andExpect(content().string(containsString("<mark class=\"wrong\">many</mark>")))
                .andExpect(content().string(containsString("1 to correct")));
    }

    @Test
    void without_script_the_second_button_shows_the_text() throws Exception {
        Map<String, String> answers = SupplyAnswers.titled("Shown text");
        answers.put("do", "show");

        submit(FORM, answers)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<mark>0.1974</mark>")))
                .andExpect(content().string(not(containsString("role=\"alert\""))));
    }

    @Test
    void a_complete_form_becomes_a_proposal_that_every_party_signs_into_force() throws Exception {
        submit(FORM, SupplyAnswers.titled("Quayside supply")).andExpect(redirectedUrl("/agreements/quayside-supply"));

        assertThat(agreement().state()).isInstanceOf(AgreementState.Proposed.class);
        sign("conor");
        sign("aoife");

        assertThat(agreement().state()).isInstanceOf(AgreementState.Active.class);
        assertThat(model.agreements().text(agreement().proposal()))
                .startsWith("contract \"Quayside supply\" version 1.0 from template");
    }

    @Test
    void without_the_right_password_nothing_is_proposed() throws Exception {
        Map<String, String> answers = SupplyAnswers.titled("Unproposed");
        answers.put("password", "wrong");

        submit(FORM, answers)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("href=\"#password\"")));

        assertThat(model.agreements().versions(new AgreementId("unproposed"))).isEmpty();
    }

    @Test
    void one_organisation_is_not_both_parties() throws Exception {
        Map<String, String> answers = SupplyAnswers.titled("Alone");
        answers.put("answer-client", "Harbour Energy Services Ltd");

        submit(FORM, answers)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("and so is Supplier. Choose another organisation.")));
    }

    @Test
    void what_is_wrong_with_the_text_and_the_password_is_said_at_once() throws Exception {
        Map<String, String> answers = SupplyAnswers.titled("Backwards");
        answers.put("answer-end-date", "31 December 2026");
        answers.put("password", "");

        submit(FORM, answers)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("This agreement would end before it begins.")))
                .andExpect(content().string(containsString("Your password is missing.")));
    }

    @Test
    void a_name_that_is_taken_is_refused() throws Exception {
        submit(FORM, SupplyAnswers.titled("Campus supply"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("There is an agreement “Campus supply” already")));
    }

    private ResultActions submit(String path, Map<String, String> answers) throws Exception {
        var request = post(path).session(visitors.signIn("conor")).with(csrf());
        answers.forEach(request::param);
        return portal.perform(request);
    }

    private void sign(String person) throws Exception {
        portal.perform(post("/agreements/quayside-supply/sign")
                        .session(visitors.signIn(person))
                        .with(csrf())
                        .param("version", "1.0")
                        .param("textHash", agreement().proposal().textHash().value())
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(redirectedUrl("/agreements/quayside-supply"));
    }

    private AgreementRecord agreement() {
        return model.agreements()
                .agreement(new AgreementId("quayside-supply"), "1.0")
                .orElseThrow();
    }
}
