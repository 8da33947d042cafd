package io.smartblocks.portal.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
@DirtiesContext
class ApplyPagesTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ReadModel read;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Value("${smartblocks.data}")
    private Path data;

    @Test
    void a_person_applies_for_a_new_organisation_and_signs_as_it_once_admitted() throws Exception {
        MockHttpSession nora = person("nora");
        assertThat(visitors.page(nora, "/account")).contains("/account/membership");
        apply(nora, Map.of("id", "quay-energy")).andExpect(redirectedUrl("/account/membership"));

        Member applicant = member("quay-energy");
        assertThat(applicant.status()).isEqualTo(Member.Status.APPLIED);
        assertThat(applicant.isOrganisation()).isTrue();
        assertThat(applicant.roles()).containsExactly(Role.OWNER);
        assertThat(data.resolve("keys/quay-energy.p12")).exists();
        assertThat(visitors.page(nora, "/account/membership"))
                .contains("It waits for a registrar")
                .contains(applicant.publicKey().shortFingerprint());
        apply(nora, Map.of("id", "quay-again")).andExpect(status().isConflict());
        join(nora).andExpect(status().isOk());
        assertThat(accounts.account("nora").orElseThrow().member()).isEmpty();

        MockHttpSession admin = visitors.registrar();
        assertThat(visitors.page(admin, "/waiting"))
                .contains("Quay applies for membership")
                .contains("/members/quay-energy");
        assertThat(visitors.page(visitors.signIn("conor"), "/waiting")).doesNotContain("applies for membership");
        decide(admin, "quay-energy", "approve", "role-owner");

        assertThat(visitors.page(nora, "/account/membership")).contains("You are admitted");
        join(nora, "guess").andExpect(status().is(422));
        join(nora).andExpect(redirectedUrl("/account"));
        assertThat(accounts.account("nora").orElseThrow().member()).contains("quay-energy");
        assertThat(accounts.account("nora").orElseThrow().organisation()).contains("quay-energy");
        assertThat(told()).contains("account-member").contains("apply-for-membership quay-energy");

        MockHttpSession again = visitors.signIn("nora");
        portal.perform(post("/members/quay-energy/act/particulars")
                        .session(again)
                        .with(csrf())
                        .param("once", UUID.randomUUID().toString())
                        .param("legalName", "Quay Ltd")
                        .param("city", "Cork")
                        .param("country", "IE")
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(redirectedUrl("/members/quay-energy"));
        portal.perform(get("/account/membership").session(again)).andExpect(status().isConflict());
    }

    @Test
    void whoever_was_turned_down_applies_again_with_the_same_key() throws Exception {
        MockHttpSession otto = person("otto");
        apply(otto, Map.of("id", "otto-solar", "organisation", "nimbus-campus"))
                .andExpect(redirectedUrl("/account/membership"));
        String key = member("otto-solar").publicKey().value();
        decide(visitors.registrar(), "otto-solar", "reject", "none");

        assertThat(visitors.page(otto, "/account/membership")).contains("value=\"otto-solar\"");
        apply(otto, Map.of("id", "otto-solar", "organisation", "nimbus-campus"))
                .andExpect(redirectedUrl("/account/membership"));

        assertThat(member("otto-solar").status()).isEqualTo(Member.Status.APPLIED);
        assertThat(member("otto-solar").publicKey().value()).isEqualTo(key);
        assertThat(member("otto-solar").organisation().value()).isEqualTo("nimbus-campus");
    }

    @Test
    void a_person_of_an_organisation_applies_for_it_alone() throws Exception {
        MockHttpSession deirdre = visitors.signIn("deirdre");
        assertThat(visitors.page(deirdre, "/account/membership")).doesNotContain("name=\"organisation\"");

        apply(deirdre, Map.of("id", "deirdre-nolan", "organisation", "nimbus-campus"))
                .andExpect(redirectedUrl("/account/membership"));

        assertThat(member("deirdre-nolan").organisation().value()).isEqualTo("harbour-energy");
    }

    @ParameterizedTest
    @CsvSource({
        "id, ''",
        "id, Not An Id",
        "id, harbour-energy",
        "id, registrar",
        "name, ' '",
        "organisation, ''",
        "organisation, nobody-known",
        "role-owner, ''",
        "password, ''",
        "password, guessed"
    })
    void each_wrong_answer_is_told_at_its_field_and_nothing_is_done(String field, String value) throws Exception {
        MockHttpSession paula = person("paula");
        long height = read.height();

        Map<String, String> answers = new LinkedHashMap<>(Map.of("id", "paula-heat"));
        answers.put(field, value);

        String page = apply(paula, answers)
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();

        String at = field.equals("role-owner") ? "roles" : field;
        assertThat(page).contains("href=\"#" + at + "\"").contains(field.equals("name") ? "paula-heat" : "Quay");
        assertThat(read.height()).isEqualTo(height);
        assertThat(data.resolve("keys/paula-heat.p12")).doesNotExist();
    }

    @Test
    void a_key_of_somebody_else_on_this_machine_is_never_taken() throws Exception {
        apply(person("rita"), Map.of("id", "rita-wind")).andExpect(redirectedUrl("/account/membership"));
        MockHttpSession sam = person("sam");

        String page = apply(sam, Map.of("id", "rita-wind"))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("is taken");
        assertThat(visitors.page(sam, "/account/membership")).doesNotContain("rita-wind");
        join(sam).andExpect(status().isOk());
        assertThat(accounts.account("sam").orElseThrow().member()).isEmpty();
    }

    private MockHttpSession person(String login) throws Exception {
        if (accounts.known(login).isEmpty()) {
            accounts.open(
                    new Account(
                            login,
                            "Person " + login,
                            io.smartblocks.portal.account.Role.OWNER,
                            Optional.empty(),
                            Optional.empty()),
                    SiteFixture.PASSWORD);
        }
        return visitors.signIn(login);
    }

    private ResultActions apply(MockHttpSession session, Map<String, String> answers) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "once", UUID.randomUUID().toString(),
                "name", "Quay",
                "organisation", "-",
                "role-owner", "on",
                "password", SiteFixture.PASSWORD));
        form.putAll(answers);
        var request = post("/account/membership").session(session).with(csrf());
        form.forEach(request::param);
        return portal.perform(request);
    }

    private ResultActions join(MockHttpSession session) throws Exception {
        return join(session, SiteFixture.PASSWORD);
    }

    private ResultActions join(MockHttpSession session, String password) throws Exception {
        return portal.perform(
                post("/account/membership/join").session(session).with(csrf()).param("password", password));
    }

    private void decide(MockHttpSession admin, String member, String act, String role) throws Exception {
        portal.perform(post("/members/" + member + "/act/" + act)
                        .session(admin)
                        .with(csrf())
                        .param("once", UUID.randomUUID().toString())
                        .param("reason", "We looked at it.")
                        .param(role, "on")
                        .param("password", visitors.registrarPassword()))
                .andExpect(redirectedUrl("/members/" + member));
    }

    private Member member(String id) {
        return read.members().member(new MemberId(id)).orElseThrow();
    }

    private String told() {
        return jdbc.sql("select act, subject from audit_entry")
                .query()
                .listOfRows()
                .toString();
    }
}
