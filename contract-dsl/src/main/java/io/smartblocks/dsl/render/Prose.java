package io.smartblocks.dsl.render;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parts prose into paragraphs: at an empty line, and before a line that begins with the mark of a list. */
final class Prose {

    private static final Pattern MARK = Pattern.compile("(?:[-•–]|\\d{1,3}[.)]|\\([0-9a-z]{1,4}\\)|[a-z]\\))\\s.*");

    private Prose() {}

    static List<String> paragraphs(String text) {
        List<List<String>> paragraphs = new ArrayList<>();
        boolean fresh = true;
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                if (fresh || MARK.matcher(line).matches()) {
                    paragraphs.add(new ArrayList<>());
                }
                paragraphs.get(paragraphs.size() - 1).add(line);
            }
            fresh = line.isEmpty();
        }
        return paragraphs.stream()
                .map(lines -> lines.stream().collect(joining(" ")))
                .toList();
    }
}
