package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/language/tutorial.md}, one after the other, on the text as it grows. */
class TutorialTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "language", "tutorial.md");
    private static final Pattern FENCE = Pattern.compile("```([a-z]+)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path here;

    @Test
    void the_documented_way_leads_from_an_empty_file_to_a_signed_agreement() throws IOException {
        EmptySite site = new EmptySite(here);
        site.found();
        admitTheParties(site);

        List<Run> runs = new ArrayList<>();
        for (MatchResult fence :
                FENCE.matcher(Files.readString(DOCUMENT)).results().toList()) {
            if (fence.group(1).equals("esco")) {
                Files.writeString(here.resolve("heat.esco"), fence.group(2));
            } else {
                fence.group(2).lines().map(site::run).forEach(runs::add);
            }
        }

        assertThat(runs).hasSizeGreaterThan(10);
        assertThat(runs)
                .allSatisfy(run ->
                        assertThat(run.exitCode()).as(run.err() + run.out()).isZero());
        assertThat(runs.get(0).out()).contains("W0602", "working days", "due dates");
        assertThat(runs.get(1).out()).contains("W0701").doesNotContain("W0602", "error");
        assertThat(runs.get(3).out()).doesNotContain("warning", "error");
        assertThat(runs.get(runs.size() - 1).out()).contains("in force");
        assertThat(here.resolve("heat.html")).isNotEmptyFile();
        assertThat(here.resolve("heat.pdf")).isNotEmptyFile();
    }

    @Test
    void the_text_is_laid_out_as_the_formatter_does_it() throws IOException {
        for (MatchResult fence :
                FENCE.matcher(Files.readString(DOCUMENT)).results().toList()) {
            if (fence.group(1).equals("esco")) {
                Path text = Files.writeString(here.resolve("text.esco"), fence.group(2));
                assertThat(Run.of("format", "--check", text).exitCode()).isZero();
            }
        }
    }

    private static void admitTheParties(EmptySite site) {
        String registrar = " --data site --as registrar --password-file site/admin-password";
        for (String member : List.of(
                "poolbeg --name \"Poolbeg Heat Ltd\" --role esco,signatory --sign-in esco",
                "bakery --name \"Quay Bakery Ltd\" --role owner,signatory --sign-in owner")) {
            Run run = site.run("smartblocks member register " + member + registrar);
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
    }
}
