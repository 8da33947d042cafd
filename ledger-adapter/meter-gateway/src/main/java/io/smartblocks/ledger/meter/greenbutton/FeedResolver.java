package io.smartblocks.ledger.meter.greenbutton;

import io.smartblocks.ledger.meter.greenbutton.FeedIndex.Block;
import io.smartblocks.ledger.meter.greenbutton.FeedIndex.Linked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Relates the entries of a feed: by the links that name each other, else by the paths of their addresses, else, where there
 * is only one that it can be, to that one.
 */
final class FeedResolver {

    private static final Pattern POINT_IN_PATH = Pattern.compile("(.*/UsagePoint/[^/]+)(/.*)?");
    private static final Map<String, String> SERVICES = Map.of(
            "0", "electricity", "1", "gas", "2", "water", "3", "time", "4", "heat", "5", "refuse", "6", "sewerage");

    private final FeedIndex index;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final int[] seriesOfBlock;
    private int numbered;

    FeedResolver(FeedIndex index) {
        this.index = index;
        this.seriesOfBlock = new int[index.blocks().size()];
    }

    /** A usage point while its parts are being found. */
    private record Draft(
            Links links,
            String id,
            String title,
            String service,
            List<SeriesDraft> series,
            List<UsageSummary> summaries) {}

    private record SeriesDraft(Links links, String id, String title, Extent extent, List<Integer> blocks) {}

    Contents contents() {
        for (Linked<FeedEntry.Resource> point : index.points()) {
            String id = point.links().own().isEmpty()
                    ? "usage point " + (drafts.size() + 1)
                    : point.links().own();
            String kind = point.what().fields().text("ServiceCategory/kind").orElse("");
            drafts.putIfAbsent(
                    id,
                    new Draft(
                            point.links(),
                            id,
                            point.title(),
                            SERVICES.getOrDefault(kind, ""),
                            new ArrayList<>(),
                            new ArrayList<>()));
        }
        series().forEach(series -> pointOf(series.links()).series().add(series));
        index.summaries()
                .forEach(linked -> pointOf(linked.links())
                        .summaries()
                        .add(summary(linked.what().fields())));
        List<UsagePoint> points = new ArrayList<>();
        drafts.values().forEach(draft -> points.add(finished(draft, points.size() + 1)));
        return new Contents(
                points, index.localTimes().stream().map(Linked::what).toList(), index.oddities());
    }

    /** The number of the series that the readings of the entry belong to. */
    int seriesOf(int entry) {
        return seriesOfBlock[index.blockOf(entry)];
    }

    private List<SeriesDraft> series() {
        List<SeriesDraft> all = new ArrayList<>();
        for (Linked<FeedEntry.Resource> reading : index.meterReadings()) {
            all.add(new SeriesDraft(
                    reading.links(), reading.links().own(), reading.title(), new Extent(), new ArrayList<>()));
        }
        int declared = all.size();
        Map<String, SeriesDraft> undeclared = new LinkedHashMap<>();
        for (Block block : index.blocks()) {
            SeriesDraft series = best(all.subList(0, declared), SeriesDraft::links, block.links())
                    .orElseGet(() -> undeclared.computeIfAbsent(
                            block.links().parent(),
                            id -> new SeriesDraft(block.links(), id, "", new Extent(), new ArrayList<>())));
            series.extent().add(block.extent());
            series.blocks().add(block.number());
        }
        all.addAll(undeclared.values());
        return all;
    }

    private Draft pointOf(Links links) {
        return best(List.copyOf(drafts.values()), Draft::links, links).orElseGet(() -> {
            String id = pathOfPoint(links.own())
                    .or(() -> pathOfPoint(links.parent()))
                    .orElse("");
            return drafts.computeIfAbsent(id, unseen -> {
                Links own = Links.none();
                own.add("self", id);
                return new Draft(own, id, "", "", new ArrayList<>(), new ArrayList<>());
            });
        });
    }

    private UsagePoint finished(Draft draft, int number) {
        List<Series> series = new ArrayList<>();
        for (SeriesDraft part : draft.series()) {
            numbered++;
            part.blocks().forEach(block -> seriesOfBlock[block] = numbered);
            Optional<ReadingType> type =
                    linkedOrOnly(index.types(), part.links()).map(Linked::what);
            Extent extent = part.extent();
            series.add(
                    new Series(numbered, part.id(), part.title(), type, extent.count(), extent.first(), extent.end()));
        }
        Optional<LocalTime> localTime =
                linkedOrOnly(index.localTimes(), draft.links()).map(Linked::what);
        return new UsagePoint(number, draft.id(), draft.title(), draft.service(), localTime, series, draft.summaries());
    }

    private static <T> Optional<Linked<T>> linkedOrOnly(List<Linked<T>> all, Links from) {
        return all.stream()
                .filter(one -> from.names(one.links()))
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }

    private static <T> Optional<T> best(List<T> all, Function<T, Links> links, Links of) {
        return all.stream()
                .filter(one -> links.apply(one).names(of))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> links.apply(one).contains(of))
                        .findFirst())
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }

    private static Optional<String> pathOfPoint(String path) {
        Matcher matcher = POINT_IN_PATH.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static UsageSummary summary(Fields fields) {
        String used = "overallConsumptionLastPeriod/";
        int multiplier = fields.code(used + "powerOfTenMultiplier", 0);
        return new UsageSummary(
                fields.instant("billingPeriod/start"),
                fields.seconds("billingPeriod/duration"),
                fields.number(used + "value")
                        .filter(number -> Math.abs(multiplier) <= FeedIndex.LARGEST_MULTIPLIER)
                        .map(number -> number.scaleByPowerOfTen(multiplier)),
                fields.text(used + "uom").isEmpty() ? "" : Unit.symbol(fields.code(used + "uom", -1)),
                fields.money("billLastPeriod"),
                fields.code("currency", 0));
    }
}
