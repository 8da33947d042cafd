package io.smartblocks.portal.api.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HookSite
class HookPageTests {

    private static final String PAGE = "/account/webhooks";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void begin() {
        jdbc.sql("delete from webhook_delivery").update();
        jdbc.sql("delete from webhook").update();
    }

    private static MockHttpServletRequestBuilder form(MockHttpSession session, String url, String password) {
        return post(PAGE)
                .session(session)
                .with(csrf())
                .param("name", "Billing <system>")
                .param("url", url)
                .param("kinds", "settlement.committed", "meter.late")
                .param("password", password);
    }

    private String page(MockHttpSession session, String path) throws Exception {
        return portal.perform(get(path).session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private long made(MockHttpSession session) throws Exception {
        portal.perform(form(session, "https://billing.example/in", SiteFixture.PASSWORD))
                .andExpect(redirectedUrl(PAGE));
        return jdbc.sql("select max(id) from webhook").query(Long.class).single();
    }

    @Test
    void the_secret_is_shown_once() throws Exception {
        MockHttpSession session = visitors.signIn("conor");
        String secret = portal.perform(form(session, "https://billing.example/in", SiteFixture.PASSWORD))
                .andReturn()
                .getFlashMap()
                .get("secret")
                .toString();

        assertThat(page(session, PAGE)).contains(secret).contains("Billing &lt;system&gt;");
        assertThat(page(session, PAGE)).doesNotContain(secret).contains("https://billing.example/in");
    }

    @Test
    void what_is_wrong_is_told_and_what_was_typed_stays() throws Exception {
        String page = portal.perform(form(visitors.signIn("conor"), "http://10.0.0.1/", "guessed"))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("value=\"http://10.0.0.1/\"")
                .contains("That is not your password")
                .contains("No webhook was made")
                .contains("value=\"meter.late\" checked");
        assertThat(jdbc.sql("select count(*) from webhook").query(Long.class).single())
                .isZero();
    }

    @Test
    void it_belongs_to_the_organisation_and_to_nobody_else() throws Exception {
        long id = made(visitors.signIn("conor"));

        portal.perform(get(PAGE + "/" + id).session(visitors.signIn("conor"))).andExpect(status().isOk());
        for (String other : new String[] {"aoife", "olga", "saoirse"}) {
            portal.perform(get(PAGE + "/" + id).session(visitors.signIn(other))).andExpect(status().isNotFound());
            portal.perform(post(PAGE + "/" + id)
                            .param("do", "remove")
                            .session(visitors.signIn(other))
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void it_is_stopped_goes_on_and_is_removed() throws Exception {
        MockHttpSession session = visitors.signIn("conor");
        long id = made(session);

        portal.perform(
                post(PAGE + "/" + id).param("do", "stop").session(session).with(csrf()));
        assertThat(page(session, PAGE)).contains("Stopped by hand.");
        portal.perform(
                post(PAGE + "/" + id).param("do", "go-on").session(session).with(csrf()));
        assertThat(page(session, PAGE)).doesNotContain("Stopped by hand.");
        portal.perform(
                post(PAGE + "/" + id).param("do", "remove").session(session).with(csrf()));

        assertThat(page(session, PAGE)).contains("You have no webhook yet");
        assertThat(jdbc.sql("select secret from webhook").query(String.class).single())
                .isEmpty();
    }

    @Test
    void what_was_sent_is_taken_away_as_a_table_of_what_the_filter_shows_by_those_whose_it_is() throws Exception {
        MockHttpSession session = visitors.signIn("conor");
        long id = made(session);
        for (String state : List.of("failed", "delivered")) {
            jdbc.sql(
                            "insert into webhook_delivery (webhook, event, kind, subject, body, made_at, state, tries, next_at,"
                                    + " last_at, last_status) values (:id, :event, 'SETTLEMENT_COMMITTED', '=1+1', '{}',"
                                    + " timestamp with time zone '2026-11-20 08:30:00Z', :state, 3, current_timestamp,"
                                    + " timestamp with time zone '2026-11-20 08:31:00Z', 503)")
                    .param("id", id)
                    .param("event", "evt_" + state)
                    .param("state", state)
                    .update();
        }
        String table = PAGE + "/" + id + "/deliveries.csv";

        assertThat(page(session, table).lines()).first(STRING).contains("Event", "UTC");
        assertThat(page(session, table + "?state=failed").lines().skip(1))
                .singleElement(STRING)
                .contains("evt_failed", "settlement.committed", "2026-11-20T08:30:00Z", "2026-11-20T08:31:00Z", ",503,")
                .doesNotContain(",=1+1");
        assertThat(page(session, table).lines()).hasSize(3);
        portal.perform(get(PAGE + "/" + id + "/deliveries.xlsx").session(session))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        portal.perform(get(PAGE + "/" + id + "/deliveries.txt").session(session))
                .andExpect(status().isNotFound());
        portal.perform(get(table).session(visitors.signIn("olga"))).andExpect(status().isNotFound());
        portal.perform(get(table).session(visitors.signIn("deirdre"))).andExpect(status().isForbidden());
    }

    @Test
    void a_message_that_failed_is_shown_with_what_its_receiver_said_and_can_be_sent_again() throws Exception {
        MockHttpSession session = visitors.signIn("conor");
        long id = made(session);
        jdbc.sql("insert into webhook_delivery (webhook, event, kind, subject, body, made_at, state, tries, next_at,"
                        + " last_at, last_status) values (:id, 'evt_1', 'SETTLEMENT_COMMITTED', 'campus-supply', '{}',"
                        + " current_timestamp, 'failed', 10, current_timestamp, current_timestamp, 503)")
                .param("id", id)
                .update();
        long delivery = jdbc.sql("select max(id) from webhook_delivery")
                .query(Long.class)
                .single();

        assertThat(page(session, PAGE + "/" + id))
                .contains("evt_1")
                .contains("503")
                .contains("Send evt_1 again");
        assertThat(page(session, PAGE + "/" + id + "?state=delivered")).doesNotContain("evt_1");
        portal.perform(post(PAGE + "/" + id + "/deliveries/" + delivery)
                        .session(session)
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE + "/" + id));

        assertThat(jdbc.sql("select state from webhook_delivery")
                        .query(String.class)
                        .single())
                .isEqualTo("waiting");
    }
}
