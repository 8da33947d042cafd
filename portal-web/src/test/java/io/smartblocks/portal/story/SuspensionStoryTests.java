package io.smartblocks.portal.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator suspends a member, who then binds nobody any more, and readmits it, through the pages alone. */
@StorySite
class SuspensionStoryTests {

    private static final String AGREEMENT = "/agreements/library-electricity";

    private static final String STOPPED = "Harbour Energy Services Ltd is suspended: Its licence has ended.";

    @LocalServerPort
    private int port;

    @Value("${smartblocks.data}")
    private Path data = Path.of(".");

    @Test
    void who_is_suspended_reads_on_but_neither_proposes_nor_signs_until_readmitted() throws IOException {
        String first = Files.readString(data.resolve("admin-password"));
        try (Person conor = Person.signedIn(port, "conor");
                Person admin = Person.signedIn(port, "admin", first)) {
            writes(conor, "Library electricity");
            conor.confirms("Propose to the parties");
            suspends(admin);
            isStopped(conor);
            readmits(admin);
            signsAgain(conor);
        }
    }

    private static void suspends(Person admin) {
        admin.opens("/members");
        admin.looks();
        admin.follows("Harbour Energy Services Ltd");
        admin.looks();
        admin.follows("Suspend");
        admin.looks();
        admin.writes("reason", "Its licence has ended.");
        admin.confirms("Suspend");
        admin.sees("The member is suspended.", "Readmit", STOPPED);
        admin.looks();
    }

    private static void isStopped(Person conor) {
        conor.opens(AGREEMENT);
        conor.sees(STOPPED);
        conor.looks();
        conor.opens(AGREEMENT + "/sign");
        conor.sees("Not possible now", STOPPED);
        assertThat(conor.browser().driver().findElements(By.id("password")))
                .as("password")
                .isEmpty();
        conor.looks();
        writes(conor, "Second library electricity");
        conor.sees("Not possible now", STOPPED, "Not offered, because suspended: Harbour Energy Services Ltd.");
        conor.looks();
        assertThat(conor.browser().texts("select option"))
                .as("organisations that may stand behind a party")
                .contains("Nimbus Campus DAC")
                .doesNotContain("Harbour Energy Services Ltd");
    }

    private static void readmits(Person admin) {
        admin.follows("Readmit");
        admin.writes("reason", "It has been renewed.");
        admin.confirms("Readmit");
        admin.sees("Active");
        admin.opens("/audit");
        admin.sees("Its licence has ended.");
        admin.looks();
    }

    private static void signsAgain(Person conor) {
        conor.opens(AGREEMENT + "/sign");
        conor.confirms("Sign");
        conor.sees("Signed.");
    }

    private static void writes(Person conor, String title) {
        conor.opens("/editor");
        conor.awaits("[data-count]", "Nothing to mend.");
        conor.pastes(WrittenText.named(title));
        conor.presses("Propose to the parties");
        conor.sees("Propose " + title + ", version 1.0?");
    }
}
