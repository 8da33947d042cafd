package io.smartblocks.portal;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The editor of the open page, used as people use it: by its keys, and by pasting. */
public record Editor(Browser browser) {

    /** The place where the text is written. */
    public WebElement field() {
        browser.eventually(() -> browser.texts(".cm-content"));
        return browser.driver().findElement(By.cssSelector(".cm-content"));
    }

    /** What the form would send. */
    public String text() {
        return (String) browser.driver().executeScript("return document.getElementById('text').value");
    }

    /** Types at the caret, or at the end where nothing has been written yet. */
    public void types(CharSequence... keys) {
        field().sendKeys(keys);
    }

    /** Puts words in place of the whole text. */
    public void pastes(String words) {
        types(Keys.chord(Keys.CONTROL, "a"));
        browser.driver().executeScript("""
                const clipboardData = new DataTransfer();
                clipboardData.setData('text/plain', arguments[0]);
                document.querySelector('.cm-content')
                  .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                """, words);
    }

    /** Opens the list of completions, and waits until keys choose from it, which they do a moment after it has come. */
    public List<String> offered() {
        List<String> offers = browser.eventually(
                () -> browser.texts(".cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled) li"));
        browser.driver().executeAsyncScript("setTimeout(arguments[0], 120)");
        return offers;
    }
}
