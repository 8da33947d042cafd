package io.smartblocks.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.test.web.servlet.MockMvc;

@PortalSite
class MetricsAccessTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Test
    void an_administrator_reads_how_the_ledger_and_its_sweeps_are_doing() throws Exception {
        portal.perform(get("/actuator/prometheus").session(visitors.signIn("saoirse")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(Matchers.allOf(
                                Matchers.containsString("smartblocks_ledger_height"),
                                Matchers.containsString("smartblocks_ledger_blocks_bytes"),
                                Matchers.containsString("smartblocks_readmodel_behind 0.0"),
                                Matchers.containsString("smartblocks_settlement_lag_seconds"),
                                Matchers.containsString("smartblocks_outbox_waiting"))));
        portal.perform(get("/actuator/metrics/smartblocks.ledger.height").session(visitors.signIn("saoirse")))
                .andExpect(status().isOk());
    }

    @Test
    void nobody_else_does() throws Exception {
        portal.perform(get("/actuator/prometheus").session(visitors.signIn("aoife")))
                .andExpect(status().isForbidden());
        portal.perform(get("/actuator/metrics")).andExpect(status().isFound());
        portal.perform(get("/actuator/prometheus").header("Authorization", "Bearer "))
                .andExpect(status().isFound());
    }

    @Test
    void a_machine_shows_the_token_of_the_file_that_settings_name(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef\n");
        MetricsAccess access = new MetricsAccess(file.toString());

        assertThat(isGranted(access, "Bearer 0123456789abcdef")).isTrue();
        assertThat(isGranted(access, "Bearer 0123456789abcdee")).isFalse();
        assertThat(isGranted(access, "Basic 0123456789abcdef")).isFalse();
        Files.writeString(file, "another-token-of-this-machine");
        assertThat(isGranted(access, "Bearer 0123456789abcdef")).isFalse();
        assertThat(isGranted(new MetricsAccess(""), "Bearer ")).isFalse();
    }

    @Test
    void a_token_that_can_be_guessed_or_is_missing_stops_the_start(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "guess\n");

        assertThatThrownBy(() -> new MetricsAccess(file.toString()))
                .hasMessageContainingAll("smartblocks.metrics-token-file", "fewer than 16");
        assertThatThrownBy(() -> new MetricsAccess(folder.resolve("none").toString()))
                .hasMessageContaining("cannot be read");
    }

    private static boolean isGranted(MetricsAccess access, String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        return access.authorize(
                        () -> new TestingAuthenticationToken("anonymous", ""), new RequestAuthorizationContext(request))
                .isGranted();
    }
}
