package io.smartblocks.portal.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import io.smartblocks.portal.member.Submitting;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
@DirtiesContext
class MemberPagesTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ReadModel read;

    @Autowired
    private Submitting submitting;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_list_filters_and_goes_out_as_a_file() throws Exception {
        MockHttpSession deirdre = visitors.signIn("deirdre");

        assertThat(visitors.page(deirdre, "/members"))
                .contains("Harbour Energy Services Ltd")
                .contains("Olga Stranger");
        assertThat(visitors.page(deirdre, "/members?role=owner&state=active"))
                .contains("Nimbus Campus DAC")
                .doesNotContain("Conor Walsh");
        assertThat(visitors.page(deirdre, "/members?words=BRENNAN&organisation=nimbus-campus"))
                .contains("Aoife Brennan");
        assertThat(visitors.page(deirdre, "/members?state=suspended&words=olga"))
                .contains("No members");
        assertThat(visitors.page(deirdre, "/members.csv?role=signatory"))
                .contains("conor-walsh,Conor Walsh,harbour-energy,active,signatory,")
                .doesNotContain("harbour-runtime");
    }

    @Test
    void a_registrar_suspends_a_member_who_then_does_nothing_until_readmitted() throws Exception {
        MockHttpSession admin = visitors.registrar();
        send(admin, "olga-stranger", "suspend", "reason", "").andExpect(status().is(422));
        send(admin, "olga-stranger", "suspend", "reason", "We lost touch.", "password", "guess")
                .andExpect(status().is(422));
        assertThat(member("olga-stranger").active()).isTrue();

        send(admin, "olga-stranger", "suspend", "reason", "We lost touch.")
                .andExpect(redirectedUrl("/members/olga-stranger"));

        assertThat(member("olga-stranger").status()).isEqualTo(Member.Status.SUSPENDED);
        assertThat(told())
                .contains("suspend-member olga-stranger")
                .contains("We lost touch.")
                .contains("ACTIVE [SIGNATORY]");
        assertThat(visitors.page(admin, "/members/olga-stranger"))
                .contains("Suspended")
                .contains("Readmit")
                .doesNotContain("act/suspend");
        portal.perform(get("/members/olga-stranger/act/suspend").session(admin)).andExpect(status().isConflict());
        portal.perform(post("/members/olga-stranger/act/rotate")
                        .session(visitors.signIn("olga"))
                        .with(csrf())
                        .param("reason", "A new phone.")
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(status().isConflict());

        send(admin, "olga-stranger", "readmit", "reason", "We found each other.")
                .andExpect(redirectedUrl("/members/olga-stranger"));
        assertThat(member("olga-stranger").active()).isTrue();
    }

    @Test
    void an_applicant_is_admitted_with_the_roles_that_are_ticked_or_turned_down() throws Exception {
        apply("quay-forecast");
        apply("quay-solar");
        MockHttpSession admin = visitors.registrar();

        send(admin, "quay-forecast", "approve", "reason", "Known to us.").andExpect(status().is(422));
        send(admin, "quay-forecast", "approve", "reason", "Known to us.", "role-predictor", "on")
                .andExpect(redirectedUrl("/members/quay-forecast"));
        send(admin, "quay-solar", "reject", "reason", "Nobody knows them.")
                .andExpect(redirectedUrl("/members/quay-solar"));

        assertThat(member("quay-forecast").roles()).containsExactly(Role.PREDICTOR);
        assertThat(member("quay-solar").status()).isEqualTo(Member.Status.REJECTED);
        assertThat(told()).contains("Known to us.");
    }

    @Test
    void roles_are_given_and_taken_and_the_last_registrar_stays() throws Exception {
        MockHttpSession admin = visitors.registrar();

        send(
                        admin,
                        "nimbus-metering",
                        "roles",
                        "reason",
                        "It predicts as well.",
                        "role-meter-operator",
                        "on",
                        "role-predictor",
                        "on")
                .andExpect(redirectedUrl("/members/nimbus-metering"));
        assertThat(member("nimbus-metering").roles()).containsExactly(Role.METER_OPERATOR, Role.PREDICTOR);

        String refused = send(admin, "registrar", "roles", "reason", "Enough.", "role-auditor", "on")
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("registrar").contains("Enough.");
    }

    @Test
    void a_person_replaces_its_own_key_and_signs_with_the_new_one() throws Exception {
        String before = member("conor-walsh").publicKey().value();
        MockHttpSession conor = visitors.signIn("conor");
        assertThat(visitors.page(conor, "/members/conor-walsh"))
                .contains("act/rotate")
                .doesNotContain("act/suspend");

        portal.perform(post("/members/conor-walsh/act/rotate")
                        .session(conor)
                        .with(csrf())
                        .param("once", UUID.randomUUID().toString())
                        .param("reason", "It is two years old.")
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(redirectedUrl("/members/conor-walsh"));

        assertThat(member("conor-walsh").publicKey().value()).isNotEqualTo(before);
        assertThat(visitors.page(conor, "/members/conor-walsh")).contains("then replaced");
        rate(conor, "nimbus-campus", "4").andExpect(redirectedUrl("/members/nimbus-campus"));
    }

    @Test
    void a_registrar_states_a_key_that_somebody_else_made() throws Exception {
        String key = KeyPair.generate().publicKey().value();
        MockHttpSession admin = visitors.registrar();
        send(admin, "harbour-runtime", "rotate", "reason", "Lost.", "publicKey", "not a key")
                .andExpect(status().is(422));

        send(admin, "harbour-runtime", "rotate", "reason", "Lost.", "publicKey", key)
                .andExpect(redirectedUrl("/members/harbour-runtime"));

        assertThat(member("harbour-runtime").publicKey().value()).isEqualTo(key);
    }

    @Test
    void a_rating_is_one_event_whose_source_only_those_see_whom_it_concerns() throws Exception {
        MockHttpSession aoife = visitors.signIn("aoife");
        rate(aoife, "harbour-energy", "9").andExpect(status().is(422));
        rate(aoife, "harbour-energy", "5").andExpect(redirectedUrl("/members/harbour-energy"));

        for (String seesAll : List.of("aoife", "conor", "eamon", "saoirse")) {
            assertThat(visitors.page(visitors.signIn(seesAll), "/members/harbour-energy"))
                    .as(seesAll)
                    .contains("5 of 5 stars from Nimbus Campus DAC")
                    .contains("Warm all winter.")
                    .contains("href=\"/agreements/campus-supply\"")
                    .contains("href=\"/transactions/");
        }
        String strangers = visitors.page(visitors.signIn("olga"), "/members/harbour-energy");
        assertThat(strangers)
                .contains("Rated by a party")
                .contains("Known to the parties")
                .doesNotContain("campus-supply")
                .doesNotContain("Warm all winter.");
    }

    @Test
    void states_tell_of_a_reputation_what_its_page_tells() throws Exception {
        rate(visitors.signIn("aoife"), "harbour-energy", "3");
        String key = "/states/reputation/harbour-energy/rating/campus-supply/billing-month/2026-10-01/nimbus-campus";

        for (String person : List.of("aoife", "conor", "eamon", "saoirse")) {
            portal.perform(get(key).session(visitors.signIn(person))).andExpect(status().isOk());
        }
        portal.perform(get(key).session(visitors.signIn("olga"))).andExpect(status().isNotFound());
        assertThat(visitors.page(visitors.signIn("aoife"), "/states?type=reputation"))
                .contains("rating/campus-supply");
        assertThat(visitors.page(visitors.signIn("olga"), "/states?type=reputation"))
                .doesNotContain("rating/campus-supply");
    }

    @Test
    void an_organisation_says_what_invoices_name_of_it() throws Exception {
        MockHttpSession aoife = visitors.signIn("aoife");
        String refused = particulars(aoife, "bic", "AIBKIE2D")
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused)
                .contains("Give the IBAN")
                .contains("value=\"AIBKIE2D\"")
                .contains("value=\"Nimbus Campus DAC\"");

        particulars(aoife, "vatId", "ie 9700053d").andExpect(redirectedUrl("/members/nimbus-campus"));

        assertThat(visitors.page(aoife, "/members/nimbus-campus"))
                .contains("IE9700053D")
                .contains("Clonshaugh Road");
    }

    @ParameterizedTest
    @CsvSource({"legalName", "city", "country"})
    void what_invoices_must_name_is_asked_for_at_its_field(String field) throws Exception {
        String refused = portal.perform(post("/members/nimbus-campus/act/particulars")
                        .session(visitors.signIn("aoife"))
                        .with(csrf())
                        .param("once", "x")
                        .param("legalName", field.equals("legalName") ? "" : "Nimbus")
                        .param("city", field.equals("city") ? " " : "Dublin")
                        .param("country", field.equals("country") ? "" : "IE")
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(refused).contains("href=\"#" + field + "\"").contains("id=\"" + field + "-error\"");
    }

    @ParameterizedTest
    @CsvSource({"aoife,suspend", "conor,roles", "eamon,suspend", "saoirse,approve", "deirdre,rate", "olga,particulars"})
    void whoever_is_not_entitled_is_told_so_and_nothing_is_done(String person, String act) throws Exception {
        long height = read.height();
        MockHttpSession session = visitors.signIn(person);
        portal.perform(get("/members/harbour-energy/act/" + act).session(session))
                .andExpect(status().isConflict());

        portal.perform(post("/members/harbour-energy/act/" + act)
                        .session(session)
                        .with(csrf())
                        .param("once", UUID.randomUUID().toString())
                        .param("reason", "I want to.")
                        .param("role-auditor", "on")
                        .param("legalName", "Mallory")
                        .param("city", "Cork")
                        .param("country", "IE")
                        .param("stars", "1")
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(status().is(422));

        assertThat(read.height()).isEqualTo(height);
    }

    private ResultActions rate(MockHttpSession session, String organisation, String stars) throws Exception {
        return portal.perform(post("/members/" + organisation + "/act/rate")
                .session(session)
                .with(csrf())
                .param("once", UUID.randomUUID().toString())
                .param("deal", "campus-supply/Billing Month/2026-10-01")
                .param("stars", stars)
                .param("comment", "Warm all winter.")
                .param("password", SiteFixture.PASSWORD));
    }

    private ResultActions particulars(MockHttpSession session, String field, String value) throws Exception {
        return portal.perform(post("/members/nimbus-campus/act/particulars")
                .session(session)
                .with(csrf())
                .param("once", UUID.randomUUID().toString())
                .param("legalName", "Nimbus Campus DAC")
                .param("street", "Clonshaugh Road")
                .param("city", "Dublin")
                .param("country", "ie")
                .param(field, value)
                .param("password", SiteFixture.PASSWORD));
    }

    /** Sends the form of an act with the registrar's password, unless another one is among the fields. */
    private ResultActions send(MockHttpSession session, String member, String act, String... fields) throws Exception {
        var form = post("/members/" + member + "/act/" + act)
                .session(session)
                .with(csrf())
                .param("once", UUID.randomUUID().toString());
        boolean typed = false;
        for (int at = 0; at < fields.length; at += 2) {
            form.param(fields[at], fields[at + 1]);
            typed |= fields[at].equals("password");
        }
        return portal.perform(typed ? form : form.param("password", visitors.registrarPassword()));
    }

    private void apply(String id) {
        MemberId applicant = new MemberId(id);
        KeyPair key = KeyPair.generate();
        Submission answer = submitting.submit(
                Signer.of(applicant, key),
                List.of(new ApplyForMembership(
                        applicant, "Quay " + id, applicant, Set.of(Role.PREDICTOR, Role.SIGNATORY), key.publicKey())));
        assertThat(answer).isInstanceOf(Submission.Committed.class);
    }

    private Member member(String id) {
        return read.members().member(new MemberId(id)).orElseThrow();
    }

    private String told() {
        return jdbc.sql("select subject, reason, before_text, outcome from audit_entry where act = 'ledger'")
                .query()
                .listOfRows()
                .toString();
    }
}
