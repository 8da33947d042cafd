package io.smartblocks.portal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.Browser;
import io.smartblocks.portal.Editor;
import io.smartblocks.portal.account.OpenLogins;
import io.smartblocks.portal.demo.FixedDemoSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The pictures of the main pages in {@code docs/screenshots} show what the pages are. With
 * {@code -Dsmartblocks.screenshots=write} those that do not are taken anew.
 */
@FixedDemoSite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenshotTests {

    private static final Path DOCS = Path.of("..", "docs", "screenshots");
    private static final Path TAKEN = Path.of("target", "screenshots");
    private static final boolean WRITE = "write".equals(System.getProperty("smartblocks.screenshots"));
    private static final long MOST_BYTES = 150_000;
    private static final int DESK = 1280;
    private static final int PHONE = 360;
    private static final String STATEMENT = "/settlements/nimbus-campus-heat/billing-month/2026-08-01/1";
    private static final String SITE = "/sites/nimbus-campus?period=2026-10";

    /** A page, who looks at it and how, and what is there only when it is drawn to the end. */
    record Shot(String name, String login, String address, String theme, int width, String drawn) {}

    @LocalServerPort
    private int port;

    @Autowired
    private OpenLogins logins;

    private Browser browser;
    private Camera camera;
    private String signedIn = "";

    @BeforeAll
    void start() throws IOException {
        browser = Browser.at("http://localhost:" + port);
        camera = new Camera(browser);
        Files.createDirectories(TAKEN);
        Files.createDirectories(DOCS);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Shot> pages() {
        return Stream.of(
                new Shot("overview", "aoife", "/", "light", DESK, ".plot svg path"),
                new Shot("site", "aoife", SITE, "light", DESK, ".plot svg path"),
                new Shot("site-phone", "aoife", SITE, "light", PHONE, ".plot svg path"),
                new Shot("meter", "aoife", "/meters/IE-4401/import?span=month", "dark", DESK, ".plot svg path"),
                new Shot("agreement", "aoife", "/agreements/nimbus-campus-library", "light", DESK, "h1"),
                new Shot("statement", "aoife", STATEMENT, "light", DESK, "h1"),
                new Shot("template", "conor", "/templates/time-of-use-supply", "light", DESK, "#so-far .deed"),
                new Shot("editor", "deirdre", "/editor", "dark", DESK, ".cm-told-bad"),
                new Shot("transaction", "eamon", STATEMENT, "dark", DESK, "[data-proof=holds] [data-result]"),
                new Shot("members", "eamon", "/members", "light", DESK, "h1"),
                new Shot("runs", "eamon", "/runs", "light", DESK, "h1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_picture_shows_what_its_page_is(Shot shot) throws IOException {
        Picture taken = taken(shot);
        taken.write(TAKEN, shot.name());
        if (WRITE
                && !(Picture.isIn(DOCS, shot.name())
                        && Picture.read(DOCS, shot.name()).fits(taken))) {
            taken.write(DOCS, shot.name());
        }

        Picture shown = Picture.read(DOCS, shot.name());
        assertThat(taken.words())
                .as("words on %s; take its picture anew with -Dsmartblocks.screenshots=write", shot.address())
                .isEqualTo(shown.words());
        assertThat(taken.unlike(shown))
                .as(
                        "squares that look unlike those of %s.png now, see %s; take it anew as above",
                        DOCS.resolve(shot.name()), TAKEN.toAbsolutePath())
                .isLessThanOrEqualTo(Picture.ALIKE);
        assertThat(Files.size(Picture.picture(DOCS, shot.name()))).isLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main .chip { visibility: hidden }",
                "main .btn { background: var(--bad-soft) }",
                "h1 { font-size: 1.7rem }",
                "main h2 { font-weight: 400 }",
                "main { padding-top: 2.25rem }",
                ":root { --font-ui: monospace }"
            })
    void a_page_that_looks_unlike_its_picture_is_found_out(String style) throws IOException {
        assertThat(styled(style).unlike(Picture.read(DOCS, "statement"))).isGreaterThan(Picture.ALIKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main { transform: translate(.4px, .4px) }", "body { text-rendering: geometricPrecision }"})
    void letters_that_another_machine_draws_a_little_otherwise_are_not(String style) throws IOException {
        assertThat(styled(style).unlike(Picture.read(DOCS, "statement"))).isLessThanOrEqualTo(Picture.ALIKE);
    }

    @Test
    void a_page_that_says_something_else_than_its_picture_is_found_out() throws IOException {
        see(statement());
        browser.driver().executeScript("document.querySelector('main .chip').lastChild.data += '!'");

        assertThat(camera.take().words())
                .isNotEqualTo(Picture.read(DOCS, "statement").words());
    }

    private Shot statement() {
        return pages().filter(shot -> shot.name().equals("statement"))
                .findFirst()
                .orElseThrow();
    }

    private Picture styled(String style) throws IOException {
        see(statement());
        browser.driver().executeScript("""
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(arguments[0]);
                document.adoptedStyleSheets = [sheet];
                """, style);
        return camera.take();
    }

    private Picture taken(Shot shot) throws IOException {
        see(shot);
        return camera.take();
    }

    private void see(Shot shot) {
        signsIn(shot.login());
        browser.width(shot.width());
        browser.theme(shot.theme());
        browser.open(shot.address());
        if (shot.name().equals("transaction")) {
            provesItsTransaction();
        }
        if (shot.name().equals("editor")) {
            runsItsScenarios();
        }
        assertThat(browser.eventually(() -> browser.texts(shot.drawn())))
                .as(shot.drawn())
                .isNotEmpty();
    }

    private void signsIn(String login) {
        if (login.equals(signedIn)) {
            return;
        }
        browser.driver().manage().deleteAllCookies();
        logins.all().stream()
                .filter(open -> open.login().equals(login))
                .forEach(open -> browser.signIn(open.login(), open.password()));
        signedIn = login;
    }

    private void provesItsTransaction() {
        browser.open(browser.driver()
                .findElement(By.cssSelector("main a[href^='/transactions/']"))
                .getDomAttribute("href"));
        browser.driver().executeScript("document.querySelector('[data-proof] [data-run]').click()");
    }

    private void runsItsScenarios() {
        new Editor(browser).pastes(WrittenText.tried("Library electricity"));
        assertThat(browser.eventually(() -> browser.texts(".cm-keyword"))).isNotEmpty();
        assertThat(browser.eventually(() -> browser.texts(".fault-warning"))).hasSize(1);
        browser.driver().findElement(By.cssSelector("button[value=scenarios]")).click();
        assertThat(browser.eventually(() -> browser.texts(".cm-told, [data-told] li")))
                .isNotEmpty();
        // at once, since what stands at the caret is explained a moment after the text has the focus
        browser.driver()
                .executeScript("document.querySelector('[data-told] li:last-child a').click();"
                        + " document.activeElement.blur()");
    }
}
