package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.Wallet;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.Browser;
import io.smartblocks.portal.LedgerChoice;
import io.smartblocks.portal.ProofCard;
import io.smartblocks.portal.ServeOptions;
import io.smartblocks.portal.SmartBlocksApplication;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A site that settled a week on its own machine, came onto a channel, and goes on there with the same directory. */
@Timeout(600)
class MigratedSiteTests {

    private static final String REGISTER = "smartblocks member register quay-runtime --name \"Quay Bakery runtime\""
            + " --organisation bakery --role runtime --machine --data site --as registrar"
            + " --password-file site/admin-password";

    private static final String PASSWORD = "a keeper's long password";

    @TempDir
    private Path here;

    private StandIn network;

    @BeforeEach
    void start() {
        network = StandIn.start();
        System.setProperty("smartblocks.sweep-every", "300ms");
        System.setProperty("smartblocks.node", "quay");
    }

    @AfterEach
    void stop() {
        System.clearProperty("smartblocks.sweep-every");
        System.clearProperty("smartblocks.node");
        network.close();
    }

    @Test
    void the_other_party_settles_the_same_again_from_the_channel_and_co_signs_it() throws Exception {
        Wallet.profile(network, network.esco().issue("portal", "client"), here, 0, 1);
        Path profile = here.resolve("esco.profile");
        EmptySite site = new EmptySite(here);
        site.found();
        DocumentedStory.FIRST_SITE.followIn(here);
        assertThat(site.run(REGISTER).exitCode()).isZero();
        Run moved = Run.of("migrate", "--data", here.resolve("site"), "--profile", profile);
        assertThat(moved.exitCode()).as(moved.err()).isZero();

        ServeOptions options = new ServeOptions(
                here.resolve("site"),
                0,
                false,
                LedgerChoice.of("fabric", Optional.of(profile)),
                Optional.empty(),
                Optional.empty());
        try (ConfigurableApplicationContext server = SmartBlocksApplication.start(options)) {
            FabricLedger ledger = (FabricLedger) server.getBean(Ledger.class);
            await().atMost(Duration.ofMinutes(5))
                    .untilAsserted(() -> assertThat(ledger.states("verification/"))
                            .singleElement()
                            .satisfies(entry -> {
                                VerificationState found = (VerificationState) entry.state();
                                assertThat(found.coSigned()).isTrue();
                                assertThat(found.verifiedBy().value()).isEqualTo("quay-runtime");
                            }));
            looked(server, ledger);
        }
    }

    private void looked(ConfigurableApplicationContext server, FabricLedger ledger) throws Exception {
        DefaultMockMvcBuilder pages = MockMvcBuilders.webAppContextSetup((WebApplicationContext) server);
        MockMvc portal = pages.apply(springSecurity()).build();
        server.getBean(Accounts.class)
                .open(new Account("keeper", "Keeper", Role.ADMIN, Optional.empty(), Optional.empty()), PASSWORD);
        MockHttpSession session = (MockHttpSession)
                portal.perform(formLogin("/login").user("keeper").password(PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
        assertThat(session).isNotNull();
        ReadModel model = server.getBean(ReadModel.class);
        assertThat(model.awaitHeight(ledger.height(), Duration.ofMinutes(1))).isTrue();
        SettlementRecord settled =
                model.settlements().of(new AgreementId("bakery")).get(0);
        long carrier = ledger.channelBlock(settled.block()).orElseThrow().number();

        assertThat(page(portal, session, "/blocks/" + settled.block()))
                .contains("Taken over by Fabric’s block " + carrier, "smartblocks: adopt", "ledger-node", "EscoMSP (")
                .doesNotContain("Nobody: made from Fabric’s block", "Wrote settlement/");
        assertThat(page(portal, session, "/transactions/" + settled.transaction()))
                .contains("sealed the block", "Carried it to the channel", "endorsed it")
                .contains("data-channel=\"" + settled.block() + "," + carrier + ",");
        assertThat(portal.perform(get("/api/v1/verify")
                                .param("transaction", settled.transaction().toString()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(
                        ledger.channelBlock(settled.block())
                                .orElseThrow()
                                .hash()
                                .value(),
                        "EscoMSP, OwnerMSP");
        long newest = ledger.height() - 1;
        assertThat(page(portal, session, "/blocks/" + newest))
                .contains(
                        "What the peers hold under this number",
                        "smartblocks: submit",
                        "Nobody: made from Fabric’s block");
        checkedInBrowser(server, settled, carrier, newest);
    }

    /** A block that was taken over keeps its signature; of both kinds the browser hashes the channel's own header. */
    private static void checkedInBrowser(
            ConfigurableApplicationContext server, SettlementRecord settled, long carrier, long newest) {
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        try (Browser browser = Browser.at("http://localhost:" + port)) {
            browser.signIn("keeper", PASSWORD);
            browser.width(1280);
            ProofCard card = new ProofCard(browser);

            browser.open("/transactions/" + settled.transaction());
            assertThat(card.checked()).as(card.said()).isEqualTo("holds");
            assertThat(card.said())
                    .contains("The header of block " + settled.block() + " is signed by ledger-node")
                    .contains("data hash of Fabric’s block " + carrier + " give the hash of its header")
                    .contains(
                            "Not checked: that the data of Fabric’s block " + carrier + ", which took this block over");
            card.channel(card.channel().replaceFirst(",[0-9a-f]{64},", "," + "0".repeat(64) + ","));
            assertThat(card.checked()).isEqualTo("fails");
            assertThat(card.said()).contains("What was said of Fabric’s block " + carrier + " does not give its hash.");

            browser.open("/blocks/" + newest);
            assertThat(card.checked()).as(card.said()).isEqualTo("holds");
            assertThat(card.said())
                    .contains("which this browser knew before", "give the hash of its header")
                    .doesNotContain("is signed by");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static String page(MockMvc portal, MockHttpSession session, String address) throws Exception {
        return portal.perform(get(address).session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
