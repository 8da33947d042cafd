package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lets a real browser check blocks and transactions, also where the server hands out other bytes, and hear news. */
@PortalSite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerPagesTests {

    @Autowired
    private Ledger ledger;

    @Autowired
    private ReadModel read;

    @LocalServerPort
    private int port;

    private Browser browser;
    private ProofCard card;

    @BeforeAll
    void start() {
        browser = Browser.at("http://localhost:" + port);
        card = new ProofCard(browser);
        browser.signIn("conor");
        browser.width(1280);
    }

    @BeforeEach
    void forget() {
        card.forget();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void a_settlement_is_checked_from_its_bytes() {
        browser.complaints();
        browser.open("/transactions/" + settlement().id());

        assertThat(card.checked()).isEqualTo("holds");
        assertThat(card.said())
                .contains("SHA-256 that is its id", "under the data root", "This browser knew none until now");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_second_check_meets_the_block_that_the_browser_knew() {
        browser.open("/blocks/1");
        card.checked();
        browser.open("/transactions/" + settlement().id());

        assertThat(card.checked()).isEqualTo("holds");
        assertThat(card.said()).contains("which this browser knew before");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/proof|\"engine\":\"|\"engine\":\"x|has another SHA-256",
                "/proof|\"size\":1|\"size\":2|does not fit its tree",
                "/proof|\"batch\":0|\"batch\":7|does not lead",
                "/headers/|\"number\":60,\"previousHash\":\"..|\"number\":60,\"previousHash\":\"zz|does not name the hash",
                "/headers/|(\"number\":60[^\\n]*\"transactionsRoot\":\")..|$1zz|does not name the hash"
            })
    void other_bytes_than_those_of_the_ledger_are_found_out(String tampering) {
        String[] part = tampering.split("\\|", -1);
        browser.open("/transactions/" + settlement().id());
        card.tamper(part[0], part[1], part[2]);

        assertThat(card.checked()).isEqualTo("fails");
        assertThat(card.said()).contains(part[3]);
    }

    @Test
    void a_signature_by_another_key_is_found_out_where_the_browser_knows_ed25519() {
        browser.open("/blocks/" + (ledger.height() - 1));
        card.tamper("/headers/", "(\"number\":" + (ledger.height() - 1) + "[^\\n]*\"signature\":\")..", "$1AA");

        assertThat(card.checked()).isEqualTo("fails");
        assertThat(card.said()).contains("was not made with the key that its header names");
    }

    @Test
    void a_chain_that_is_whole_in_itself_but_another_than_before_is_found_out() {
        browser.open("/blocks/2");
        card.checked();
        browser.driver()
                .executeScript(
                        "const known = JSON.parse(localStorage['known-blocks']); known.last.hash = '0'.repeat(64);"
                                + " localStorage['known-blocks'] = JSON.stringify(known)");

        assertThat(card.checked()).isEqualTo("fails");
        assertThat(card.said()).contains("is another one than this browser knew");
    }

    @Test
    void a_new_block_is_told_without_moving_what_is_read_and_can_be_paused() throws InterruptedException {
        browser.open("/help");
        // as if the page had been shown some blocks ago
        browser.driver()
                .executeScript("const old = document.querySelector('.toasts'); old.dataset.newest = '1';"
                        + " const again = document.createElement('script'); again.type = 'module';"
                        + " again.src = '/look/live.js?again'; document.head.append(again)");
        long newest = read.height() - 1;

        assertThat(browser.eventually(() -> browser.texts(".toast [data-arrived]")))
                .containsExactly("Block " + newest + " has arrived.");
        assertThat(browser.driver().findElement(By.cssSelector(".toast a")).getDomAttribute("href"))
                .isEqualTo("/blocks/" + newest);
        assertThat(browser.driver().executeScript("return scrollY")).isEqualTo(0L);

        browser.driver().findElement(By.cssSelector(".toast button")).click();
        browser.open("/help");
        assertThat(browser.texts("[data-live-switch]")).containsExactly("Resume updates");
        assertThat(browser.texts(".toasts > .toast")).isEmpty();
    }

    private Transaction settlement() {
        return LongStream.range(0, ledger.height())
                .mapToObj(number -> ledger.block(number).orElseThrow())
                .map(Block::transactions)
                .flatMap(List::stream)
                .filter(each -> each.body().payload() instanceof CommitSettlement)
                .findFirst()
                .orElseThrow();
    }
}
