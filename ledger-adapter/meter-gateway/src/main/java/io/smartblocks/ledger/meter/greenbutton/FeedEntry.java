package io.smartblocks.ledger.meter.greenbutton;

import java.util.ArrayList;
import java.util.List;

/** One entry of a feed: its links, its title and the resources in it, blocks of readings aside. */
final class FeedEntry {

    private final int number;
    private final long line;
    private final Links links = Links.none();
    private final List<Resource> resources = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private String title = "";
    private boolean block;

    FeedEntry(int number, long line) {
        this.number = number;
        this.line = line;
    }

    /** A resource of ESPI and its fields by path. */
    record Resource(String kind, Fields fields) {}

    int number() {
        return number;
    }

    long line() {
        return line;
    }

    Links links() {
        return links;
    }

    List<Resource> resources() {
        return resources;
    }

    /** The names of what the entry holds besides, such as a summary of the quality of the voltage. */
    List<String> others() {
        return others;
    }

    String title() {
        return title;
    }

    boolean isBlock() {
        return block;
    }

    void title(String text) {
        title = text;
    }

    void holdsBlock() {
        block = true;
    }

    void resource(String kind, Fields fields) {
        resources.add(new Resource(kind, fields));
    }

    void other(String kind) {
        others.add(kind);
    }
}
