package io.smartblocks.ledger.meter.greenbutton;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers what a feed holds besides the readings themselves, and which entry's readings belong together. */
final class FeedIndex implements FeedListener {

    static final int LARGEST_MULTIPLIER = 12;

    private static final int NO_BLOCK = -1;

    private final List<Linked<FeedEntry.Resource>> points = new ArrayList<>();
    private final List<Linked<FeedEntry.Resource>> summaries = new ArrayList<>();
    private final Map<String, Linked<FeedEntry.Resource>> meterReadings = new LinkedHashMap<>();
    private final Map<String, Linked<ReadingType>> types = new LinkedHashMap<>();
    private final List<Linked<LocalTime>> localTimes = new ArrayList<>();
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final List<Block> byNumber = new ArrayList<>();
    private final Map<String, Integer> others = new TreeMap<>();
    private final List<String> oddities = new ArrayList<>();
    private int[] blockOf = new int[64];
    private Extent current = new Extent();

    /** Something with the entry that held it. */
    record Linked<T>(Links links, String title, T what) {}

    /** The readings of entries with one parent, or of one entry without a parent. */
    record Block(int number, Links links, Extent extent) {}

    List<Linked<FeedEntry.Resource>> points() {
        return points;
    }

    List<Linked<FeedEntry.Resource>> summaries() {
        return summaries;
    }

    List<Linked<FeedEntry.Resource>> meterReadings() {
        return List.copyOf(meterReadings.values());
    }

    List<Linked<ReadingType>> types() {
        return List.copyOf(types.values());
    }

    List<Linked<LocalTime>> localTimes() {
        return localTimes;
    }

    List<Block> blocks() {
        return byNumber;
    }

    List<String> oddities() {
        List<String> all = new ArrayList<>(oddities);
        others.forEach((kind, count) -> all.add(count + (count == 1 ? " entry is a " : " entries are a ") + kind
                + ", which holds no readings and is not read"));
        return all;
    }

    /** The number of the block that the entry's readings belong to. */
    int blockOf(int entry) {
        return blockOf[entry];
    }

    @Override
    public void reading(int entry, IntervalReading reading) {
        current.add(reading);
    }

    @Override
    public void entry(FeedEntry entry) {
        if (entry.number() >= blockOf.length) {
            blockOf = Arrays.copyOf(blockOf, blockOf.length * 2);
        }
        blockOf[entry.number()] = entry.isBlock() ? block(entry) : NO_BLOCK;
        entry.resources().forEach(resource -> add(resource, entry));
        entry.others().forEach(kind -> others.merge(kind, 1, Integer::sum));
    }

    private int block(FeedEntry entry) {
        Links links = entry.links();
        String key = links.parent().isEmpty() ? links.own() : links.parent();
        Block block = blocks.computeIfAbsent(key, unseen -> {
            Block first = new Block(byNumber.size(), links, new Extent());
            byNumber.add(first);
            return first;
        });
        block.extent().add(current);
        current = new Extent();
        return block.number();
    }

    private void add(FeedEntry.Resource resource, FeedEntry entry) {
        Linked<FeedEntry.Resource> linked = new Linked<>(entry.links(), entry.title(), resource);
        switch (resource.kind()) {
            case "UsagePoint" -> points.add(linked);
            case "MeterReading" -> meterReadings.putIfAbsent(key(entry), linked);
            case "ReadingType" -> type(resource.fields(), entry);
            case "LocalTimeParameters" ->
                localTimes.add(new Linked<>(entry.links(), entry.title(), localTime(resource.fields())));
            default -> summaries.add(linked);
        }
    }

    private void type(Fields fields, FeedEntry entry) {
        int multiplier = fields.code("powerOfTenMultiplier", 0);
        Optional<Duration> length = fields.seconds("intervalLength").filter(l -> !l.isZero());
        ReadingType type = new ReadingType(
                multiplier,
                fields.text("uom").isEmpty() ? "" : Unit.symbol(fields.code("uom", -1)),
                fields.code("commodity", 0),
                fields.code("flowDirection", 0),
                fields.code("accumulationBehaviour", 0),
                length,
                fields.code("currency", 0));
        if (fields.firstFault().isPresent() || Math.abs(multiplier) > LARGEST_MULTIPLIER) {
            throw new MalformedFeed(
                    "not-green-button",
                    entry.line(),
                    "of a ReadingType " + fields.firstFault().orElse("the multiplier is 10^" + multiplier),
                    "codes of ESPI and a multiplier of 10^-12 to 10^12",
                    "Download the file again from the utility.");
        }
        Linked<ReadingType> before = types.putIfAbsent(key(entry), new Linked<>(entry.links(), entry.title(), type));
        if (before != null && !before.what().equals(type)) {
            oddities.add("two reading types have the address " + entry.links().own()
                    + " and differ; the first of them is used");
        }
    }

    private static String key(FeedEntry entry) {
        String own = entry.links().own();
        return own.isEmpty() ? "entry " + entry.number() : own;
    }

    private static LocalTime localTime(Fields fields) {
        return new LocalTime(
                Duration.ofSeconds(
                        fields.number("tzOffset").map(Number::longValue).orElse(0L)),
                Duration.ofSeconds(
                        fields.number("dstOffset").map(Number::longValue).orElse(0L)));
    }
}
