package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.transaction.SiteId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site, or a building of one, before anybody asks what stands there. A building is written behind its site and a stroke:
 * {@code Nimbus Campus / Library}.
 *
 * @param name what people call it, without the site that it stands on
 */
record Ground(SiteId id, String name, List<Ground> buildings) {

    private static final String STROKE = " / ";

    Ground {
        buildings = List.copyOf(buildings);
    }

    /**
     * The sites, by name; buildings stand below theirs.
     *
     * @param written as meters write where they stand
     * @param others that are shown without a meter
     * @param names what registered sites are called
     */
    static List<Ground> of(List<String> written, Collection<SiteId> others, Map<SiteId, String> names) {
        Map<SiteId, String> paths = new LinkedHashMap<>();
        others.forEach(id -> add(paths, id, names.get(id)));
        written.forEach(words -> SiteId.parse(words).ifPresent(id -> add(paths, id, names.getOrDefault(id, words))));
        Map<SiteId, List<SiteId>> below = new HashMap<>();
        List<SiteId> sites = new ArrayList<>();
        paths.forEach((id, path) -> above(path)
                .flatMap(SiteId::parse)
                .filter(paths::containsKey)
                .ifPresentOrElse(
                        site -> below.computeIfAbsent(site, any -> new ArrayList<>())
                                .add(id),
                        () -> sites.add(id)));
        return sites.stream()
                .map(id -> ground(id, paths, below))
                .sorted(Comparator.comparing(Ground::name, String::compareToIgnoreCase)
                        .thenComparing(Ground::id))
                .toList();
    }

    private static void add(Map<SiteId, String> paths, SiteId id, String path) {
        paths.putIfAbsent(id, path);
        above(path).ifPresent(site -> SiteId.parse(site).ifPresent(siteId -> add(paths, siteId, site)));
    }

    private static Ground ground(SiteId id, Map<SiteId, String> paths, Map<SiteId, List<SiteId>> below) {
        String path = paths.get(id);
        int stroke = path.lastIndexOf(STROKE);
        return new Ground(
                id,
                stroke < 0 ? path : path.substring(stroke + STROKE.length()),
                below.getOrDefault(id, List.of()).stream()
                        .sorted()
                        .map(building -> ground(building, paths, below))
                        .toList());
    }

    private static Optional<String> above(String path) {
        int stroke = path.lastIndexOf(STROKE);
        return stroke <= 0 ? Optional.empty() : Optional.of(path.substring(0, stroke));
    }

    boolean is(String other) {
        return id.value().equals(other);
    }

    /** How many lines it takes in a list: its own and one for each building on it. */
    int lines() {
        return 1 + buildings.size();
    }

    /** Itself and all that stands on it. */
    Stream<Ground> all() {
        return Stream.concat(Stream.of(this), buildings.stream().flatMap(Ground::all));
    }

    /** Its own id and those of all that stands on it. */
    Stream<SiteId> ids() {
        return all().map(Ground::id);
    }
}
