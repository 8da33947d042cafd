package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteCommandTests {

    @TempDir
    private Path dir;

    private MemberSite site = new MemberSite(Path.of(""));

    @BeforeEach
    void begin() {
        site = MemberSite.in(dir);
        site.admit("bakery", "owner");
    }

    @Test
    void a_site_is_registered_by_its_owner_and_listed_with_its_meters() {
        assertThat(site.run("site list").out()).startsWith("No site is registered");
        Run registered = site.done(
                "bakery",
                "site register bakery --zone Europe/Dublin --country IE --floor-area 480.5",
                "--name",
                "Quay Bakery",
                "--address",
                "1 Quay");
        assertThat(registered.out()).isEqualTo("Site bakery of bakery stands in block 4.\n");
        assertThat(site.run("site list").out()).isEqualTo("""
                        site    name         owner   zone           country  floor area  meters  address
                        bakery  Quay Bakery  bakery  Europe/Dublin  IE       480.5 m²    1       1 Quay
                        """);
        assertThat(site.run("site list --json").out()).contains("\"floorArea\" : 480.5", "\"meters\" : 1");
    }

    @Test
    void what_is_not_named_stays_when_a_site_is_changed() {
        site.done("bakery", "site register bakery --zone Europe/Dublin --country IE --floor-area 480.5 --name Bakery");

        site.done("bakery", "site change bakery --floor-area 500 --without country --address Quay");

        assertThat(site.run("site list").out())
                .containsPattern("bakery +Bakery +bakery +Europe/Dublin +- +500 m² +1 +Quay");
    }

    @Test
    void only_a_registrar_names_another_owner() {
        site.done("bakery", "site register bakery --zone UTC --name Bakery");
        Run own = site.runAs("bakery", "site change bakery --owner operator");
        assertThat(own.exitCode()).isEqualTo(1);
        assertThat(own.err()).contains("the role registrar to name another owner");
        site.done("registrar", "site change bakery --owner operator");
        assertThat(site.run("site list").out()).containsPattern("bakery +Bakery +operator");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            site register Bakery --zone UTC --name B             | 'Bakery' is not a site id: expected 1 to 120 lower-case letters
            site register b --zone Europe/Dublim --name B        | 'Europe/Dublim' is no time zone; expected one such as Europe/Dublin or UTC; did you mean 'Europe/Dublin'?
            site register b --zone UTC --country Eire --name B   | the country 'Eire' is none; expected two letters
            site register b --zone UTC --floor-area 0 --name B   | the floor area 0 is none; expected square metres above 0
            site register b --zone UTC --owner nobody --name B   | The ledger refused it
            site change nowhere --name B                         | There is no site 'nowhere' on this ledger; 'smartblocks site list'
            """, quoteCharacter = '"')
    void what_cannot_be_done_is_refused_and_leaves_nothing(String command, String message) {
        Run run = site.runAs("bakery", command);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(message);
        assertThat(site.ledger(Ledger::height)).isEqualTo(4);
    }

    @Test
    void what_is_stated_and_left_out_at_once_is_refused() {
        site.done("bakery", "site register bakery --zone UTC --name Bakery");
        Run run = site.runAs("bakery", "site change bakery --country IE --without country");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--country states 'IE' and --without leaves it out; name one of them.");
        assertThat(site.runAs("bakery", "site change bakery --without roof").exitCode())
                .isEqualTo(2);
    }
}
