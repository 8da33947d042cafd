package io.smartblocks.portal.story;

import io.smartblocks.portal.api.hook.SetClock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agreement from its template to a month that was settled, disputed, corrected and checked, through the pages alone. */
@StorySite
class AgreementStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private SetClock clock;

    @TempDir
    private Path files;

    @Test
    void an_agreement_comes_into_force_settles_is_disputed_and_corrected_and_holds_when_it_is_checked()
            throws IOException {
        new SupplyStory(clock, files).goes(login -> Person.signedIn(port, login));
        try (Person eamon = Person.signedIn(port, "eamon")) {
            checks(eamon);
        }
    }

    private static void checks(Person eamon) {
        eamon.opens(SupplyStory.statement(1));
        eamon.looks();
        eamon.followsTo("/transactions/");
        String transaction = eamon.place().substring(eamon.place().lastIndexOf('/') + 1);
        eamon.browser()
                .driver()
                .findElement(By.cssSelector("[data-proof] [data-run]"))
                .sendKeys(Keys.ENTER);
        eamon.awaits("[data-proof=holds] [data-result]", "It holds.");
        eamon.looks();
        eamon.opens("/verify");
        eamon.writes("transaction", transaction);
        eamon.presses("Check it");
        eamon.sees("This transaction stands on the ledger");
        eamon.looks();
    }
}
