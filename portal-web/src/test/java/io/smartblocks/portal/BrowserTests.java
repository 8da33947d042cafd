package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Looks at every page in a real browser. */
@PortalSite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTests {

    private static final List<String> PAGES = List.of(
            "/",
            "/meters",
            "/meters/IE-9001/import",
            "/meters/IE-9001/import?span=day&day=2026-10-25",
            "/sites",
            "/sites/nimbus-campus",
            "/readings",
            "/waiting",
            "/agreements",
            "/agreements/campus-supply",
            "/agreements/campus-supply-next",
            "/agreements/campus-supply-next/sign",
            "/agreements/campus-supply-next/change?version=1.0",
            "/agreements/campus-supply/act/terminate?version=1.0",
            "/agreements/campus-supply/versions",
            "/agreements/campus-supply/dry-run?version=1.0&day=2026-10-15",
            "/runs",
            "/verify",
            "/settlements",
            RoutesTests.STATEMENT,
            RoutesTests.STATEMENT + "/act/paid?document=1",
            RoutesTests.STATEMENT + "/lines",
            RoutesTests.STATEMENT + "/lines/1",
            RoutesTests.HELD,
            "/templates",
            "/templates/time-of-use-supply",
            "/templates/time-of-use-supply/example",
            "/editor",
            "/blocks",
            "/blocks/60",
            "/blocks/60/batches/1",
            "/states",
            "/states/meter/IE-9001/import",
            "/parties/harbour-energy",
            "/members",
            "/members/harbour-energy",
            "/members/harbour-energy/act/particulars",
            "/search?q=nothing-like-it",
            "/help",
            "/more",
            "/account",
            "/account/keys",
            "/account/password",
            "/registry");

    private static final List<String> PAGES_OF_ADMINISTRATORS = List.of(
            "/account/membership",
            "/audit",
            "/admin",
            "/admin/users",
            "/admin/users/new",
            "/admin/users/conor/act/role",
            "/admin/run");

    /** Pages on which longer words would do harm first. */
    private static final List<String> SPOKEN = List.of(
            "/",
            "/agreements/campus-supply",
            RoutesTests.STATEMENT,
            "/templates/time-of-use-supply",
            "/blocks/60",
            "/verify");

    /** The element with the focus where no point of it is seen or it has no ring; else nothing. WCAG 2.4.7 and 2.4.11. */
    private static final String COVERED = """
            const it = document.activeElement;
            if (!it || it === document.body) return null;
            const box = it.getClientRects()[0] ?? it.getBoundingClientRect();
            const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
            const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
            const seen = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].some(([x, y]) => {
              const there = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
              return there && (it.contains(there) || there.contains(it) && there.closest('label'));
            });
            const style = getComputedStyle(it);
            const ring = parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
            return seen && ring ? null : (seen ? 'no ring: ' : 'covered: ') + it.outerHTML.slice(0, 160);
            """;

    /** Files, streams, what programs ask for and what leads to another server; no browser shows them. */
    private static final Pattern NO_PAGE = Pattern.compile(
            ".*\\.(csv|xlsx|pdf|zip|xml|json|\\{ending})|.*/(pdf|proof|headers/\\{.*|documents/\\{.*)|/events|/live|/v3/.*|/login/sso");

    /** Pages that other tests look at: signing in, readings that were put aside, a transaction. */
    private static final Set<String> ELSEWHERE =
            Set.of("/login", "/admin/outbox/{receipt}/act/{key}", "/transactions/{id}");

    /** Pages that {@link MadePagesTests} looks at, and {@link UploadTests} at the one with readings. */
    private static final Set<String> MADE = Set.of(
            "/account/webhooks",
            "/account/webhooks/{id}",
            "/agreements/{id}/statements/{what}",
            "/readings/{id}",
            "/registry/{key}",
            "/registry/values/{key}",
            "/runs/{id}");

    private final int port;
    private final RequestMappingHandlerMapping mappings;
    private Browser browser;

    BrowserTests(
            @LocalServerPort int port,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.port = port;
        this.mappings = mappings;
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

    static Stream<String> pages() {
        return PAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_breaks_no_rule_of_policy_access_or_width(String page) {
        browser.theme("light");
        browser.complaints();
        browser.open(page);

        PageRules.breaksNone(browser);
    }

    @Test
    void no_page_is_forgotten() {
        assertThat(RoutesTests.untried(mappings, Stream.concat(PAGES.stream(), PAGES_OF_ADMINISTRATORS.stream()))
                        .filter(pattern -> !NO_PAGE.matcher(pattern).matches())
                        .filter(pattern -> !ELSEWHERE.contains(pattern) && !MADE.contains(pattern)))
                .as("pages that no browser looks at")
                .isEmpty();
    }

    static Stream<Arguments> languages_and_pages() {
        return Stream.of("pt-PT", "de-DE", "fr-FR")
                .flatMap(language -> SPOKEN.stream().map(page -> Arguments.of(language, page)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("languages_and_pages")
    void a_page_breaks_no_rule_in_any_language(String language, String page) {
        browser.language(language);
        try {
            browser.theme("light");
            browser.complaints();
            browser.open(page);
            browser.width(320);
            assertThat(browser.overflow())
                    .as("pixels to scroll sideways at 320")
                    .isZero();

            PageRules.breaksNone(browser);
        } finally {
            browser.language("en-IE");
        }
    }

    @Test
    void a_page_of_an_administrator_breaks_no_rule() {
        try (Browser office = Browser.at("http://localhost:" + port)) {
            office.signIn("saoirse");
            Browser usual = browser;
            browser = office;
            try {
                PAGES_OF_ADMINISTRATORS.forEach(this::a_page_breaks_no_rule_of_policy_access_or_width);
            } finally {
                browser = usual;
            }
        }
    }

    @Test
    void signing_in_breaks_no_rule() {
        try (Browser stranger = Browser.at("http://localhost:" + port)) {
            for (String page : List.of("/login", "/login?failed=true")) {
                stranger.open(page);
                PageRules.breaksNone(stranger);
            }
        }
    }

    @Test
    void a_transaction_is_reached_from_its_block_and_breaks_no_rule() {
        browser.theme("light");
        browser.open("/blocks/76");
        browser.complaints();
        WebElement link =
                browser.driver().findElement(By.cssSelector("main td a[href^='/transactions/'], main tbody .hash a"));
        browser.leave(link::click);

        assertThat(browser.driver().getCurrentUrl()).contains("/transactions/");
        PageRules.breaksNone(browser);
    }

    @Test
    void the_chart_is_drawn_from_the_table_beside_it() {
        browser.width(1280);
        browser.open("/meters/IE-9001/import");

        assertThat(browser.eventually(() -> browser.texts(".plot svg path"))).isNotEmpty();
        assertThat(browser.texts("#t-curves tr[data-state=missing]")).hasSize(1);
    }

    @Test
    void the_text_beside_the_form_changes_while_one_types() {
        browser.width(1280);
        browser.open("/templates/time-of-use-supply");
        new Select(browser.driver().findElement(By.id("answer-client"))).selectByVisibleText("Nimbus Campus DAC");
        browser.driver().findElement(By.id("answer-day-price")).sendKeys("0.1974");

        assertThat(browser.eventually(() -> browser.texts("#so-far mark").stream()
                        .filter(mark -> mark.equals("0.1974"))
                        .toList()))
                .containsExactly("0.1974");
    }

    @Test
    void the_summary_of_errors_takes_the_focus() {
        browser.width(1280);
        browser.open("/templates/time-of-use-supply");
        WebElement button = browser.driver().findElement(By.cssSelector("button[value=propose]"));
        browser.leave(() -> button.sendKeys(Keys.ENTER));

        assertThat(browser.eventually(() -> browser.texts(".errors:focus h2"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agreements/campus-supply", "/runs", "/templates/time-of-use-supply", "/registry"})
    void nothing_covers_what_has_the_focus_on_a_phone(String page) {
        browser.width(360);
        browser.open(page);

        List<Object> covered = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            Object hidden = browser.driver().executeScript(COVERED);
            if (hidden != null) {
                covered.add(hidden);
            }
        }

        assertThat(covered).isEmpty();
    }

    @Test
    void the_theme_switches_at_once_and_is_remembered() {
        browser.width(1280);
        browser.theme("light");
        browser.open("/help");
        assertThat(browser.shownTheme()).isEqualTo("light");

        browser.driver().findElement(By.cssSelector("[data-theme-switch]")).click();
        assertThat(browser.shownTheme()).isEqualTo("dark");

        browser.open("/help");
        assertThat(browser.shownTheme()).isEqualTo("dark");
    }

    @Test
    void what_was_typed_is_there_again_after_signing_in_anew() {
        browser.open("/account/keys");
        browser.driver().findElement(By.id("name")).sendKeys("Billing system");
        browser.driver().findElement(By.id("password")).sendKeys("secret");
        browser.driver().manage().deleteAllCookies();
        browser.leave(browser.driver().findElement(By.cssSelector("form.form button[type=submit]"))::click);
        assertThat(browser.driver().getCurrentUrl()).contains("/login?lost=true");
        browser.driver().findElement(By.id("username")).sendKeys("conor");
        browser.driver().findElement(By.id("password")).sendKeys(SiteFixture.PASSWORD);
        browser.leave(browser.driver().findElement(By.cssSelector("form.form button[type=submit]"))::click);

        assertThat(browser.driver().getCurrentUrl()).endsWith("/account/keys");
        assertThat(browser.driver().findElement(By.id("name")).getDomProperty("value"))
                .isEqualTo("Billing system");
        assertThat(browser.driver().findElement(By.id("password")).getDomProperty("value"))
                .isEmpty();
    }
}
