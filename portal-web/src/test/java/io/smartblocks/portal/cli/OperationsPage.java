package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of {@code docs/operations} whose files are saved and whose commands are given as its reader does. */
record OperationsPage(String name, Map<String, String> files) {

    private static final Pattern FENCE = Pattern.compile("```([a-z]+)\n(.*?)```", Pattern.DOTALL);

    static OperationsPage firstSite() {
        return new OperationsPage("first-site.md", Map.of("csv", "heat.csv", "esco", "bakery.esco"));
    }

    static OperationsPage members() {
        return new OperationsPage("members.md", Map.of("text", "forecast-password.txt", "csv", "prediction.csv"));
    }

    /** All that its commands said; each of them must have been done. */
    List<Run> followed(Path here, UnaryOperator<String> filledIn) throws IOException {
        List<Run> runs = new ArrayList<>();
        String page = Files.readString(Path.of("..", "docs", "operations", name));
        for (MatchResult fence : FENCE.matcher(page).results().toList()) {
            if (files.containsKey(fence.group(1))) {
                Files.writeString(here.resolve(files.get(fence.group(1))), filledIn.apply(fence.group(2)));
            } else {
                fence.group(2).lines().map(new EmptySite(here)::run).forEach(runs::add);
            }
        }
        assertThat(runs)
                .hasSizeGreaterThan(10)
                .allSatisfy(run -> assertThat(run.exitCode()).as(run.err()).isZero());
        return runs;
    }
}
