package io.smartblocks.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@PortalSite
class WebhookApiTests {

    private static final String LIST = "/api/v1/webhooks";
    private static final String WISH =
            "{\"name\":\"Billing\",\"url\":\"https://billing.example/in\",\"kinds\":[\"settlement.committed\"]}";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    private Programs programs;

    @BeforeEach
    void begin() {
        programs = new Programs(portal, visitors);
    }

    @Test
    void a_webhook_is_made_looked_at_stopped_and_removed() throws Exception {
        String key = programs.key("conor", "read", "webhooks:write");
        JsonNode made = Programs.json(programs.perform(
                        key, post(LIST).contentType(MediaType.APPLICATION_JSON).content(WISH))
                .andExpect(status().isCreated()));
        String one = LIST + "/" + made.get("id").asLong();
        assertThat(made.get("secret").asString()).startsWith("whsec_");

        JsonNode shown = Programs.json(programs.ask(key, one).andExpect(status().isOk()));
        assertThat(shown.get("owner").asString()).isEqualTo("conor");
        assertThat(shown.get("on").asBoolean()).isTrue();
        assertThat(shown.has("secret")).isFalse();
        assertThat(Programs.json(programs.ask(key, one + "/deliveries")).get("items"))
                .isEmpty();

        assertThat(Programs.json(programs.perform(key, post(one + "/stop")))
                        .get("stoppedBecause")
                        .asString())
                .isEqualTo("by-hand");
        assertThat(Programs.json(programs.perform(key, post(one + "/go-on")))
                        .get("on")
                        .asBoolean())
                .isTrue();
        programs.perform(programs.key("aoife", "read"), get(one)).andExpect(status().isNotFound());
        programs.perform(programs.key("aoife", "webhooks:write"), delete(one)).andExpect(status().isNotFound());
        programs.perform(key, delete(one)).andExpect(status().isNoContent());
        programs.ask(key, one).andExpect(status().isNotFound());
    }

    @Test
    void a_key_needs_the_scope_of_its_own() throws Exception {
        programs.perform(
                        programs.key("conor", "read"),
                        post(LIST).contentType(MediaType.APPLICATION_JSON).content(WISH))
                .andExpect(status().isForbidden());
        programs.perform(programs.key("conor", "read"), delete(LIST + "/1")).andExpect(status().isForbidden());
    }

    @Test
    void what_is_wrong_is_named_by_field() throws Exception {
        JsonNode problem = Programs.json(programs.perform(
                        programs.key("conor", "webhooks:write"),
                        post(LIST)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"url\":\"http://169.254.169.254/\",\"kinds\":[\"nonsense\"]}"))
                .andExpect(status().is(422)));

        assertThat(problem.get("errors").findValuesAsString("where")).containsExactly("name", "url", "kinds");
    }
}
