package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Looks at every page in a real browser. */
@PortalSite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final List<String> PAGES = List.of(
            "/",
            "/meters",
            "/meters/IE-9001/import",
            "/waiting",
            "/agreements",
            "/agreements/campus-supply",
            "/agreements/campus-supply-next",
            "/agreements/campus-supply-next/sign",
            "/settlements",
            RoutesTests.STATEMENT,
            RoutesTests.HELD,
            "/templates",
            "/templates/time-of-use-supply",
            "/blocks",
            "/blocks/60",
            "/parties/harbour-energy",
            "/search?q=nothing-like-it",
            "/help",
            "/more",
            "/account");

    private final int port;
    private Browser browser;

    BrowserTests(@LocalServerPort int port) {
        this.port = port;
    }

    @BeforeAll
    void start() {
        browser = Browser.at("http://localhost:" + port);
        browser.signIn("conor");
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Arguments> pages_and_looks() {
        return PAGES.stream()
                .flatMap(page -> Stream.of(360, 1280)
                        .flatMap(width -> Stream.of("light", "dark").map(theme -> Arguments.of(page, width, theme))));
    }

    @ParameterizedTest(name = "{0} at {1} px, {2}")
    @MethodSource("pages_and_looks")
    void a_page_breaks_no_rule_of_policy_access_or_width(String page, int width, String theme) {
        browser.look(width, theme);
        browser.complaints();
        browser.open(page);

        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("data-theme"))
                .isEqualTo(theme);
        assertThat(browser.overflow()).as("pixels to scroll sideways").isZero();
        assertThat(browser.complaints()).isEmpty();
        assertThat(violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void a_transaction_is_reached_from_its_block_and_breaks_no_rule(int width) {
        browser.look(width, "dark");
        browser.open("/blocks/76");
        browser.complaints();
        browser.driver()
                .findElement(By.cssSelector("main td a, main tbody .hash a"))
                .click();

        assertThat(browser.driver().getCurrentUrl()).contains("/transactions/");
        assertThat(browser.overflow()).as("pixels to scroll sideways").isZero();
        assertThat(browser.complaints()).isEmpty();
        assertThat(violations()).isEmpty();
    }

    @Test
    void the_chart_is_drawn_from_the_table_beside_it() {
        browser.look(1280, "light");
        browser.open("/meters/IE-9001/import");

        assertThat(browser.eventually(() -> browser.driver().findElements(By.cssSelector(".plot svg path")), PATIENCE))
                .isNotEmpty();
        assertThat(browser.driver().findElements(By.cssSelector("#t-month tr[data-state=missing]")))
                .hasSize(1);
    }

    @Test
    void the_text_beside_the_form_changes_while_one_types() {
        browser.look(1280, "light");
        browser.open("/templates/time-of-use-supply");
        new Select(browser.driver().findElement(By.id("answer-client"))).selectByVisibleText("Nimbus Campus DAC");
        browser.driver().findElement(By.id("answer-day-price")).sendKeys("0.1974");

        List<String> marks = browser.eventually(
                () -> browser.driver().findElements(By.cssSelector("#so-far mark")).stream()
                        .map(WebElement::getText)
                        .filter(mark -> mark.equals("0.1974"))
                        .toList(),
                PATIENCE);

        assertThat(marks).containsExactly("0.1974");
    }

    @Test
    void the_summary_of_errors_takes_the_focus() {
        browser.look(1280, "light");
        browser.open("/templates/time-of-use-supply");
        browser.driver().findElement(By.cssSelector("button[value=propose]")).sendKeys(Keys.ENTER);

        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("class"))
                .isEqualTo("errors");
    }

    @Test
    void the_theme_switches_at_once_and_is_remembered() {
        browser.look(1280, "light");
        browser.open("/help");
        browser.driver().findElement(By.cssSelector("[data-theme-switch]")).click();

        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("data-theme"))
                .isEqualTo("dark");
        browser.open("/help");
        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("data-theme"))
                .isEqualTo("dark");
    }

    private List<String> violations() {
        Results results = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(browser.driver());
        return results.getViolations().stream().map(BrowserTests::words).toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + ' '
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
