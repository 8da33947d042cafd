package io.smartblocks.portal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document in {@code docs/operations} whose reader saves its files and types its commands, one after the other. */
record DocumentedStory(String name) {

    private static final Pattern FENCE = Pattern.compile("```([a-z]+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("`([\\w.-]+\\.(?:csv|esco))`");

    /** The command lines with what came of each, typed on a new site in the directory. */
    List<Typed> followIn(Path here) {
        EmptySite site = new EmptySite(here);
        site.found();
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
                        here.resolve(lastFileNamed(text.substring(0, fence.start()))), fence.group(2));
            }
        }
        return typed;
    }

    /** One command line and what came of it. */
    record Typed(String line, Run run) {}

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
