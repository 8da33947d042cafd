package io.smartblocks.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.audit.Known;
import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.audit.ProofCheck;
import io.smartblocks.ledger.audit.ProofFindings;
import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.Wallet;
import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** The portal with the small site on a ledger on Fabric: everything that people do and see is as on any other. */
@PortalSite
@DirtiesContext
class FabricSiteTests {

    @TempDir
    private static Path directory;

    private static StandIn network;

    private static Optional<Browser> browser = Optional.empty();

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ReadModel model;

    @Autowired
    private MockMvc portal;

    @LocalServerPort
    private int port;

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
        browser.ifPresent(Browser::close);
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
        FabricBlock block = channelBlock();

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

    @Test
    void a_browser_checks_a_settlement_and_the_header_of_the_block_of_fabrics_that_holds_it() {
        FabricBlock block = channelBlock();
        ProofCard card = inBrowser("/transactions/" + settled().transaction());

        assertThat(card.checked()).isEqualTo("holds");
        assertThat(card.said())
                .contains("SHA-256 that is its id", "under the data root")
                .contains("data hash of Fabric’s block " + block.number() + " give the hash of its header: "
                        + block.hash().value())
                .contains("Fabric’s block " + (block.number() + 1) + " names that hash as the one before.")
                .contains("Not checked: that the data of Fabric’s block " + block.number() + " hold this.");
        assertThat(card.browser().complaints()).isEmpty();
    }

    @Test
    void a_browser_checks_the_first_and_the_newest_block() {
        for (long number : List.of(0L, model.height() - 1)) {
            ProofCard card = inBrowser("/blocks/" + number);

            assertThat(card.checked()).as("block %d", number).isEqualTo("holds");
            assertThat(card.said()).contains("data hash of Fabric’s block " + number + " give the hash of its header");
        }
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of(0, "7", "does not give its hash"),
                Arguments.of(1, "7", "does not give its hash"),
                Arguments.of(2, "0".repeat(64), "does not give its hash"),
                Arguments.of(3, "0".repeat(64), "does not give its hash"),
                Arguments.of(4, "0".repeat(64), "does not give its hash"),
                Arguments.of(5, "0".repeat(64), "names another hash as the one before: " + "0".repeat(64)));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_browser_finds_out_a_forged_header_of_fabrics(int part, String by, String told) {
        ProofCard card = inBrowser("/transactions/" + settled().transaction());
        String[] parts = card.channel().split(",", -1);
        assertThat(parts).hasSize(6);
        assertThat(parts[part]).isNotEqualTo(by);
        parts[part] = by;
        card.channel(String.join(",", parts));

        assertThat(card.checked()).isEqualTo("fails");
        assertThat(card.said()).contains(told);
    }

    @Test
    void a_browser_to_which_no_block_of_fabrics_is_shown_says_that_it_checked_none() {
        ProofCard card = inBrowser("/transactions/" + settled().transaction());
        card.channel("");

        assertThat(card.checked()).isEqualTo("holds");
        assertThat(card.said())
                .contains("Not checked: the block of Fabric’s that block "
                        + settled().block() + " is made from.")
                .doesNotContain("give the hash of its header");
    }

    @Test
    void a_signature_under_the_key_of_nobody_is_none_whichever_block_it_is_put_to() {
        // zeros are a signature under that key of every fourth message or so, as the mathematics goes
        for (long number = 1; number <= 12; number++) {
            ProofCard card = inBrowser("/blocks/" + number);
            card.tamper(
                    "/headers/", "(\"number\":" + number + ",[^\\n]*\"signature\":\")", "$1" + "A".repeat(86) + "==");

            assertThat(card.checked()).as("block %d", number).isEqualTo("fails");
            assertThat(card.said()).contains("was not made with the key that its header names");
        }
    }

    private ProofCard inBrowser(String address) {
        if (browser.isEmpty()) {
            browser = Optional.of(Browser.at("http://localhost:" + port));
            browser.get().signIn("conor");
            browser.get().width(1280);
        }
        ProofCard card = new ProofCard(browser.get());
        card.forget();
        card.browser().complaints();
        card.browser().open(address);
        return card;
    }

    private FabricBlock channelBlock() {
        return ((FabricLedger) ledger).channelBlock(settled().block()).orElseThrow();
    }

    static Stream<Arguments> languages() {
        return Stream.of(
                Arguments.of("en", "Fabric’s block", "Endorsed by"),
                Arguments.of("de", "Block von Fabric", "Bestätigt von"),
                Arguments.of("fr", "Bloc de Fabric", "Endossée par"),
                Arguments.of("pt", "Bloco do Fabric", "Endossada por"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anybody_who_verifies_a_transaction_or_a_statement_hears_where_the_channel_holds_it(
            String language, String title, String endorsed) throws Exception {
        FabricBlock block = channelBlock();
        String carrier = ((FabricLedger) ledger)
                .carrier(settled().block(), 0)
                .orElseThrow()
                .transaction()
                .id();
        String text = settled().settlement().statement();
        var statement = new MockMultipartFile("file", "statement.json", "application/json", text.getBytes(UTF_8));

        for (var asked : List.of(
                multipart("/verify")
                        .param("transaction", settled().transaction().toString()),
                multipart("/verify").file(statement))) {
            assertThat(verified(asked, language))
                    .contains("energy", title, block.hash().value(), carrier, endorsed, "EscoMSP, OwnerMSP")
                    .contains("<dd>" + block.number() + "</dd>")
                    .doesNotContain("??", "peer0");
        }
    }

    @Test
    void anybody_who_verifies_an_agreement_hears_which_block_of_fabrics_wrote_it_last() throws Exception {
        AgreementRecord agreement = model.agreements()
                .agreement(new AgreementId("campus-supply"), "1.0")
                .orElseThrow();
        String text = model.agreements().text(agreement.proposal());
        FabricBlock block =
                ((FabricLedger) ledger).channelBlock(agreement.changedIn()).orElseThrow();

        assertThat(verified(
                        multipart("/verify")
                                .file(new MockMultipartFile("file", "a.esco", "text/plain", text.getBytes(UTF_8))),
                        "en"))
                .contains("In force", block.hash().value(), "EscoMSP, OwnerMSP");
    }

    private String verified(MockMultipartHttpServletRequestBuilder asked, String language) throws Exception {
        return portal.perform(asked.with(csrf()).with(FormLength.told()).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
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
