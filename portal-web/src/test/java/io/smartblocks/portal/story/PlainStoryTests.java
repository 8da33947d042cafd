package io.smartblocks.portal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.api.hook.SetClock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole story of a supply in browsers that run no script: all that is done by script is done by plain forms too. */
@StorySite
class PlainStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private SetClock clock;

    @TempDir
    private Path files;

    @Test
    void everything_is_done_read_found_and_paged_through_without_script() throws IOException {
        new SupplyStory(clock, files).goes(login -> Person.withoutScript(port, login));
        try (Person eamon = Person.withoutScript(port, "eamon")) {
            checks(eamon);
            finds(eamon);
            turns(eamon);
        }
        try (Person deirdre = Person.withoutScript(port, "deirdre")) {
            writes(deirdre);
        }
    }

    private static void checks(Person eamon) {
        eamon.opens(SupplyStory.statement(1));
        eamon.followsTo("/transactions/");
        String transaction = eamon.place().substring(eamon.place().lastIndexOf('/') + 1);
        eamon.sees("Proof as a file");
        eamon.looks();
        eamon.opens("/verify");
        eamon.writes("transaction", transaction);
        eamon.presses("Check it");
        eamon.sees("This transaction stands on the ledger");
        eamon.looks();
    }

    private static void finds(Person eamon) {
        eamon.writes("q", "nimbus");
        eamon.submits("q");
        eamon.sees("Nimbus Campus DAC", "Nimbus Campus electricity supply");
        eamon.looks();
        eamon.writes("q", "nothing-like-it");
        eamon.submits("q");
        eamon.sees("Nothing answers to");
    }

    private static void turns(Person eamon) {
        eamon.opens("/states");
        String first = eamon.page();
        eamon.follows("Next");
        assertThat(eamon.page()).isNotEqualTo(first);
        eamon.looks();
    }

    /** The editor's buttons; the theme and the language as forms. */
    private static void writes(Person deirdre) {
        deirdre.opens("/editor");
        deirdre.writes("text", "contract ");
        deirdre.presses("Check the text");
        deirdre.sees("Line 1");
        deirdre.looks();
        deirdre.pastes(WrittenText.named("Library electricity"));
        deirdre.presses("Check the text");
        deirdre.presses("Propose to the parties");
        deirdre.sees("Propose Library electricity, version 1.0?");
        deirdre.opens("/help");
        deirdre.presses("Deutsch");
        assertThat(deirdre.browser().driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                .startsWith("de");
    }
}
