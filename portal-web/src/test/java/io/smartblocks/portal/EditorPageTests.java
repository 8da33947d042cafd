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
import org.openqa.selenium.interactions.Actions;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Writes an agreement in a real browser. */
@PortalSite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditorPageTests {

    private static final String SUPPLY = """
            contract "Supply" version 1.0.
            in force from 1 January 2027 to 31 December 2036.
            governed by "Ireland".
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            # Who sells, and who buys
            party Seller is "S".
            party Buyer is "B".
            meter Main Meter reads kWh every 15 minutes from "meter/1".
            period Billing Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            when readings of Main Meter are missing, hold settlement.
            Energy is the total of Main Meter over Billing Month.
            Energy Price is 0.20 EUR per kWh.
            clause 1 "Energy":
              Buyer shall pay Energy * Energy Price to Seller within 14 days after settlement.
            scenario "a month as usual":
              given Main Meter totals 31,000 kWh over 1 January 2027 to 31 January 2027.
              settle Billing Month starting 1 January 2027.
              expect Buyer to pay 6,200.00 EUR to Seller.
            """;

    private final int port;
    private Browser browser;
    private Editor editor;

    EditorPageTests(@LocalServerPort int port) {
        this.port = port;
    }

    @BeforeAll
    void start() {
        browser = Browser.at("http://localhost:" + port);
        browser.signIn("deirdre");
        editor = new Editor(browser);
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
        assertThat(seen(".cm-line .cm-keyword")).isNotEmpty();
    }

    private List<String> seen(String selector) {
        return browser.eventually(() -> browser.texts(selector));
    }

    private List<String> seen(String selector, String words) {
        return browser.eventually(() -> browser.texts(selector).stream()
                .filter(text -> text.contains(words))
                .toList());
    }

    private String eventually(String words) {
        return browser
                .eventually(() ->
                        List.of(editor.text()).stream().filter(words::equals).toList())
                .stream()
                .findFirst()
                .orElseGet(editor::text);
    }

    private WebElement button(String value) {
        return browser.driver().findElement(By.cssSelector("button[value=" + value + "]"));
    }

    @Test
    void the_text_to_begin_with_has_nothing_wrong() {
        assertThat(seen("[data-count]", "Nothing to mend.")).hasSize(1);
    }

    @Test
    void words_have_the_colours_of_what_they_are_while_one_types() {
        editor.pastes(SUPPLY);
        assertThat(seen(".cm-keyword", "governed")).isNotEmpty();
        assertThat(seen(".cm-party")).contains("Seller", "Buyer");
        assertThat(seen(".cm-number")).contains("0.20");
        assertThat(seen(".cm-unit")).contains("EUR", "kWh");
        assertThat(seen(".cm-day")).contains("1 January 2027");
        assertThat(seen(".cm-quoted")).contains("\"Ireland\"");
        assertThat(seen(".cm-note")).contains("# Who sells, and who buys");
        assertThat(String.join("", seen(".cm-heading"))).contains("clause 1 \"Energy\"");
        editor.types("party Third is \"T\".");
        assertThat(seen(".cm-party", "Third")).as(editor.text()).isNotEmpty();
    }

    @Test
    void each_character_stands_where_it_was_typed_though_the_page_scrolls_and_answers_come_late() {
        editor.pastes(SUPPLY);
        browser.driver().executeScript("""
                const ask = window.fetch;
                window.fetch = async (...asked) => {
                  await new Promise(done => setTimeout(done, 700 * Math.random()));
                  return ask(...asked);
                };
                let frame = 0;
                const scroll = () => { scrollTo(0, 200 + ++frame % 2 * 40); requestAnimationFrame(scroll); };
                scroll();
                const text = document.getElementById('text'), before = text.value.length;
                let keys = 0;
                window.unread = 0;
                addEventListener('keydown', key => {
                  if (key.key.length === 1 && text.value.length < before + keys++) unread++;
                }, true);
                """);
        String typed = "# " + "Each month the Buyer pays for what it has taken. ".repeat(4);
        editor.types(typed);
        assertThat(eventually(SUPPLY + typed)).isEqualTo(SUPPLY + typed);
        assertThat(browser.driver().executeScript("return unread"))
                .as("keys that came before what the last one wrote was read")
                .isEqualTo(0L);
    }

    @Test
    void a_fault_is_underlined_and_told_while_one_types_and_is_mended_by_a_button() {
        editor.pastes(SUPPLY.replace("pay Energy * Energy Price", "pay Enrgy * Energy Price"));
        assertThat(seen(".fault-error p[lang=en] code")).contains("Enrgy");
        assertThat(browser.texts(".fault-error")).noneMatch(words -> words.contains("`"));
        assertThat(seen(".cm-lintRange-error")).contains("Enrgy");
        assertThat(seen(".cm-lint-marker-error")).isNotEmpty();
        browser.driver().findElement(By.cssSelector(".fault-error button")).sendKeys(Keys.ENTER);
        assertThat(seen("[data-count]", "Nothing to mend.")).hasSize(1);
        assertThat(editor.text()).isEqualTo(SUPPLY);
        assertThat(browser.texts(".cm-lintRange-error")).isEmpty();
    }

    @Test
    void a_text_that_is_too_long_is_told_so() {
        editor.pastes(("# " + "x".repeat(97) + '\n').repeat(6_001));
        assertThat(seen("[data-count]", "more than 600,000 characters")).hasSize(1);
    }

    @Test
    void completions_come_for_the_words_that_stand_there_though_answers_are_slow() {
        editor.pastes("party Seller is \"S\".\nparty Buyer is \"B\".\nclause 1 \"X\": Buyer shall pay 5 EUR to ");
        browser.driver().executeScript("""
                const ask = window.fetch;
                window.fetch = async (...asked) => {
                  await new Promise(done => setTimeout(done, 600));
                  return ask(...asked);
                };
                """);
        editor.types("S");
        browser.driver().executeAsyncScript("setTimeout(arguments[0], 400)");
        editor.types("e");
        assertThat(editor.offered().get(0)).startsWith("Seller");
    }

    @Test
    void a_fault_leads_to_its_place() {
        editor.pastes(SUPPLY.replace("pay Energy * Energy Price", "pay Enrgy * Energy Price"));
        assertThat(seen(".fault-error p")).isNotEmpty();
        browser.driver().findElement(By.cssSelector(".fault-error a")).sendKeys(Keys.ENTER);
        editor.types("Energy");
        assertThat(editor.text()).isEqualTo(SUPPLY);
    }

    @Test
    void completion_is_worked_by_keys_and_tab_leaves_the_text() {
        editor.pastes("party Seller is \"S\".\nparty Buyer is \"B\".\nclause 1 \"X\": Buyer shall pay 5 EUR to ");
        editor.types("S");
        assertThat(editor.offered().get(0)).startsWith("Seller");
        editor.types(Keys.ENTER);
        assertThat(editor.text()).endsWith("to Seller");
        assertThat(browser.texts(".cm-tooltip-autocomplete")).isEmpty();
        editor.types(Keys.TAB);
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("value"))
                .isEqualTo("check");
    }

    @Test
    void control_and_space_ask_for_what_may_follow_and_escape_closes() {
        editor.pastes("party Buyer is \"B\".\nBuyer shall ");
        editor.types(Keys.chord(Keys.CONTROL, " "));
        assertThat(editor.offered()).anyMatch(words -> words.startsWith("pay"));
        editor.types(Keys.ESCAPE);
        assertThat(browser.texts(".cm-tooltip-autocomplete")).isEmpty();
        editor.types(Keys.TAB);
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("value"))
                .isEqualTo("check");
    }

    @Test
    void the_word_at_the_caret_is_explained_and_the_word_under_the_pointer_too() {
        editor.types(Keys.chord(Keys.CONTROL, Keys.HOME), Keys.ARROW_RIGHT);
        assertThat(seen("[data-about-words] strong")).containsExactly("contract");
        new Actions(browser.driver())
                .moveToElement(browser.driver().findElement(By.cssSelector(".cm-party")))
                .perform();
        assertThat(seen(".cm-tooltip .cm-about strong", "a party")).hasSize(1);
    }

    @Test
    void the_layout_is_mended_by_a_button_or_by_keys_and_undone_at_once() {
        String loose = "party   Seller is   \"S\".\n";
        String tidy = "party Seller is \"S\".\n";
        editor.pastes(loose);
        button("format").click();
        assertThat(eventually(tidy)).isEqualTo(tidy);
        editor.types(Keys.chord(Keys.CONTROL, "z"));
        assertThat(editor.text()).isEqualTo(loose);
        editor.types(Keys.chord(Keys.SHIFT, Keys.ALT, "f"));
        assertThat(eventually(tidy)).isEqualTo(tidy);
    }

    @Test
    void scenarios_are_run_in_their_places_and_again_when_the_text_changes() {
        editor.pastes(SUPPLY.replace("6,200.00", "6,300.00"));
        button("scenarios").click();
        assertThat(seen(".cm-told-bad", "came out: Buyer pays 6200.00 EUR")).hasSize(1);
        assertThat(seen("[data-told] [role=status]")).containsExactly("0 of 1 came out as expected.");
        assertThat(seen("[data-told] li"))
                .singleElement()
                .satisfies(words -> assertThat(words).contains("not as expected", "a month as usual", "Line 21"));
        assertThat(browser.driver().findElements(By.cssSelector(".cm-told-bad use[href$='#bad']")))
                .isNotEmpty();
        editor.pastes(SUPPLY);
        assertThat(seen(".cm-told-good", "as expected")).hasSize(2);
        assertThat(seen("[data-told] [role=status]", "1 of 1")).hasSize(1);
        editor.types("x");
        assertThat(seen("[data-told] [role=status]", "expected")).isNotEmpty();
    }

    @Test
    void a_stroke_is_a_stroke_and_no_way_to_the_search_of_the_page() {
        editor.pastes("a");
        editor.types("/b");
        assertThat(editor.text()).isEqualTo("a/b");
    }

    @Test
    void what_was_typed_is_there_again_after_signing_in_anew() {
        editor.pastes(SUPPLY);
        browser.driver().manage().deleteAllCookies();
        browser.leave(button("propose")::click);
        assertThat(browser.driver().getCurrentUrl()).contains("/login?lost=true");
        browser.driver().findElement(By.id("username")).sendKeys("deirdre");
        browser.driver().findElement(By.id("password")).sendKeys(SiteFixture.PASSWORD);
        browser.leave(browser.driver().findElement(By.cssSelector("form.form button[type=submit]"))::click);
        assertThat(seen(".cm-line", "contract \"Supply\""))
                .as(() -> browser.driver().getCurrentUrl() + ": " + browser.texts("main") + browser.complaints())
                .hasSize(1);
        assertThat(editor.text()).isEqualTo(SUPPLY);
    }

    @Test
    void what_the_page_asks_after_its_session_has_ended_begins_none_and_the_page_says_so() {
        browser.driver().manage().deleteAllCookies();
        editor.types("x");
        assertThat(seen("[data-count]", "Your session has ended.")).hasSize(1);
        assertThat(browser.driver().manage().getCookies())
                .as("a session that would take the place of the one in which the reader signs in")
                .isEmpty();
        browser.signIn("deirdre");
    }

    @Test
    void a_new_line_is_indented_as_the_one_before_and_further_below_a_heading_and_not_below_an_empty_line() {
        editor.pastes("clause 1 \"Energy\":");
        editor.types(Keys.ENTER, "# 1", Keys.ENTER, "# 2", Keys.ENTER, Keys.ENTER, "# 3");
        assertThat(editor.text()).isEqualTo("clause 1 \"Energy\":\n  # 1\n  # 2\n\n# 3");
    }

    @Test
    void with_faults_outcomes_search_and_completions_no_rule_is_broken() {
        browser.complaints();
        editor.pastes(SUPPLY.replace("6,200.00", "6,300.00"));
        button("scenarios").click();
        assertThat(seen(".cm-told-bad")).isNotEmpty();
        editor.types("when ");
        assertThat(seen(".fault-error")).isNotEmpty();
        editor.types(Keys.chord(Keys.CONTROL, "f"));
        assertThat(seen(".cm-search label")).isNotEmpty();
        PageRules.breaksNone(browser);

        browser.width(360);
        editor.types(Keys.chord(Keys.CONTROL, Keys.END), Keys.chord(Keys.CONTROL, " "));
        assertThat(editor.offered()).isNotEmpty();
        assertThat(browser.overflow()).as("pixels to scroll sideways").isZero();
        editor.types(Keys.ESCAPE);
        PageRules.breaksNone(browser);
    }
}
