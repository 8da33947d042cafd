package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.fabric.Wallet;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.cli.Run;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpSession;

/** Portals of two organisations, each with its own directory and profile, come to one channel, also while its peers are away. */
@Timeout(600)
class PortalsOnOneChannelTests {

    private static final AgreementId NEXT = new AgreementId("campus-supply-next");
    private static final String SIGN = "/agreements/" + NEXT + "/sign";

    @TempDir
    private Path directory;

    private StandIn network;
    private Path esco;
    private Path owner;

    @BeforeEach
    void start() {
        network = StandIn.start();
        esco = directory.resolve("esco");
        owner = directory.resolve("owner");
        Wallet.profile(network, network.esco().issue("portal", "client"), esco, 0, 1);
        Wallet.profile(network, network.owner().issue("portal", "client"), owner, 1, 0);
        System.setProperty("smartblocks.password-strength", "4");
    }

    @AfterEach
    void stop() {
        System.clearProperty("smartblocks.password-strength");
        network.close();
    }

    @Test
    void a_first_start_needs_a_peer_and_leaves_nothing_behind_that_hinders_the_next() throws Exception {
        peersAway();

        Run refused = Run.of(
                "serve",
                "--ledger",
                "fabric",
                "--profile",
                RunningPortal.profile(esco),
                "--data",
                RunningPortal.data(esco),
                "--port",
                "0");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("error: The ledger cannot be opened: ")
                .contains("UNAVAILABLE");
        assertThat(refused.err().strip().lines()).hasSize(1);
        peersBack();
        try (RunningPortal portal = RunningPortal.start(esco)) {
            assertThat(portal.accounts().account("admin").orElseThrow().member())
                    .contains("registrar");
            assertThat(portal.page(portal.admin(), "/blocks/0")).contains("Ledger in step");
        }
    }

    @Test
    void a_portal_that_starts_while_its_peers_are_away_says_so_takes_nothing_and_goes_on_when_they_are_back()
            throws Exception {
        RunningPortal.start(esco).close();
        peersAway();
        try (RunningPortal portal = RunningPortal.start(esco)) {
            long height = portal.model().height();
            assertThat(height).isPositive();
            for (String address : new String[] {"/", "/blocks", "/members"}) {
                assertThat(portal.page(portal.admin(), address))
                        .as(address)
                        .contains("The ledger does not answer.", "Ledger away")
                        .doesNotContain("Ledger in step", "??");
            }
            assertThat(portal.health()).isEqualTo(503);
            assertThat(portal.readiness()).isEqualTo(200);
            MockHttpSession nora = portal.person("nora");
            assertThat(portal.applies(nora, "nora-quay", "-", "owner")
                            .andExpect(status().is(422))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("Nothing was done; try again later.", "value=\"nora-quay\"");

            peersBack();
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                assertThat(portal.page(portal.admin(), "/")).contains("Ledger in step");
                assertThat(portal.health()).isEqualTo(200);
            });
            assertThat(portal.model().height()).isEqualTo(height);
            portal.applies(nora, "nora-quay", "-", "owner").andExpect(redirectedUrl("/account/membership"));
            assertThat(portal.model().height()).isEqualTo(height + 1);
        }
    }

    @Test
    void another_organisation_joins_with_its_own_portal_and_signs_in_its_own_name() throws Exception {
        try (RunningPortal first = RunningPortal.start(esco)) {
            first.fill();
            try (RunningPortal second = RunningPortal.start(owner)) {
                Account admin = second.accounts().account("admin").orElseThrow();
                assertThat(admin.member()).isEmpty();
                assertThat(RunningPortal.data(owner).resolve("keys/registrar.p12"))
                        .doesNotExist();
                assertThat(second.accounts().known("conor")).isEmpty();
                second.upTo(first);
                assertThat(second.page(second.admin(), "/blocks/0"))
                        .contains("Ledger in step")
                        .contains(first.model()
                                .chain()
                                .block(0)
                                .orElseThrow()
                                .hash()
                                .value());

                MockHttpSession nora = second.person("nora");
                second.applies(nora, "nora-nimbus", "nimbus-campus", "signatory")
                        .andExpect(redirectedUrl("/account/membership"));
                first.upTo(second);
                first.admits("nora-nimbus", "signatory");
                second.upTo(first);
                second.mvc()
                        .perform(post("/account/membership/join")
                                .session(nora)
                                .with(csrf())
                                .param("password", SiteFixture.PASSWORD))
                        .andExpect(redirectedUrl("/account"));

                assertThat(RunningPortal.data(esco).resolve("keys/nora-nimbus.p12"))
                        .doesNotExist();
                assertThat(second.page(second.person("nora"), "/agreements/" + NEXT))
                        .contains(next(second).proposal().title());
                signs(second);
                first.upTo(second);
                assertThat(second.model().checkpoint()).isEqualTo(first.model().checkpoint());
                assertThat(next(first).state()).isInstanceOf(AgreementState.Signed.class);
                assertThat(next(first).state().signatures())
                        .singleElement()
                        .extracting(PartySignature::signer, PartySignature::organisation)
                        .containsExactly(new MemberId("nora-nimbus"), new MemberId("nimbus-campus"));
                assertThat(first.model().members().member(new MemberId("nora-nimbus")))
                        .map(Member::organisation)
                        .contains(new MemberId("nimbus-campus"));
            }
        }
    }

    private static void signs(RunningPortal portal) throws Exception {
        MockHttpSession nora = portal.person("nora");
        String hash = next(portal).proposal().textHash().value();
        portal.mvc().perform(get(SIGN).session(nora)).andExpect(status().isOk());
        portal.mvc()
                .perform(post(SIGN)
                        .session(nora)
                        .with(csrf())
                        .param("version", "1.0")
                        .param("textHash", hash)
                        .param("password", SiteFixture.PASSWORD))
                .andExpect(redirectedUrl("/agreements/" + NEXT));
    }

    private static AgreementRecord next(RunningPortal portal) {
        return portal.model().agreements().agreement(NEXT, "1.0").orElseThrow();
    }

    private void peersAway() {
        network.killPeer(0);
        network.killPeer(1);
    }

    private void peersBack() {
        network.restartPeer(0);
        network.restartPeer(1);
    }
}
