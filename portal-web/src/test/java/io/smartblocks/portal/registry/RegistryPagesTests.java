package io.smartblocks.portal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.FormLength;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
@DirtiesContext
class RegistryPagesTests {

    private static final Map<String, String> SITE = Map.of(
            "id", "north-campus",
            "name", "North Campus",
            "zone", "Europe/Dublin",
            "country", "ie",
            "floorArea", "1,250.5",
            "address", "Clonshaugh Road");
    private static final Map<String, String> METER = Map.of(
            "id", "IE-7001/import",
            "name", "Import of the hall",
            "site", "Nimbus Campus",
            "energy", "electricity",
            "unit", "kWh",
            "interval", "PT30M",
            "zone", "Europe/Dublin",
            "measure", "interval");
    private static final Map<String, String> INDEX =
            Map.of("name", "Night Price", "publisher", "Harbour Board", "unit", "EUR per kWh");
    private static final String VALUES = "from,to,value\n2026-10-01,2026-11-01,0.184\n2026-11-01,2026-12-01,0.19\n";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ReadModel read;

    @Autowired
    private JdbcClient jdbc;

    /** Conor operates meters and publishes indexes, Aoife owns sites, besides signing. */
    @BeforeEach
    void roles() throws Exception {
        visitors.grant("conor-walsh", "meter-operator", "index-publisher");
        visitors.grant("aoife-brennan", "owner");
    }

    @Test
    void an_owner_registers_a_site_and_changes_it() throws Exception {
        MockHttpSession aoife = visitors.signIn("aoife");
        assertThat(visitors.page(aoife, "/registry")).contains("register-site").doesNotContain("register-meter");
        state(aoife, "register-site", SITE, Map.of()).andExpect(redirectedUrl("/registry"));

        SiteState site = site("north-campus");
        assertThat(site.owner().value()).isEqualTo("nimbus-campus");
        assertThat(site.floorArea().orElseThrow()).isEqualByComparingTo("1250.5");
        assertThat(site.country()).contains("IE");
        state(aoife, "register-site", SITE, Map.of()).andExpect(status().is(422));

        assertThat(visitors.page(aoife, "/registry/change-site?about=north-campus"))
                .contains("value=\"1,250.5\"");
        state(aoife, "change-site", SITE, Map.of("about", "north-campus", "name", "North", "address", ""))
                .andExpect(redirectedUrl("/registry"));
        assertThat(site("north-campus").name()).isEqualTo("North");
        assertThat(site("north-campus").address()).isEmpty();
        state(aoife, "change-site", SITE, Map.of("about", "north-campus", "organisation", "harbour-energy"))
                .andExpect(redirectedUrl("/registry"));
        assertThat(site("north-campus").owner().value())
                .as("only a registrar names another")
                .isEqualTo("nimbus-campus");
        assertThat(told()).contains("register-site north-campus").contains("Because it is so.");

        state(
                        visitors.registrar(),
                        "change-site",
                        SITE,
                        Map.of("about", "north-campus", "organisation", "harbour-energy"),
                        visitors.registrarPassword())
                .andExpect(redirectedUrl("/registry"));
        assertThat(site("north-campus").owner().value()).isEqualTo("harbour-energy");
    }

    @Test
    void an_operator_registers_moves_and_retires_a_meter_and_says_who_predicts_it() throws Exception {
        MockHttpSession conor = visitors.signIn("conor");
        state(visitors.signIn("aoife"), "register-site", SITE, Map.of("id", "south-campus", "name", "South Campus"));
        state(conor, "register-meter", METER, Map.of()).andExpect(redirectedUrl("/registry"));
        assertThat(meter().operator().value()).isEqualTo("harbour-energy");
        assertThat(visitors.page(conor, "/registry")).contains("/registry/move-meter?about=IE-7001");

        Map<String, String> about = Map.of("about", "IE-7001/import");
        state(conor, "move-meter", about, Map.of("site", "Nowhere At All")).andExpect(status().is(422));
        state(conor, "move-meter", about, Map.of("site", "South Campus")).andExpect(redirectedUrl("/registry"));
        assertThat(meter().site()).isEqualTo("South Campus");

        state(conor, "appoint-predictor", about, Map.of("predictor", "nobody-known"))
                .andExpect(status().is(422));
        state(conor, "appoint-predictor", about, Map.of("predictor", "nimbus-metering"))
                .andExpect(redirectedUrl("/registry"));
        assertThat(meter().predictors()).hasSize(1);
        state(conor, "dismiss-predictor", about, Map.of("predictor", "nimbus-metering"))
                .andExpect(redirectedUrl("/registry"));
        assertThat(meter().predictors()).isEmpty();

        state(conor, "retire-meter", about, Map.of("lastDay", "soon")).andExpect(status().is(422));
        state(conor, "retire-meter", about, Map.of("lastDay", "2026-10-31")).andExpect(redirectedUrl("/registry"));
        assertThat(meter().lastDay()).contains(LocalDate.of(2026, 10, 31));
    }

    @Test
    void a_publisher_sees_what_values_change_before_they_are_published_and_corrected() throws Exception {
        MockHttpSession conor = visitors.signIn("conor");
        state(conor, "register-index", INDEX, Map.of()).andExpect(redirectedUrl("/registry"));
        String id = IndexId.of("Harbour Board", "Night Price").value();

        assertThat(visitors.page(conor, "/registry/values/publish-values?about=" + id))
                .contains("Values in EUR per kWh");
        long height = read.height();
        assertThat(shown(look(conor, "publish-values", id, VALUES), 200))
                .contains("New or other values: 2")
                .contains("0.184");
        assertThat(read.height()).isEqualTo(height);
        publish(conor, "publish-values", id, VALUES, "guess").andExpect(status().is(422));
        publish(conor, "publish-values", id, VALUES, SiteFixture.PASSWORD).andExpect(redirectedUrl("/registry"));
        assertThat(values(id)).contains("0.184").contains("0.19");
        assertThat(shown(look(conor, "publish-values", id, VALUES), 422)).contains("Nothing changes");

        String other = "from,to,value\n2026-10-01,2026-11-01,0.2\n";
        assertThat(shown(upload(conor, "correct-values", id, other.getBytes(StandardCharsets.UTF_8)), 200))
                .contains("0.2</td>")
                .contains("0.184</td>");
        publish(conor, "correct-values", id, other, SiteFixture.PASSWORD).andExpect(redirectedUrl("/registry"));
        assertThat(values(id)).contains("0.2,").doesNotContain("0.184");
        assertThat(told()).contains("correct-index-value");
        assertThat(shown(upload(conor, "correct-values", id, new byte[] {(byte) 0xff, (byte) 0xfe}), 422))
                .contains("href=\"#file\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'from,value', 'Line 1', 'from,to,value'",
        "'from,to,value\n2026-13-01,2026-11-01,1', 'Line 2', 'is not a day'",
        "'from,to,value\n2026-10-01,2026-11-01,1e999999999', 'Line 2', 'is not a number'",
        "'from,to,value\n2026-10-01,2026-10-01,1', 'Line 2', 'an end after the start'",
        "' ', 'Type the values', 'Type the values'"
    })
    void values_that_cannot_be_used_are_told_by_their_line_and_kept(String values, String where, String what)
            throws Exception {
        MockHttpSession conor = visitors.signIn("conor");
        state(conor, "register-index", INDEX, Map.of("name", "Day Price"));
        String id = IndexId.of("Harbour Board", "Day Price").value();

        assertThat(shown(look(conor, "publish-values", id, values), 422))
                .contains("href=\"#values\"")
                .contains(where)
                .contains(what);
    }

    @ParameterizedTest
    @CsvSource({"olga,register-meter", "conor,register-site", "eamon,register-index", "saoirse,register-site"})
    void whoever_is_not_entitled_is_told_so_and_nothing_is_done(String person, String act) throws Exception {
        long height = read.height();
        MockHttpSession session = visitors.signIn(person);

        portal.perform(get("/registry/" + act).session(session)).andExpect(status().isConflict());
        state(session, act, SITE, Map.of()).andExpect(status().isConflict());

        assertThat(read.height()).isEqualTo(height);
    }

    private ResultActions state(
            MockHttpSession session, String act, Map<String, String> form, Map<String, String> others)
            throws Exception {
        return state(session, act, form, others, SiteFixture.PASSWORD);
    }

    private ResultActions state(
            MockHttpSession session, String act, Map<String, String> form, Map<String, String> others, String password)
            throws Exception {
        Map<String, String> sent = new LinkedHashMap<>(form);
        sent.put("once", UUID.randomUUID().toString());
        sent.put("reason", "Because it is so.");
        sent.put("password", password);
        sent.putAll(others);
        var request = post("/registry/" + act).session(session).with(csrf());
        sent.forEach(request::param);
        return portal.perform(request);
    }

    private ResultActions look(MockHttpSession session, String act, String about, String values) throws Exception {
        return portal.perform(multipart("/registry/values/" + act + "/look")
                .file(new MockMultipartFile("file", new byte[0]))
                .session(session)
                .with(csrf())
                .with(FormLength.told())
                .param("about", about)
                .param("values", values));
    }

    private ResultActions upload(MockHttpSession session, String act, String about, byte[] file) throws Exception {
        return portal.perform(multipart("/registry/values/" + act + "/look")
                .file(new MockMultipartFile("file", "values.csv", "text/csv", file))
                .session(session)
                .with(csrf())
                .with(FormLength.told())
                .param("about", about));
    }

    private ResultActions publish(MockHttpSession session, String act, String about, String values, String password)
            throws Exception {
        return portal.perform(post("/registry/values/" + act)
                .session(session)
                .with(csrf())
                .param("once", UUID.randomUUID().toString())
                .param("about", about)
                .param("values", values)
                .param("reason", "The board decided.")
                .param("password", password));
    }

    private SiteState site(String id) {
        return read.sites().site(new SiteId(id)).orElseThrow();
    }

    private MeterState meter() {
        return read.meters().meter(new MeterId("IE-7001/import")).orElseThrow();
    }

    private String values(String index) {
        return read
                .indexes()
                .values(new IndexId(index), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 1), read.height())
                .stream()
                .map(value -> value.state().value().value().toPlainString() + ", ")
                .toList()
                .toString();
    }

    private String told() {
        return jdbc.sql("select subject, reason from audit_entry where act = 'ledger'")
                .query()
                .listOfRows()
                .toString();
    }

    private static String shown(ResultActions actions, int answer) throws Exception {
        return actions.andExpect(status().is(answer)).andReturn().getResponse().getContentAsString();
    }
}
