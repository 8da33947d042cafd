package io.smartblocks.portal.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lawyer writes an agreement from an empty editor, which one who signs for the organisation proposes. */
@StorySite
class LawyerStoryTests {

    private static final String TITLE = "Library electricity";

    @LocalServerPort
    private int port;

    @Test
    void a_text_is_written_and_mended_by_a_lawyer_and_proposed_by_one_who_signs() {
        try (Person deirdre = Person.signedIn(port, "deirdre")) {
            deirdre.opens("/editor");
            writes(deirdre);
            deirdre.presses("Propose to the parties");
            deirdre.sees("Not possible now", "Your account holds no key to sign with.");
            deirdre.looks();
        }
        try (Person conor = Person.signedIn(port, "conor")) {
            proposes(conor);
        }
        try (Person aoife = Person.signedIn(port, "aoife")) {
            aoife.opens("/waiting");
            aoife.sees(TITLE + ", version 1.0, needs your signature", "Proposed by Conor Walsh");
            aoife.followsTo("/agreements/library-electricity/sign");
            aoife.sees("Energy Price is 0.1950 EUR per kWh.");
        }
    }

    private static void writes(Person deirdre) {
        deirdre.awaits("[data-count]", "Nothing to mend.");
        deirdre.browser().driver().findElement(By.id("text")).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        deirdre.browser().driver().findElement(By.id("text")).sendKeys("contract ");
        deirdre.awaits("[data-faults]", "Line 1");
        deirdre.presses("Propose to the parties");
        deirdre.sees("The text cannot be proposed yet");
        deirdre.looks();
        deirdre.pastes("text", WrittenText.named(TITLE).replace("Energy * Energy Price", "Enrgy * Energy Price"));
        deirdre.awaits(".fault-error p", "Enrgy");
        deirdre.browser()
                .driver()
                .findElement(By.cssSelector(".fault-error button"))
                .sendKeys(Keys.ENTER);
        deirdre.awaits("[data-faults]", "no scenario shows what is paid under clause 1");
        deirdre.browser().driver().findElement(By.id("text")).sendKeys(Keys.ESCAPE);
        deirdre.looks();
    }

    private static void proposes(Person conor) {
        conor.opens("/editor");
        conor.awaits("[data-count]", "Nothing to mend.");
        conor.pastes("text", WrittenText.named(TITLE));
        conor.presses("Propose to the parties");
        conor.sees("Propose " + TITLE + ", version 1.0?");
        conor.looks();
        conor.writes("password", "not his password");
        conor.presses("Propose to the parties");
        assertThat(conor.browser().eventually(() -> conor.browser().texts(".errors:focus h2")))
                .containsExactly("Nothing was done");
        conor.confirms("Propose to the parties");
        conor.sees("Proposed.", TITLE);
        conor.looks();
    }
}
