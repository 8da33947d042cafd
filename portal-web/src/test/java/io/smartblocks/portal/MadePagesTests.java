package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.readmodel.ReadModel;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Looks in a real browser at the pages that stand only once somebody has made what they show. */
@PortalSite
@Import(FactFixture.class)
@TestPropertySource(properties = "spring.application.name=made-pages")
@DirtiesContext
class MadePagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Visitors visitors;

    @Autowired
    private FactFixture facts;

    @Autowired
    private ReadModel model;

    private Browser browser;

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void a_run_that_failed_breaks_no_rule() {
        model.runs().add(RunFixture.failed("run-that-failed", Instant.parse("2026-11-06T08:00:00Z")));

        as("conor");
        look("/runs");
        follow("main a[href='/runs/run-that-failed']");
        assertThat(browser.texts("main")).singleElement().asString().contains("the ledger is away");
    }

    @Test
    void a_webhook_breaks_no_rule_when_its_secret_is_shown_and_later() {
        as("conor");
        look("/account/webhooks");
        type("name", "Billing");
        type("url", "https://billing.example/in");
        browser.driver().findElement(By.name("kinds")).click();
        type("password", SiteFixture.PASSWORD);
        send("main form[action='/account/webhooks'] button[type=submit]");
        follow("main a[href^='/account/webhooks/']");
    }

    @Test
    void what_a_registry_takes_breaks_no_rule() throws Exception {
        visitors.grant("conor-walsh", "meter-operator", "index-publisher");

        as("conor");
        look("/registry/register-meter");
        look("/registry/register-index");
        type("name", "Night Price");
        type("publisher", "Harbour Board");
        type("unit", "EUR per kWh");
        type("reason", "The board states it from now on.");
        type("password", SiteFixture.PASSWORD);
        send("main form button.btn-main");
        follow("main a[href*='publish-values']");
        type("values", "from,to,value\n2026-10-01,2026-11-01,0.184\n");
        send("main form button.btn-main");
    }

    @Test
    void stating_a_fact_breaks_no_rule() throws Exception {
        facts.comeIntoForce();

        as("aoife");
        look(FactFixture.PAGE);
        look(FactFixture.PAGE + "/statements/state?kind=fact&name=Outage");
    }

    private void as(String person) {
        browser = Browser.at("http://localhost:" + port);
        browser.signIn(person);
        browser.complaints();
    }

    private void look(String page) {
        browser.open(page);
        PageRules.breaksNone(browser);
    }

    private void follow(String link) {
        browser.open(browser.driver().findElement(By.cssSelector(link)).getDomAttribute("href"));
        PageRules.breaksNone(browser);
    }

    private void type(String field, String text) {
        browser.driver().findElement(By.name(field)).sendKeys(text);
    }

    private void send(String button) {
        browser.leave(() -> browser.driver().executeScript("document.querySelector(arguments[0]).click()", button));
        PageRules.breaksNone(browser);
    }
}
