package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.portal.LedgerChoice;
import io.smartblocks.portal.ServeOptions;
import io.smartblocks.portal.SmartBlocksApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A server with the key of another party's runtime, and a machine that reads its metrics. */
class ServeCoSigningTests {

    private static final String TOKEN = "0123456789abcdef-of-a-machine";
    private static final String REGISTER = "smartblocks member register quay-runtime --name \"Quay Bakery runtime\""
            + " --organisation bakery --role runtime --machine --data site --as registrar"
            + " --password-file site/admin-password";

    @TempDir
    private Path here;

    @BeforeEach
    void a_week_that_one_party_settled() throws Exception {
        EmptySite site = new EmptySite(here);
        site.found();
        DocumentedStory.FIRST_SITE.followIn(here);
        assertThat(site.run(REGISTER).exitCode()).isZero();
        Path token = Files.writeString(here.resolve("token"), TOKEN + "\n");
        System.setProperty("smartblocks.metrics-token-file", token.toString());
        System.setProperty("smartblocks.sweep-every", "300ms");
        System.setProperty("smartblocks.node", "quay");
    }

    @AfterEach
    void forget() {
        System.clearProperty("smartblocks.metrics-token-file");
        System.clearProperty("smartblocks.sweep-every");
        System.clearProperty("smartblocks.node");
    }

    @Test
    void it_co_signs_what_the_other_party_settled_notes_the_round_and_tells_a_machine_how_it_is() throws Exception {
        ServeOptions options = new ServeOptions(
                here.resolve("site"), 0, false, LedgerChoice.embedded(), Optional.empty(), Optional.empty());
        try (ConfigurableApplicationContext server = SmartBlocksApplication.start(options)) {
            Ledger ledger = server.getBean(Ledger.class);
            ReadModel model = server.getBean(ReadModel.class);
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(model.runs().newest(10)).anySatisfy(run -> {
                        assertThat(run.node()).isEqualTo("quay");
                        assertThat(run.outcomes()).isEqualTo(Map.of("co-signed", 1));
                        assertThat(run.problems()).isEmpty();
                    }));
            assertThat(ledger.states("verification/")).singleElement().satisfies(entry -> {
                VerificationState found = (VerificationState) entry.state();
                assertThat(found.coSigned()).isTrue();
                assertThat(found.verifiedBy().value()).isEqualTo("quay-runtime");
            });

            String port = server.getEnvironment().getRequiredProperty("local.server.port");
            HttpResponse<String> metrics = metrics(port, "Bearer " + TOKEN);
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body())
                    .contains("smartblocks_ledger_height " + ledger.height() + ".0")
                    .contains("smartblocks_readmodel_behind 0.0");
            assertThat(metrics(port, "Bearer " + TOKEN + "x").statusCode()).isNotEqualTo(200);
        }
    }

    private static HttpResponse<String> metrics(String port, String authorization)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/prometheus"))
                                .header("Authorization", authorization)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
