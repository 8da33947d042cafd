package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.audit.Known;
import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.audit.ProofCheck;
import io.smartblocks.ledger.audit.ProofFindings;
import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.Wallet;
import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portal with the small site on a ledger on Fabric: everything that people do and see is as on any other. */
@PortalSite
@DirtiesContext
class FabricSiteTests {

    @TempDir
    private static Path directory;

    private static StandIn network;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ReadModel model;

    @BeforeAll
    static void start() {
        network = StandIn.start();
        Wallet.profile(network, network.esco().issue("portal", "client"), directory, 0, 1);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("smartblocks.ledger", () -> "fabric");
        settings.add(
                "smartblocks.fabric.profile",
                () -> directory.resolve("esco.profile").toString());
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    static Stream<String> pages() {
        return Stream.concat(LastingPages.all().stream(), Stream.of("/blocks/0", "/blocks/1", "/states", "/members"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void its_pages_are_as_on_any_ledger(String address) throws Exception {
        assertThat(text(address)).contains("Ledger in step").doesNotContain("Ledger away", "??");
    }

    @Test
    void the_page_of_a_block_shows_what_the_channel_holds_under_its_number() throws Exception {
        SettlementRecord settled = settled();
        FabricBlock block =
                ((FabricLedger) ledger).channelBlock(settled.block()).orElseThrow();

        assertThat(text("/blocks/" + settled.block()))
                .contains("Fabric’s block", "smartblocks: submit", "VALID", "EscoMSP (", "OwnerMSP (", "OrdererMSP (")
                .contains(block.hash().value(), block.dataHash().value(), "Nobody: made from Fabric’s block")
                .contains("Wrote settlement/campus-supply/", "Read agreement/campus-supply");
        assertThat(text("/blocks/0")).contains("EscoMSP, OwnerMSP", "OrdererMSP", "V2_0, V2_5");
    }

    @Test
    void keys_of_agreements_of_others_are_counted_only() throws Exception {
        String page =
                visitors.page(visitors.signIn("olga"), "/blocks/" + settled().block());

        assertThat(page).contains("Fabric’s block", " others").doesNotContain("settlement/campus-supply/");
    }

    @Test
    void the_page_of_a_transaction_tells_who_carried_and_who_endorsed_it() throws Exception {
        assertThat(text("/transactions/" + settled().transaction()))
                .contains(
                        "Carried it to the channel", "Decided by the rules and endorsed it", "EscoMSP (", "OwnerMSP (")
                .contains(
                        "data-channel=\"" + settled().block() + "," + settled().block() + ",")
                .doesNotContain("Decided by the rules and sealed the block");
    }

    @Test
    void a_proof_shows_what_it_shows_and_says_that_nobody_signs_the_header() throws Exception {
        Proof proof = Proof.read(text("/transactions/" + settled().transaction() + "/proof"));
        ProofFindings findings = ProofCheck.check(proof, Known.NOTHING);

        assertThat(findings.faults()).isEmpty();
        assertThat(findings.proved()).anyMatch(words -> words.contains("makes the same header, and nobody signs it"));
        assertThat(findings.open())
                .anyMatch(words -> words.startsWith(
                        "That the block of Fabric's which block " + settled().block() + " is made from holds it"))
                .noneMatch(words -> words.contains("Whose key signed the block"));
    }

    private SettlementRecord settled() {
        return model.settlements().of(new AgreementId("campus-supply")).get(0);
    }

    private String text(String address) throws Exception {
        return visitors.page(visitors.signIn("conor"), address);
    }

    @Test
    void it_is_on_fabric() {
        assertThat(ledger).isInstanceOf(FabricLedger.class);
        assertThat(network.height(0)).isGreaterThanOrEqualTo((int) model.height());
    }
}
