package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A site with more meters than anybody looks through: the form of a template takes the id of one, typed. */
@PortalSite
@TestPropertySource(properties = "spring.application.name=typed-answers")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedAnswerTests {

    private static final String FORM = SupplyAnswers.FORM;
    private static final int METERS = 201;

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Stating stating;

    @Autowired
    private ReadModel model;

    @BeforeAll
    void register_many_meters() {
        stating.as(
                SiteFixture.OFFICE,
                IntStream.range(0, METERS)
                        .mapToObj(number -> meter("IE-70%03d/import".formatted(number)))
                        .toList());
    }

    private static RegisterMeter meter(String id) {
        return new RegisterMeter(
                new MeterId(id),
                SiteFixture.METERING,
                "Feeder",
                "Nimbus Campus",
                "electricity",
                "kWh",
                Interval.ofMinutes(15),
                MeterFixture.ZONE);
    }

    @Test
    void the_form_asks_for_an_id_and_says_where_ids_stand() throws Exception {
        String page =
                page(portal.perform(get(FORM).session(visitors.signIn("conor"))).andExpect(status().isOk()));

        assertThat(page)
                .contains("Type the id of the meter as the list of meters has it")
                .containsPattern("<input [^>]*id=\"answer-import-meter\"")
                .containsPattern("<select [^>]*id=\"answer-client\"")
                .doesNotContain("<select id=\"answer-import-meter\"", "IE-70001/import");
    }

    @Test
    void an_id_that_is_typed_becomes_the_meter_of_the_proposal_with_or_without_its_prefix() throws Exception {
        submit(answers("Typed supply", " IE-70007/import", "meter/IE-70200/import"))
                .andExpect(redirectedUrl("/agreements/typed-supply"));

        assertThat(model.agreements()
                        .text(model.agreements()
                                .agreement(new AgreementId("typed-supply"), "1.0")
                                .orElseThrow()
                                .proposal()))
                .contains("\"meter/IE-70007/import\"", "\"meter/IE-70200/import\"");
    }

    @Test
    void a_form_with_typed_ids_is_run_dry_on_typed_readings() throws Exception {
        Map<String, String> answers = answers("Typed and tried", "IE-70007/import", "IE-70200/import");
        answers.put("day", "2027-01-15");
        answers.put("readings", "Import Meter, 2027-01, 48640\nExport Meter, 2027-01, 1500");

        assertThat(page(submit(FORM + "/dry-run", answers).andExpect(status().isOk())))
                .contains("A dry run of", "On the readings that you typed", "This text takes Import Meter (kWh)");
    }

    @Test
    void an_id_that_no_fitting_meter_has_is_refused_at_its_field_and_stays() throws Exception {
        assertRefused("IE-70999/import");
        // counts gas, once a day
        assertRefused("IE-9002/gas");
        assertRefused("no id at all");
        assertThat(model.agreements().versions(new AgreementId("refused-supply")))
                .isEmpty();
    }

    private void assertRefused(String typed) throws Exception {
        assertThat(page(submit(answers("Refused supply", typed, "IE-9001/export"))
                        .andExpect(status().is(422))))
                .contains("href=\"#answer-import-meter\"", "value=\"" + typed + '"')
                .doesNotContain("href=\"#answer-export-meter\"");
    }

    @Test
    void an_organisation_that_nobody_knows_is_refused_at_its_field() throws Exception {
        Map<String, String> answers = answers("Refused supply", "IE-9001/import", "IE-9001/export");
        answers.put("answer-client", "Nobody Ltd");

        assertThat(page(submit(answers).andExpect(status().is(422))))
                .contains("href=\"#answer-client\"", "No organisation that can sign is called “Nobody Ltd”.");
    }

    private static Map<String, String> answers(String title, String importMeter, String exportMeter) {
        Map<String, String> answers = SupplyAnswers.titled(title);
        answers.put("answer-import-meter", importMeter);
        answers.put("answer-export-meter", exportMeter);
        return answers;
    }

    private ResultActions submit(Map<String, String> answers) throws Exception {
        return submit(FORM, answers);
    }

    private ResultActions submit(String address, Map<String, String> answers) throws Exception {
        var request = post(address).session(visitors.signIn("conor")).with(csrf());
        answers.forEach(request::param);
        return portal.perform(request);
    }

    private static String page(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
