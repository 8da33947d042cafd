package io.smartblocks.templates;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the templates on the class path. */
public final class Templates {

    private static final List<String> IDS = List.of(
            "guaranteed-savings",
            "shared-savings",
            "shared-savings-heat",
            "pay-for-performance",
            "heat-delivery",
            "heat-supply-take-or-pay",
            "time-of-use-supply",
            "energy-supply",
            "prepaid-meter",
            "ev-charging",
            "power-purchase",
            "demand-response",
            "renewable-certificates",
            "collective-self-consumption",
            "local-coin",
            "transactive-energy");
    private static final Pattern HEAD = Pattern.compile("^template \"([^\"]+)\" version ([0-9.]+)\\.\\s");

    private Templates() {}

    /** All templates, in the order in which they are offered. */
    public static List<Template> all() {
        return IDS.stream().map(Templates::load).toList();
    }

    /** The template with this id, if there is one. */
    public static Optional<Template> find(String id) {
        return IDS.stream().filter(id::equals).findFirst().map(Templates::load);
    }

    private static Template load(String id) {
        String text = read(id, "template.esco");
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            throw new IllegalStateException("Template '" + id + "' does not begin with its head");
        }
        return new Template(
                id,
                head.group(1),
                head.group(2),
                firstParagraph(read(id, "README.md")),
                text,
                SampleAnswers.parse(read(id, "sample.answers")),
                read(id, "worked-example.esco"),
                read(id, "sample.esco"));
    }

    private static String firstParagraph(String markdown) {
        return markdown.lines()
                .skip(1)
                .dropWhile(String::isBlank)
                .takeWhile(line -> !line.isBlank())
                .collect(joining(" "));
    }

    private static String read(String id, String file) {
        String name = id + "/" + file;
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Template file '" + name + "' is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Template file '" + name + "' cannot be read", e);
        }
    }
}
