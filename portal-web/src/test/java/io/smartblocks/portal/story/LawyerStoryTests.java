package io.smartblocks.portal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.Editor;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lawyer writes an agreement from an empty editor and proposes it; those who sign for the parties bind them. */
@StorySite
class LawyerStoryTests {

    private static final String TITLE = "Library electricity";

    @LocalServerPort
    private int port;

    @Test
    void a_text_is_written_mended_and_proposed_by_a_lawyer_who_cannot_sign_it() {
        try (Person deirdre = Person.signedIn(port, "deirdre")) {
            deirdre.opens("/editor");
            writes(deirdre);
            proposes(deirdre);
            deirdre.sees("Your role, Lawyer, puts nothing like this on the ledger.");
        }
        try (Person aoife = Person.signedIn(port, "aoife")) {
            aoife.opens("/waiting");
            aoife.sees(TITLE + ", version 1.0, needs your signature", "Proposed by Deirdre Nolan");
            aoife.followsTo("/agreements/library-electricity/sign");
            aoife.sees("Energy Price is 0.1950 EUR per kWh.");
            aoife.looks();
        }
    }

    private static void writes(Person deirdre) {
        deirdre.awaits("[data-count]", "Nothing to mend.");
        new Editor(deirdre.browser()).types(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        new Editor(deirdre.browser()).types("contract ");
        deirdre.awaits("[data-faults]", "Line 1");
        deirdre.presses("Propose to the parties");
        deirdre.sees("The text cannot be proposed yet");
        deirdre.looks();
        deirdre.pastes(WrittenText.named(TITLE).replace("Energy * Energy Price", "Enrgy * Energy Price"));
        deirdre.awaits(".fault-error p", "Enrgy");
        deirdre.browser()
                .driver()
                .findElement(By.cssSelector(".fault-error button"))
                .sendKeys(Keys.ENTER);
        deirdre.awaits("[data-faults]", "no scenario shows what is paid under clause 1");
        deirdre.looks();
    }

    private static void proposes(Person deirdre) {
        deirdre.presses("Propose to the parties");
        deirdre.sees("Propose " + TITLE + ", version 1.0?");
        deirdre.looks();
        deirdre.writes("password", "not his password");
        deirdre.presses("Propose to the parties");
        assertThat(deirdre.browser().eventually(() -> deirdre.browser().texts(".errors:focus h2")))
                .containsExactly("Nothing was done");
        deirdre.confirms("Propose to the parties");
        deirdre.sees("Proposed.", TITLE);
        deirdre.looks();
    }
}
