package io.smartblocks.templates;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the sample is called, and what it answers to each parameter, in the order of the template. */
public record SampleAnswers(String title, String version, Map<String, String> byParameter) {

    public SampleAnswers {
        byParameter = Collections.unmodifiableMap(new LinkedHashMap<>(byParameter));
    }

    /** Reads lines {@code name = answer}; empty lines and lines that start with {@code #} say nothing. */
    static SampleAnswers parse(String text) {
        Map<String, String> answers = new LinkedHashMap<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("\\s*=\\s*", 2))
                .forEach(pair -> answers.put(pair[0], pair[1]));
        String title = requireNonNull(answers.remove("title"), "title of the sample");
        String version = requireNonNull(answers.remove("version"), "version of the sample");
        return new SampleAnswers(title, version, answers);
    }
}
