package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has the blocks gets the same bytes, whatever the machine is set to. */
class VerifiedElsewhereTests {

    @TempDir
    private Path directory;

    private SupplyFixture supply;

    @BeforeEach
    void three_months_are_settled() {
        supply = new SupplyFixture(directory, """
                clause 3 "Grundgebühr İÇİN 5 °C":
                  for each Billing Month, Client shall pay 10.55 EUR to Supplier within 14 days after settlement.
                VAT at 13.5 % is added to clause 3.
                """);
        supply.swept("2026-01-01", "2026-03-31", "2026-04-20");
        assertThat(supply.settled()).hasSize(3);
    }

    @AfterEach
    void close() {
        supply.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Pacific/Kiritimati, ISO-8859-1",
        "ar-EG-u-nu-arab, America/St_Johns, US-ASCII",
        "th-TH-u-ca-buddhist, Asia/Kathmandu, windows-874"
    })
    void another_language_time_zone_and_character_set_change_no_byte(String language, String zone, String charset)
            throws Exception {
        String[] parts = language.split("-", 3);
        List<String> said = said(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-Duser.language=" + parts[0],
                "-Duser.country=" + parts[1],
                "-Duser.extensions=" + (parts.length > 2 ? parts[2] : ""),
                "-Duser.timezone=" + zone,
                "-Dfile.encoding=" + charset,
                // what is printed must be readable here
                "-Dstdout.encoding=UTF-8");

        assertThat(said.get(0)).startsWith("in " + parts[0] + "-" + parts[1]).contains(zone);
        assertThat(said.subList(1, said.size())).hasSize(3).allMatch(line -> line.startsWith("Same["));
    }

    @Test
    void another_java_changes_no_byte() throws Exception {
        List<Path> javas = VerifyingElsewhere.otherJavas();
        assumeFalse(javas.isEmpty(), "no other Java from 17 on lies in /usr/lib/jvm or ~/.sdkman");
        for (Path java : javas) {
            List<String> said = said(java);
            assertThat(said.get(0)).doesNotEndWith("Java " + Runtime.version().feature());
            assertThat(said.subList(1, said.size())).hasSize(3).allMatch(line -> line.startsWith("Same["));
        }
    }

    private int work;

    private List<String> said(Path java, String... options) throws Exception {
        return VerifyingElsewhere.said(
                java, directory.resolve("ledger"), directory.resolve("elsewhere-" + work++), options);
    }
}
