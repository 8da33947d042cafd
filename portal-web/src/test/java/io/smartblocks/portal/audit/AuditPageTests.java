package io.smartblocks.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import jakarta.servlet.ServletException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@PortalSite
@TestPropertySource(properties = "spring.application.name=audit-page")
@DirtiesContext
class AuditPageTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntryRows rows;

    private Entry.Content newest() {
        return rows.entry(rows.head().number()).orElseThrow().content();
    }

    @Test
    void a_sign_in_a_refused_one_and_a_sign_out_are_told() throws Exception {
        MockHttpSession aoife = visitors.signIn("aoife");
        assertThat(newest())
                .extracting(
                        Entry.Content::who,
                        Entry.Content::role,
                        Entry.Content::address,
                        Entry.Content::act,
                        Entry.Content::outcome)
                .containsExactly("aoife", "OWNER", "127.0.0.1", "sign-in", "done");

        portal.perform(formLogin("/login").user("aoife").password("wrong-one"));
        assertThat(newest())
                .extracting(Entry.Content::who, Entry.Content::act, Entry.Content::outcome)
                .containsExactly("aoife", "sign-in", "refused");

        portal.perform(post("/logout").session(aoife).with(csrf()));
        assertThat(newest())
                .extracting(Entry.Content::who, Entry.Content::act, Entry.Content::outcome)
                .containsExactly("aoife", "sign-out", "done");
    }

    @Test
    void a_password_that_was_typed_as_a_name_is_not_kept() throws Exception {
        portal.perform(formLogin("/login").user("My+Secret+99").password("My+Secret+99"));

        assertThat(newest())
                .extracting(Entry.Content::who, Entry.Content::subject, Entry.Content::outcome)
                .containsExactly("", "", "refused");
        assertThat(everything()).doesNotContain("my+secret").doesNotContain(SiteFixture.PASSWORD);
    }

    @Test
    void a_forbidden_address_is_told() throws Exception {
        portal.perform(get("/templates").session(visitors.signIn("eamon"))).andExpect(status().isForbidden());

        assertThat(newest())
                .extracting(Entry.Content::who, Entry.Content::act, Entry.Content::subject, Entry.Content::outcome)
                .containsExactly("eamon", "forbidden", "GET /templates", "refused");
    }

    @Test
    void an_export_is_told_with_its_filter() throws Exception {
        portal.perform(get("/states.csv?type=meter").session(visitors.signIn("conor")))
                .andExpect(status().isOk());

        assertThat(newest())
                .extracting(Entry.Content::who, Entry.Content::act, Entry.Content::subject)
                .containsExactly("conor", "export", "/states.csv?type=meter");
    }

    @Test
    void an_api_key_is_told_without_its_secret() throws Exception {
        String secret = portal.perform(post("/account/keys")
                        .session(visitors.signIn("conor"))
                        .with(csrf())
                        .param("name", "Billing")
                        .param("scopes", "read")
                        .param("lastDay", LocalDate.now().plusDays(1).toString())
                        .param("password", SiteFixture.PASSWORD))
                .andReturn()
                .getFlashMap()
                .get("secret")
                .toString();

        assertThat(newest())
                .extracting(Entry.Content::who, Entry.Content::act, Entry.Content::subject)
                .containsExactly("conor", "api-key", "Billing");
        assertThat(everything()).doesNotContain(secret.toLowerCase(Locale.ROOT));
    }

    @Test
    void a_signature_is_told_before_and_after_with_its_transaction() throws Exception {
        long before = rows.head().number();
        MockHttpSession aoife = visitors.signIn("aoife");
        portal.perform(post("/agreements/campus-supply-next/act/withdraw?version=1.0")
                .session(aoife)
                .with(csrf())
                .param("reason", "We ask for another price.")
                .param("once", "audit-" + before)
                .param("password", "guessed"));
        assertThat(newest())
                .extracting(Entry.Content::who, Entry.Content::act, Entry.Content::outcome)
                .containsExactly("aoife", "confirmation", "refused");

        portal.perform(post("/agreements/campus-supply-next/act/withdraw?version=1.0")
                .session(aoife)
                .with(csrf())
                .param("reason", "We ask for another price.")
                .param("once", "audit-" + before)
                .param("password", SiteFixture.PASSWORD));

        List<Entry> told = rows.behind(before, 10).stream()
                .filter(entry -> entry.content().act().equals("ledger"))
                .toList();
        assertThat(told).extracting(entry -> entry.content().outcome()).containsExactly("asked", "done");
        assertThat(told.get(1).content().subject()).isEqualTo("withdraw-agreement campus-supply-next 1.0");
        assertThat(told.get(1).content().after()).contains("We ask for another price.");
        assertThat(told.get(1).content().transaction()).matches("[0-9a-f]{64}");
    }

    @Test
    void whoever_cannot_be_told_of_does_not_come_in() throws Exception {
        jdbc.sql("alter table audit_head rename to audit_head_away").update();
        try {
            assertThatThrownBy(() ->
                            portal.perform(formLogin("/login").user("aoife").password(SiteFixture.PASSWORD)))
                    .isInstanceOfAny(AuditAway.class, ServletException.class)
                    .hasMessageContaining("'sign-in' is not done");
        } finally {
            jdbc.sql("alter table audit_head_away rename to audit_head").update();
        }
    }

    @Test
    void what_is_exported_cannot_go_out_untold() throws Exception {
        MockHttpSession conor = visitors.signIn("conor");
        jdbc.sql("alter table audit_head rename to audit_head_away").update();
        try {
            portal.perform(get("/states.csv").session(conor)).andExpect(status().isServiceUnavailable());
        } finally {
            jdbc.sql("alter table audit_head_away rename to audit_head").update();
        }
    }

    @Test
    void the_page_shows_the_newest_first_and_what_the_filter_asks_for() throws Exception {
        MockHttpSession saoirse = visitors.signIn("saoirse");
        portal.perform(get("/editor").session(visitors.signIn("olga")));

        String all = page(saoirse, "/audit");
        assertThat(all.indexOf("GET /editor")).isLessThan(all.lastIndexOf("<span>saoirse</span>"));
        assertThat(page(saoirse, "/audit?who=olga&act=forbidden&outcome=refused&about=GET /ed"))
                .contains("GET /editor")
                .doesNotContain("<span>saoirse</span>");
        assertThat(page(saoirse, "/audit?to=2001-01-01")).contains("No entries");
        assertThat(page(saoirse, "/audit?who=olga&before=1")).contains("No entries");
    }

    @Test
    void a_day_that_is_none_is_told_at_its_field() throws Exception {
        portal.perform(get("/audit?from=yesterday&who=olga").session(visitors.signIn("eamon")))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("From is no day")))
                .andExpect(content().string(Matchers.containsString("value=\"olga\"")));
        portal.perform(get("/audit.csv?from=yesterday").session(visitors.signIn("eamon")))
                .andExpect(status().is(422));
    }

    @Test
    void the_file_holds_all_that_a_hash_is_made_of_and_no_formula() throws Exception {
        MockHttpSession eamon = visitors.signIn("eamon");
        portal.perform(get("/templates/=1+1").session(eamon));

        String csv = portal.perform(get("/audit.csv?who=eamon").session(eamon))
                .andReturn()
                .getResponse()
                .getContentAsString();

        Entry newest = rows.newest(
                        new AuditFilter(
                                "eamon",
                                Optional.of(Act.FORBIDDEN),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                ZoneOffset.UTC),
                        Long.MAX_VALUE,
                        1)
                .get(0);
        assertThat(csv)
                .startsWith("number,at (UTC),who,role,address,act")
                .contains(newest.hash().value());
        assertThat(csv.lines()).noneMatch(line -> line.contains(",="));
    }

    @Test
    void the_chain_is_checked_on_demand_also_against_an_end_that_was_noted() throws Exception {
        MockHttpSession eamon = visitors.signIn("eamon");
        String end = rows.head().toString();

        assertThat(check(eamon, "")).contains("entries are as they were written");
        assertThat(check(eamon, end)).contains("entries are as they were written");
        assertThat(check(eamon, "1:" + "0".repeat(64))).contains("Entry 1 is another one");
        assertThat(check(eamon, "999999:" + "0".repeat(64))).contains("Entry 999,999 was there once");
        assertThat(check(eamon, "the last one")).contains("is no end of a log");
    }

    private String check(MockHttpSession session, String known) throws Exception {
        return portal.perform(post("/audit/check").session(session).with(csrf()).param("known", known))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String page(MockHttpSession session, String address) throws Exception {
        return portal.perform(get(address).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String everything() {
        return jdbc.sql("select * from audit_entry")
                .query()
                .listOfRows()
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
