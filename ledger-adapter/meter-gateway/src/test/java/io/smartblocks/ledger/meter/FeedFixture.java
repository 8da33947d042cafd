package io.smartblocks.ledger.meter;

import java.nio.file.Path;
import java.util.List;

/** Small Green Button feeds. */
final class FeedFixture {

    private FeedFixture() {}

    /** One usage point that takes energy and gives some back, with prefixes on all names. */
    static Path twoReadings(Path folder) {
        return feed(
                folder,
                "two.xml",
                point(),
                meterReading(1, "Import", 10),
                meterReading(2, "Export", 20),
                type(10, "<e:flowDirection>1</e:flowDirection>"),
                type(20, "<e:flowDirection>19</e:flowDirection>"),
                block(1, reading(1_767_243_600L, 3600, 500), reading(1_767_247_200L, 3600, 600)),
                block(2, reading(1_767_243_600L, 3600, 7)));
    }

    /** Three stands of a register that rolls over at 1,000 kWh. */
    static Path stands(Path folder) {
        return feed(
                folder,
                "stands.xml",
                point(),
                meterReading(1, "Register", 10),
                type(10, "<e:accumulationBehaviour>3</e:accumulationBehaviour>"),
                block(
                        1,
                        reading(1_767_243_600L, 0, 998_500),
                        reading(1_767_330_000L, 0, 999_900),
                        reading(1_767_416_400L, 0, 300)));
    }

    static Path feed(Path folder, String name, String... entries) {
        return ReadingsFileFixture.file(
                folder,
                name,
                List.of(
                        "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xmlns:e='http://naesb.org/espi'>",
                        String.join("\n", entries),
                        "</a:feed>"));
    }

    static String reading(long start, int seconds, long value) {
        return "<e:IntervalReading><e:timePeriod><e:duration>" + seconds + "</e:duration><e:start>" + start
                + "</e:start></e:timePeriod><e:value>" + value + "</e:value></e:IntervalReading>";
    }

    static String block(int reading, String... readings) {
        return entry(
                "",
                link("up", "/UsagePoint/1/MeterReading/" + reading + "/IntervalBlock"),
                "<e:IntervalBlock>" + String.join("\n", readings) + "</e:IntervalBlock>");
    }

    static String point() {
        return entry(
                "Main",
                link("self", "https://utility.example/UsagePoint/1"),
                "<e:UsagePoint><e:ServiceCategory><e:kind>0</e:kind></e:ServiceCategory></e:UsagePoint>");
    }

    static String meterReading(int number, String title, int type) {
        return entry(
                title,
                link("self", "/UsagePoint/1/MeterReading/" + number) + link("related", "/ReadingType/" + type),
                "<e:MeterReading/>");
    }

    static String type(int number, String more) {
        return entry(
                "",
                link("self", "/ReadingType/" + number),
                "<e:ReadingType>" + more + "<e:uom>72</e:uom></e:ReadingType>");
    }

    private static String entry(String title, String links, String content) {
        return "<a:entry>" + links + "<a:title>" + title + "</a:title><a:content>" + content + "</a:content></a:entry>";
    }

    private static String link(String relation, String address) {
        return "<a:link rel='" + relation + "' href='" + address + "'/>";
    }
}
