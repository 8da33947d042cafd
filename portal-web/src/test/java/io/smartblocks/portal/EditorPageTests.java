package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Writes an agreement in a real browser. */
@PortalSite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditorPageTests {

    private final int port;
    private Browser browser;

    EditorPageTests(@LocalServerPort int port) {
        this.port = port;
    }

    @BeforeAll
    void start() {
        browser = Browser.at("http://localhost:" + port);
        browser.signIn("deirdre");
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.width(1280);
        browser.open("/editor");
        assertThat(seen("[data-lines] span")).isNotEmpty();
    }

    private WebElement area() {
        return browser.driver().findElement(By.id("text"));
    }

    private String text() {
        return (String) browser.driver().executeScript("return document.getElementById('text').value");
    }

    private void write(String text) {
        browser.driver()
                .executeScript(
                        "const area = document.getElementById('text'); area.value = arguments[0]; area.focus();"
                                + "area.setSelectionRange(area.value.length, area.value.length);"
                                + "area.dispatchEvent(new Event('input'))",
                        text);
    }

    private List<String> seen(String selector) {
        return browser.eventually(() -> browser.texts(selector));
    }

    @Test
    void the_text_to_begin_with_has_nothing_wrong() {
        assertThat(browser.eventually(() -> browser.texts("[data-count]").stream()
                        .filter(words -> words.equals("Nothing to mend."))
                        .toList()))
                .hasSize(1);
    }

    @Test
    void a_fault_appears_beside_the_text_while_one_types_and_is_mended_by_a_button() {
        write(text().replace("Energy * Energy Price", "Enrgy * Energy Price"));
        assertThat(seen(".fault-error p")).anyMatch(words -> words.contains("Enrgy"));
        browser.driver().findElement(By.cssSelector(".fault-error button")).sendKeys(Keys.ENTER);
        assertThat(browser.eventually(() -> browser.texts("[data-count]").stream()
                        .filter(words -> words.equals("Nothing to mend."))
                        .toList()))
                .hasSize(1);
        assertThat(text()).contains("pay Energy * Energy Price to");
    }

    @Test
    void completion_is_worked_by_keys_and_tab_leaves_the_text() {
        write("party Seller is \"S\".\nparty Buyer is \"B\".\nclause 1 \"X\": Buyer shall pay 5 EUR to ");
        area().sendKeys("S");
        assertThat(seen("#offers li[aria-selected=true]"))
                .singleElement()
                .satisfies(words -> assertThat(words).startsWith("Seller"));
        area().sendKeys(Keys.ENTER);
        assertThat(text()).endsWith("to Seller");
        assertThat(browser.driver().findElement(By.id("offers")).isDisplayed()).isFalse();
        area().sendKeys(Keys.TAB);
        assertThat(browser.driver().switchTo().activeElement().getAttribute("value"))
                .isEqualTo("check");
    }

    @Test
    void control_and_space_ask_for_what_may_follow() {
        write("party Buyer is \"B\".\nBuyer shall ");
        area().sendKeys(Keys.chord(Keys.CONTROL, " "));
        assertThat(seen("#offers li")).anyMatch(words -> words.startsWith("pay"));
        area().sendKeys(Keys.ESCAPE);
        assertThat(browser.driver().findElement(By.id("offers")).isDisplayed()).isFalse();
    }

    @Test
    void the_word_at_the_caret_is_explained() {
        write(text());
        area().sendKeys(Keys.chord(Keys.CONTROL, Keys.HOME));
        area().sendKeys(Keys.ARROW_RIGHT);
        assertThat(seen("[data-about-words] strong")).containsExactly("contract");
    }

    @Test
    void the_layout_is_mended_by_a_button_and_can_be_undone() {
        write("party   Seller is \"S\".\n");
        browser.driver().findElement(By.cssSelector("button[value=format]")).click();
        assertThat(browser.eventually(() -> List.of(text()).stream()
                        .filter("party Seller is \"S\".\n"::equals)
                        .toList()))
                .hasSize(1);
    }

    @Test
    void nothing_is_said_in_the_console() {
        browser.complaints();
        write("party Buyer is \"B\".\nBuyer shall ");
        area().sendKeys(Keys.chord(Keys.CONTROL, " "));
        assertThat(seen("#offers li")).isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
    }
}
