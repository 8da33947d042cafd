package io.smartblocks.ledger.meter.greenbutton;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Goes once through a feed and tells a listener what it meets, holding no more than one reading at a time. */
final class FeedParser {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int MOST_ENTRIES = 1 << 20;
    private static final Set<String> RESOURCES = Set.of(
            "UsagePoint",
            "MeterReading",
            "ReadingType",
            "LocalTimeParameters",
            "UsageSummary",
            "ElectricPowerUsageSummary",
            "GasUsageSummary");

    private final Markup markup;
    private final FeedListener listener;
    private int entries;

    private FeedParser(Markup markup, FeedListener listener) {
        this.markup = markup;
        this.listener = listener;
    }

    static void parse(InputStream in, FeedListener listener) {
        Markup markup = Markup.of(in);
        FeedParser parser = new FeedParser(markup, listener);
        String root = markup.root();
        boolean atom = markup.namespace().equals(ATOM);
        if (atom && root.equals("feed")) {
            markup.children(parser::inFeed);
        } else if (atom && root.equals("entry")) {
            parser.entry();
        } else {
            throw new MalformedFeed(
                    "not-green-button",
                    markup.line(),
                    "the document is a <" + root + ">",
                    "an Atom feed or entry of Green Button (NAESB ESPI)",
                    "Choose 'Green Button' or 'XML' when downloading from the utility, or import a CSV file.");
        }
        markup.end();
    }

    private void inFeed(String name) {
        if (name.equals("entry")) {
            entry();
        } else {
            markup.skip();
        }
    }

    private void entry() {
        if (++entries > MOST_ENTRIES) {
            throw new MalformedFeed(
                    "too-large",
                    markup.line(),
                    "the feed has more than " + MOST_ENTRIES + " entries",
                    "fewer",
                    "Ask the utility for one file per usage point or year.");
        }
        FeedEntry entry = new FeedEntry(entries - 1, markup.line());
        markup.children(name -> {
            switch (name) {
                case "link" -> {
                    entry.links().add(markup.attribute("rel"), markup.attribute("href"));
                    markup.skip();
                }
                case "title" -> entry.title(markup.text());
                case "content" -> markup.children(resource -> resource(resource, entry));
                default -> markup.skip();
            }
        });
        listener.entry(entry);
    }

    private void resource(String name, FeedEntry entry) {
        if (name.equals("IntervalBlock")) {
            entry.holdsBlock();
            markup.children(child -> inBlock(child, entry));
        } else if (RESOURCES.contains(name)) {
            entry.resource(name, nested("", new Fields()));
        } else {
            entry.other(name);
            markup.skip();
        }
    }

    private void inBlock(String name, FeedEntry entry) {
        if (name.equals("IntervalReading")) {
            listener.reading(entry.number(), reading());
        } else {
            markup.skip();
        }
    }

    private IntervalReading reading() {
        long line = markup.line();
        Fields fields = new Fields();
        markup.children(name -> {
            switch (name) {
                case "timePeriod", "ReadingQuality" -> markup.children(inner -> fields.put(inner, markup.text()));
                default -> fields.put(name, markup.text());
            }
        });
        Optional<Instant> start = fields.instant("start");
        Optional<Duration> duration = fields.seconds("duration");
        Optional<BigDecimal> value = fields.number("value");
        if (start.isEmpty()) {
            fields.fault("the reading does not say when it starts");
        }
        Optional<Quality> quality = fields.text("quality").flatMap(text -> Quality.of(fields.code("quality", -1)));
        if (quality.isEmpty() && fields.text("quality").isPresent()) {
            fields.fault("the quality '" + fields.text("quality").get() + "' is not one that ESPI knows");
        }
        return new IntervalReading(line, start, duration, value, fields.money("cost"), quality, fields.firstFault());
    }

    /** The fields of an element and of those in it, each under its path, such as {@code ServiceCategory/kind}. */
    private Fields nested(String path, Fields fields) {
        markup.children(name -> nestedIn(path + name, fields));
        return fields;
    }

    private void nestedIn(String path, Fields fields) {
        String text = markup.textOr(name -> nestedIn(path + "/" + name, fields));
        fields.put(path, text);
    }
}
