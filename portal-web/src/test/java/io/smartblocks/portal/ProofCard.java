package io.smartblocks.portal;

import java.util.List;
import org.openqa.selenium.By;

/** The card of a page on which a browser checks a block or a transaction by itself. */
public record ProofCard(Browser browser) {

    /** Puts other bytes in the place of those that the server sent. */
    private static final String TAMPER = "const [where, what, by] = arguments, real = window.fetch;"
            + " window.fetch = async (path, options) => { const answer = await real(path, options);"
            + " return String(path).includes(where)"
            + " ? new Response((await answer.text()).replace(new RegExp(what), by)) : answer; }";

    /** From now on this page hears other bytes than the server sent. */
    void tamper(String where, String what, String by) {
        browser.driver().executeScript(TAMPER, where, what, by);
    }

    /** What the page says of Fabric's block. */
    public String channel() {
        return (String) browser.driver().executeScript("return document.querySelector('[data-proof]').dataset.channel");
    }

    /** The page says something else of Fabric's block; nothing where that is empty. */
    public void channel(String forged) {
        browser.driver()
                .executeScript(
                        "const card = document.querySelector('[data-proof]');"
                                + " if (arguments[0]) card.dataset.channel = arguments[0]; else delete card.dataset.channel",
                        forged);
    }

    /** Checks it, and tells whether it holds or fails. */
    public String checked() {
        browser.driver().executeScript("document.querySelector('[data-proof]').dataset.proof = ''");
        browser.driver().findElement(By.cssSelector("[data-run]")).click();
        return browser.eventually(() -> List.of(String.valueOf(browser.driver()
                                .executeScript("return document.querySelector('[data-proof]').dataset.proof")))
                        .stream()
                        .filter(state -> !state.isEmpty())
                        .toList())
                .get(0);
    }

    /** What was found, line by line. */
    public String said() {
        return String.join("\n", browser.texts("[data-list]"));
    }

    /** The browser knows no block any more. */
    void forget() {
        browser.driver().executeScript("localStorage.clear()");
    }
}
