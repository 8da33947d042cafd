package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser, the system's Chromium, that visits the portal at a chosen width and theme. */
public final class Browser implements AutoCloseable {

    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
    private static final int PHONE = 600;
    /** Only what never comes takes as long; a machine with much else to do takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ChromeDriver driver;
    private final String portal;

    private Browser(ChromeDriver driver, String portal) {
        this.driver = driver;
        this.portal = portal;
    }

    /** Starts the browser; without one the test is skipped, but fails where CI is to prove something. */
    public static Browser at(String portal) {
        Optional<Path> chromium = first("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        Optional<Path> chromedriver = first("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            String message = "Pages were not looked at: install chromium and chromium-driver";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            assumeTrue(false, message);
        }
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                // fields for days are written as the browser's own language writes them
                .withEnvironment(Map.of("LANGUAGE", "en_GB"))
                .build();
        ChromeDriver driver = new ChromeDriver(service, options(chromium.orElseThrow()));
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return new Browser(driver, portal);
    }

    private static ChromeOptions options(Path chromium) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-prefers-reduced-motion",
                "--disable-dev-shm-usage");
        return options;
    }

    private static Optional<Path> first(String... places) {
        return Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** The browser itself. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Signs somebody in who has the password of all people of fixtures. */
    public void signIn(String login) {
        signIn(login, SiteFixture.PASSWORD);
    }

    /** Signs somebody in through the sign-in page. */
    public void signIn(String login, String password) {
        open("/login");
        driver.findElement(By.id("username")).sendKeys(login);
        driver.findElement(By.id("password")).sendKeys(password);
        WebElement button = driver.findElement(By.cssSelector("main button[type=submit]"));
        leave(button::click);
    }

    /** Goes to an address of the portal. */
    public void open(String path) {
        driver.get(portal + path);
    }

    /** Sees this and the following pages at this width. */
    public void width(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < PHONE));
    }

    /** Runs no script of the following pages. */
    public void withoutScript() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Asks for the following pages in this theme. */
    public void theme(String theme) {
        driver.manage().addCookie(new Cookie("theme", theme));
    }

    /** Asks for the following pages in this language. */
    void language(String tag) {
        driver.manage().addCookie(new Cookie("language", tag));
    }

    /** Turns the open page to this theme, as its switch does. */
    public void show(String theme) {
        driver.executeScript(
                "document.documentElement.dataset.theme = arguments[0]; document.dispatchEvent(new CustomEvent('theme'))",
                theme);
    }

    String shownTheme() {
        return (String) driver.executeScript("return document.documentElement.dataset.theme");
    }

    /** What the elements say, all at one moment, so that none can go away meanwhile. */
    @SuppressWarnings("unchecked")
    public List<String> texts(String css) {
        return (List<String>) driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", css);
    }

    /** Does what leads to another page, and waits until that has come. */
    public void leave(Runnable step) {
        WebElement left = driver.findElement(By.tagName("html"));
        step.run();
        new WebDriverWait(driver, PATIENCE)
                // while one document takes the place of another, neither may be asked
                .ignoring(WebDriverException.class)
                .until(seen -> ExpectedConditions.stalenessOf(left).apply(seen)
                        && "complete".equals(driver.executeScript("return document.readyState")));
    }

    /** How many pixels the page is wider than the window. */
    public long overflow() {
        return (Long) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** What the console has said since it was last asked: errors, warnings and violations of the policy. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                // what the browser itself says of a form that came back with its faults, or that is not possible now
                .filter(message -> !message.matches("(?s).*responded with a status of (409|422) .*"))
                .toList();
    }

    /** What is there as soon as it is there, or nothing when the time is over. */
    public <T> List<T> eventually(Supplier<List<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<T> seen = look.get();
        while (seen.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            seen = look.get();
        }
        return seen;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
