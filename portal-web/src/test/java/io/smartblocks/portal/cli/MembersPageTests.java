package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/operations/members.md}, where those of the first site were given before. */
class MembersPageTests {

    @TempDir
    private Path here;

    @Test
    void the_documented_way_leads_from_an_application_to_a_rating() throws Exception {
        new EmptySite(here).found();
        DocumentedStory.FIRST_SITE.followIn(here);
        String day = LocalDate.now(Clock.systemUTC()).plusDays(3).toString();

        List<DocumentedStory.Typed> runs = DocumentedStory.MEMBERS.followIn(here, file -> file.replace("DAY", day));

        assertThat(runs)
                .anySatisfy(run -> assertThat(run.out())
                        .containsPattern("forecast +Quay Forecast +itself +applied +signatory, predictor"));
        assertThat(runs)
                .anySatisfy(run -> assertThat(run.out())
                        .containsPattern("site +Quay Bakery \\(quay-bakery\\)")
                        .contains("predictions   1 day from " + day));
        assertThat(runs).anySatisfy(run -> assertThat(run.out()).containsPattern("key .* until 2060-01-01T00:00:00Z"));
        assertThat(runs)
                .anySatisfy(
                        run -> assertThat(run.out())
                                .contains("score         0.5000 = (0 for + 1) / (0 for + 0 against + 2)")
                                .contains("stars         5.00 of 5, the mean of 1 rating")
                                .containsPattern(
                                        "0 +bakery, Billing Week from 2026-01-05 +rated 5 of 5 by bakery: Warm bread all week\\."));
        assertThat(runs.get(runs.size() - 1).out()).startsWith("forecast may act again since block ");
    }

    @Test
    void a_rating_is_for_another_party_and_a_settled_period() throws Exception {
        new EmptySite(here).found();
        DocumentedStory.FIRST_SITE.followIn(here);

        assertThat(rate("poolbeg --period 2026-01-12").err())
                .contains("No period of 'bakery' that begins on 2026-01-12 is settled; settled are Billing Week from"
                        + " 2026-01-05.");
        assertThat(rate("bakery --period 2026-01-05").err()).contains("'bakery' cannot rate itself");
        assertThat(rate("metering --period 2026-01-05").err()).contains("'metering' is not a party");
        assertThat(rate("poolbeg --period 2026-01-05 --of Month").err()).contains("No period 'Month' of 'bakery'");
        assertThat(rate("poolbeg --period 2026-01-05", 6).err()).contains("6 stars are stated; expected 1 to 5");
    }

    private Run rate(String words) {
        return rate(words, 4);
    }

    private Run rate(String words, int stars) {
        Run run = new EmptySite(here)
                .run("smartblocks member rate " + words + " --stars " + stars
                        + " --agreement bakery --data site --as bakery --password-file site/bakery-password");
        assertThat(run.exitCode()).isEqualTo(1);
        return run;
    }
}
