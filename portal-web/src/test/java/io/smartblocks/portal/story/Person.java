package io.smartblocks.portal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.Browser;
import io.smartblocks.portal.Editor;
import io.smartblocks.portal.PageRules;
import io.smartblocks.portal.SiteFixture;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Somebody who uses the portal in a browser of his own, by what its pages offer and with the words that stand there. */
record Person(Browser browser, String password, boolean scripted) implements AutoCloseable {

    static Person signedIn(int port, String login) {
        return signedIn(port, login, SiteFixture.PASSWORD);
    }

    static Person signedIn(int port, String login, String password) {
        Browser browser = Browser.at("http://localhost:" + port);
        browser.width(1280);
        browser.signIn(login, password);
        assertThat(browser.driver().getCurrentUrl()).as("after signing in").doesNotContain("/login");
        browser.theme("light");
        browser.complaints();
        return new Person(browser, password, true);
    }

    /** Somebody whose browser runs no script. */
    static Person withoutScript(int port, String login) {
        Browser browser = Browser.at("http://localhost:" + port);
        browser.withoutScript();
        browser.width(1280);
        browser.signIn(login);
        browser.theme("light");
        browser.complaints();
        return new Person(browser, SiteFixture.PASSWORD, false);
    }

    void opens(String address) {
        browser.open(address);
    }

    /** Goes where a link leads, in the page or in its menu. */
    void follows(String words) {
        WebElement link = the("a", words);
        browser.leave(() -> link.sendKeys(Keys.ENTER));
    }

    /** Goes where the first link of the page leads that points to such an address. */
    void followsTo(String address) {
        WebElement link = browser.driver()
                .findElement(By.cssSelector("main a[href^='%s']:not([aria-disabled])".formatted(address)));
        browser.leave(() -> link.sendKeys(Keys.ENTER));
    }

    /** Presses a button that leads to another page. */
    void presses(String words) {
        WebElement button = the("button", words);
        browser.leave(() -> button.sendKeys(Keys.ENTER));
    }

    private WebElement the(String tag, String words) {
        By place = By.xpath("//%s[normalize-space()=\"%s\"][not(@aria-disabled)]".formatted(tag, words));
        List<WebElement> found = browser.eventually(() -> browser.driver().findElements(place).stream()
                .filter(WebElement::isDisplayed)
                .toList());
        assertThat(found).as("“%s” on %s: %s", words, place(), page()).isNotEmpty();
        return found.get(0);
    }

    void writes(String field, String words) {
        WebElement input = browser.driver().findElement(By.id(field));
        input.clear();
        input.sendKeys(words);
    }

    /** Writes on at the end of the text in the editor. */
    void adds(String words) {
        if (scripted) {
            Editor editor = new Editor(browser);
            editor.pastes(editor.text() + words);
        } else {
            browser.driver().findElement(By.id("text")).sendKeys(Keys.chord(Keys.CONTROL, Keys.END), words);
        }
    }

    /** Sends the form of a field as the enter key does. */
    void submits(String field) {
        WebElement input = browser.driver().findElement(By.id(field));
        browser.leave(() -> input.sendKeys(Keys.ENTER));
    }

    /** What the text beside a form says of itself: at once by script, else after its button. */
    void seesSoFar(String words) {
        if (!scripted) {
            presses("Show the text");
        }
        awaits("#so-far .chip", words);
    }

    /** The buttons on the page that send no form, which nothing but script can serve. */
    List<String> buttons() {
        return browser.driver().findElements(By.cssSelector("button[type=button]")).stream()
                .filter(WebElement::isDisplayed)
                .map(button -> button.getDomProperty("outerHTML"))
                .toList();
    }

    /** Puts words in place of all that stands in the editor, as pasting them does. */
    void pastes(String words) {
        if (scripted) {
            new Editor(browser).pastes(words);
        } else {
            browser.driver()
                    .executeScript(
                            "const area = document.getElementById('text'); area.focus(); area.select();"
                                    + "document.execCommand('insertText', false, arguments[0])",
                            words);
        }
    }

    void chooses(String field, String words) {
        new Select(browser.driver().findElement(By.id(field))).selectByContainsVisibleText(words);
    }

    /** Ticks what begins with such words. */
    void ticks(String words) {
        browser.driver()
                .findElement(By.xpath("//label[starts-with(normalize-space(), \"%s\")]//input".formatted(words)))
                .sendKeys(Keys.SPACE);
    }

    /** Gives a file to a field as choosing it from the disk does. */
    void hands(String field, Path file) {
        browser.driver()
                .findElement(By.id(field))
                .sendKeys(file.toAbsolutePath().toString());
    }

    /** Gives the password once more and presses the button that binds. */
    void confirms(String words) {
        writes("password", password);
        presses(words);
    }

    void sees(String... words) {
        assertThat(page()).as(place()).contains(words);
    }

    /** Waits until some place of the open page says something. */
    void awaits(String css, String words) {
        assertThat(browser.eventually(() -> browser.texts(css).stream()
                        .filter(seen -> seen.contains(words))
                        .toList()))
                .as("“%s” in %s of %s: %s", words, css, place(), page())
                .isNotEmpty();
    }

    /** Looks at an address again and again until the words stand there. */
    void waitsFor(String address, String words) {
        List<String> seen = browser.eventually(() -> {
            // that the page was not there before is no complaint about it
            browser.complaints();
            opens(address);
            return browser.texts("main").stream()
                    .filter(page -> page.replaceAll("\\s+", " ").contains(words))
                    .toList();
        });
        assertThat(seen).as("“%s” on %s: %s", words, address, page()).isNotEmpty();
    }

    /** Looks at the open page in each width and theme; where no script runs, only whether all of it fits. */
    void looks() {
        if (scripted) {
            PageRules.breaksNone(browser);
        } else {
            PageRules.fits(browser);
            assertThat(buttons())
                    .as("buttons on %s that only script serves", place())
                    .isEmpty();
        }
    }

    String page() {
        return browser.texts("main").get(0).replaceAll("\\s+", " ");
    }

    String place() {
        return browser.driver().getCurrentUrl();
    }

    /** Leaves the portal; nothing was said in the console on any page, those too that nobody looked at. */
    @Override
    public void close() {
        List<String> complaints = browser.complaints();
        browser.close();
        assertThat(complaints).isEmpty();
    }
}
