package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document in {@code docs/operations} whose reader saves its files and types its commands, one after the other. */
record DocumentedStory(String name) {

    private static final Pattern FENCE = Pattern.compile("```([a-z]+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("`([\\w./-]+\\.(?:csv|esco|txt|password))`");

    static final DocumentedStory FIRST_SITE = new DocumentedStory("first-site.md");
    static final DocumentedStory CORRECTED_WEEK = new DocumentedStory("corrected-week.md");
    static final DocumentedStory MEMBERS = new DocumentedStory("members.md");
    static final DocumentedStory FABRIC_NETWORK = new DocumentedStory("fabric-network.md");
    static final DocumentedStory AGREEMENT_LIFE = new DocumentedStory("agreement-life.md");

    /** What came of each command line, typed in the directory of a site; each must have been done. */
    List<Typed> followIn(Path here) {
        return followIn(here, UnaryOperator.identity());
    }

    /** The same with files into which the reader puts something of its own. */
    List<Typed> followIn(Path here, UnaryOperator<String> filledIn) {
        EmptySite site = new EmptySite(here);
        List<Typed> typed = new ArrayList<>();
        String text = text();
        for (MatchResult fence : FENCE.matcher(text).results().toList()) {
            if (fence.group(1).equals("sh")) {
                fence.group(2)
                        .lines()
                        .map(line -> new Typed(line, site.run(line)))
                        .forEach(typed::add);
            } else {
                DocumentedExample.written(
                        here.resolve(lastFileNamed(text.substring(0, fence.start()))), filledIn.apply(fence.group(2)));
            }
        }
        assertThat(typed)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.run().exitCode())
                        .as(each.line() + "\n" + each.run().err())
                        .isZero());
        return typed;
    }

    /** One command line and what came of it. */
    record Typed(String line, Run run) {

        String out() {
            return run.out();
        }

        String err() {
            return run.err();
        }

        int exitCode() {
            return run.exitCode();
        }
    }

    private static String lastFileNamed(String text) {
        Matcher matcher = FILE.matcher(text);
        String name = "";
        while (matcher.find()) {
            name = matcher.group(1);
        }
        return name;
    }

    private String text() {
        try {
            return Files.readString(Path.of("..", "docs", "operations", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
