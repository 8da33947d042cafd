package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds the sites of a reader: those that its meters name, and those that its organisation owns. A building is written
 * behind its site and a stroke: {@code Nimbus Campus / Library}.
 */
@Component
class Places {

    private static final String STROKE = " / ";

    private final ReadModel read;
    private final Access access;

    Places(ReadModel read, Access access) {
        this.read = read;
        this.access = access;
    }

    /** What is gathered of a place before its buildings are known. */
    private static final class Gathered {
        private final String path;
        private final List<MeterState> meters = new ArrayList<>();

        Gathered(String path) {
            this.path = path;
        }
    }

    /** The sites, by name; buildings stand below theirs. */
    List<Place> of(Account reader) {
        Map<String, SiteState> registered = read.sites().sites().stream()
                .collect(Collectors.toMap(site -> site.site().value(), Function.identity()));
        Map<String, Gathered> gathered = new TreeMap<>();
        Optional<MemberId> organisation = access.organisation(reader);
        registered.values().stream()
                .filter(site -> reader.role().seesEverything() || organisation.equals(Optional.of(site.owner())))
                .forEach(site -> gathered(gathered, site.site().value(), site.name()));
        for (MeterState meter : access.meters(reader)) {
            id(meter.site())
                    .ifPresent(id -> gathered(
                                    gathered,
                                    id,
                                    Optional.ofNullable(registered.get(id))
                                            .map(SiteState::name)
                                            .orElse(meter.site()))
                            .meters
                            .add(meter));
        }
        return gathered.keySet().stream()
                .filter(id -> above(gathered.get(id).path)
                        .flatMap(Places::id)
                        .filter(gathered::containsKey)
                        .isEmpty())
                .map(id -> place(id, gathered, registered))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }

    /** One site or building that the reader may see, and the site above it. */
    Optional<Found> find(Account reader, String id) {
        for (Place site : of(reader)) {
            if (site.id().equals(id)) {
                return Optional.of(new Found(site, Optional.empty()));
            }
            Optional<Found> building = site.buildings().stream()
                    .filter(known -> known.id().equals(id))
                    .map(known -> new Found(known, Optional.of(site)))
                    .findFirst();
            if (building.isPresent()) {
                return building;
            }
        }
        return Optional.empty();
    }

    /** A place, and the site that it is a building of. */
    record Found(Place place, Optional<Place> above) {}

    private static Gathered gathered(Map<String, Gathered> all, String id, String path) {
        Gathered known = all.computeIfAbsent(id, any -> new Gathered(path));
        above(path).ifPresent(site -> id(site).ifPresent(siteId -> gathered(all, siteId, site)));
        return known;
    }

    private static Place place(String id, Map<String, Gathered> gathered, Map<String, SiteState> registered) {
        Gathered known = gathered.get(id);
        List<Place> buildings = gathered.entrySet().stream()
                .filter(other -> above(other.getValue().path)
                        .flatMap(Places::id)
                        .filter(id::equals)
                        .isPresent())
                .map(other -> place(other.getKey(), gathered, registered))
                .toList();
        int stroke = known.path.lastIndexOf(STROKE);
        return new Place(
                id,
                stroke < 0 ? known.path : known.path.substring(stroke + STROKE.length()),
                Optional.ofNullable(registered.get(id)),
                known.meters,
                buildings);
    }

    private static Optional<String> above(String path) {
        int stroke = path.lastIndexOf(STROKE);
        return stroke <= 0 ? Optional.empty() : Optional.of(path.substring(0, stroke));
    }

    /** The id that the words of a meter name; empty where they give none. */
    static Optional<String> idOf(String words) {
        return id(words);
    }

    private static Optional<String> id(String words) {
        try {
            return Optional.of(SiteId.of(words).value());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
