package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.fabric.Wallet;
import io.smartblocks.ledger.fabric.standin.Credentials;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.portal.LedgerChoice;
import io.smartblocks.portal.ServeOptions;
import io.smartblocks.portal.SmartBlocksApplication;
import io.smartblocks.portal.account.Accounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Two organisations that follow the document of the network, from the first start of each to a corrected week. */
@Timeout(600)
@ExtendWith(OutputCaptureExtension.class)
class TwoOrganisationsTests {

    private static final String FOUNDED = "The ledger was founded by 'registrar' as 'SmartBlocks ledger'";

    @TempDir
    private Path here;

    private StandIn network;

    @BeforeEach
    void start() {
        network = StandIn.start();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void the_documented_way_leads_to_a_week_that_both_have_signed_and_corrected(CapturedOutput log) {
        firstStart("esco-data", network.esco().issue("portal", "client"), 0, 1);
        assertThat(log).doesNotContain(FOUNDED);
        firstStart("owner-data", network.owner().issue("portal", "client"), 1, 0);
        assertThat(log).contains(FOUNDED, "apply under /account/membership or by 'smartblocks member apply'");

        List<DocumentedStory.Typed> typed = DocumentedStory.FABRIC_NETWORK.followIn(here);

        assertThat(outOf(typed, "member list")).contains("bakery", "Quay Bakery Ltd", "applied");
        assertThat(outOf(typed, "member bind --data owner-data"))
                .startsWith("The peers of OwnerMSP are those of 'bakery' since block ");
        assertThat(outOf(typed, "agreement show"))
                .isEqualToNormalizingNewlines(typedText())
                .contains("clause 1.1 \"Heat\":");
        assertThat(outOf(typed, "run-due --data esco-data"))
                .contains("bakery Billing Week from 2026-01-05: SETTLED")
                .contains(
                        "bakery Billing Week from 2026-01-05: CORRECTED revision 1, Supplier pays Client 0.99 EUR by ");
        assertThat(outOf(typed, "run-due --data owner-data").split("2026-01-05: CO_SIGNED for bakery", -1))
                .hasSize(3);
        assertThat(errOf(typed, "verify"))
                .contains("1 settlement in ", "1 the same, 0 different, 0 not verified; 1 co-signed.")
                .contains("2 settlements in ", "2 the same, 0 different, 0 not verified; 2 co-signed.");
        assertThat(outOf(typed, "settlement show"))
                .contains("revision 1", "75.02 EUR", "co-signed by bakery (bakery-runtime)");
        looked();
    }

    /** What others of the commands that only look tell of a ledger on Fabric. */
    private void looked() {
        EmptySite site = new EmptySite(here);
        assertThat(site.run("smartblocks meter show IE-9200/heat --data owner-data")
                        .out())
                .contains("IE-9200/heat", "2026-01-05");
        assertThat(site.run("smartblocks member show bakery --data esco-data").out())
                .contains("Quay Bakery Ltd");
        assertThat(site.run("smartblocks settlement list --data owner-data").out())
                .contains("bakery");
        Run explained = site.run("smartblocks settlement explain bakery 2026-01-05 --data owner-data");
        assertThat(explained.out()).as(explained.err()).contains("682", "75.02 EUR");
        Run verified = site.run("smartblocks ledger verify --data owner-data");
        assertThat(verified.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(verified.err()).contains("belongs to a ledger on Fabric, whose blocks its peers hold");
    }

    private void firstStart(String data, Credentials client, int... peers) {
        Path wallet = here.resolve(data + "-wallet");
        Wallet.profile(network, client, wallet, peers);
        ServeOptions options = new ServeOptions(
                here.resolve(data),
                0,
                false,
                LedgerChoice.of("fabric", Optional.of(wallet.resolve("esco.profile"))),
                Optional.empty(),
                Optional.empty());
        try (ConfigurableApplicationContext server = SmartBlocksApplication.start(options)) {
            assertThat(server.getBean(Accounts.class).isEmpty()).isFalse();
        }
    }

    private String typedText() {
        return Texts.read(here.resolve("bakery.esco"));
    }

    private static String outOf(List<DocumentedStory.Typed> typed, String command) {
        return joined(typed, command, DocumentedStory.Typed::out);
    }

    private static String errOf(List<DocumentedStory.Typed> typed, String command) {
        return joined(typed, command, DocumentedStory.Typed::err);
    }

    private static String joined(
            List<DocumentedStory.Typed> typed, String command, Function<DocumentedStory.Typed, String> what) {
        return typed.stream()
                .filter(each -> each.line().startsWith("smartblocks " + command))
                .map(what)
                .collect(Collectors.joining());
    }
}
