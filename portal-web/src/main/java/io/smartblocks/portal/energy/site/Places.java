package io.smartblocks.portal.energy.site;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AskedSites;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SiteView.Name;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.energy.agreed.Recent;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the sites of a reader: those that its meters name, and those that its organisation owns. Which there are is
 * remembered for as long as nothing is written; what stands at them is read for those that are shown.
 */
@Component
public class Places {

    private static final int KEPT = 200;
    private static final int AT_ONCE = 50;

    private final ReadModel read;
    private final Access access;
    private final Recent<AsOf, List<Ground>> grounds = new Recent<>(KEPT);

    /** For whom, and when; everybody's where nobody is named. */
    private record AsOf(Optional<MemberId> organisation, long height) {}

    Places(ReadModel read, Access access) {
        this.read = read;
        this.access = access;
    }

    /**
     * Some of the sites, with the buildings below each.
     *
     * @param next the id of the last of them where others follow; else empty
     */
    record Page(List<Place> places, String next) {}

    /** A place, and the site that it is a building of. */
    record Found(Place place, Optional<Place> above) {}

    /**
     * The ids of a site or building, by its id or name, and of all that stands on it; empty where the reader has none of it.
     */
    public Optional<List<SiteId>> standingAt(Account reader, String idOrName) {
        Optional<SiteId> named = SiteId.parse(idOrName);
        return grounds(reader).stream()
                .flatMap(Ground::all)
                .filter(ground ->
                        ground.is(idOrName) || named.filter(ground.id()::equals).isPresent())
                .findFirst()
                .map(ground -> ground.ids().toList());
    }

    /** All sites that are asked for, by name, some at once: what stands at them is read when they are taken. */
    Stream<List<Place>> all(Account reader, AskedSites asked) {
        List<Ground> all = grounds(reader, asked);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
                .mapToObj(from -> places(reader, all.subList(from, Math.min(all.size(), from + AT_ONCE))));
    }

    /**
     * Sites that hold some lines of the list, in which each building has a line of its own behind its site.
     *
     * @param lines the ids of the sites and buildings that these lines are of
     */
    record Lines(List<Place> sites, List<String> lines) {}

    /** So many lines of the list behind the site or building with an id; from the first on where it is empty. */
    Lines lines(Account reader, AskedSites asked, String after, int atMost) {
        List<Ground> sites = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean behind = after.isEmpty();
        for (Ground site : grounds(reader, asked)) {
            for (Ground line :
                    Stream.concat(Stream.of(site), site.buildings().stream()).toList()) {
                if (behind && lines.size() < atMost) {
                    lines.add(line.id().value());
                    if (sites.isEmpty() || sites.get(sites.size() - 1) != site) {
                        sites.add(site);
                    }
                }
                behind |= line.is(after);
            }
            if (lines.size() == atMost) {
                break;
            }
        }
        return new Lines(places(reader, sites), lines);
    }

    /**
     * Sites by name, as many as fill so many lines with their buildings, and at least one.
     *
     * @param after the id of the site that they follow; from the first on where there is none
     */
    Page page(Account reader, AskedSites asked, String after, int lines) {
        List<Ground> all = grounds(reader, asked);
        int from = 0;
        while (from < all.size() && !after.isEmpty() && !all.get(from).is(after)) {
            from++;
        }
        from = after.isEmpty() ? 0 : Math.min(all.size(), from + 1);
        int to = from;
        int filled = 0;
        while (to < all.size() && (to == from || filled + all.get(to).lines() <= lines)) {
            filled += all.get(to).lines();
            to++;
        }
        return new Page(
                places(reader, all.subList(from, to)),
                to < all.size() ? all.get(to - 1).id().value() : "");
    }

    /** One site or building that the reader may see, and the site above it. */
    Optional<Found> find(Account reader, String id) {
        for (Ground site : grounds(reader)) {
            boolean own = site.is(id);
            if (own || site.buildings().stream().anyMatch(building -> building.is(id))) {
                Place place = places(reader, List.of(site)).get(0);
                return own
                        ? Optional.of(new Found(place, Optional.empty()))
                        : place.buildings().stream()
                                .filter(building -> building.id().equals(id))
                                .map(building -> new Found(building, Optional.of(place)))
                                .findFirst();
            }
        }
        return Optional.empty();
    }

    /** Those sites that are asked for, or of which a building is; all buildings of them stay with them. */
    private List<Ground> grounds(Account reader, AskedSites asked) {
        if (asked.isAll()) {
            return grounds(reader);
        }
        Set<SiteId> registered = Part.<SiteState>all((last, atMost) ->
                        read.sites().after(last.map(site -> site.site().value()).orElse(""), asked, atMost))
                .map(SiteState::site)
                .collect(toSet());
        return grounds(reader).stream()
                .filter(site -> site.all()
                        .anyMatch(ground -> registered.contains(ground.id())
                                || asked.owner().isEmpty()
                                        && asked.isIn(ground.name(), ground.id().value())))
                .toList();
    }

    private List<Ground> grounds(Account reader) {
        Optional<MemberId> organisation =
                reader.role().seesEverything() ? Optional.empty() : access.organisation(reader);
        if (organisation.isEmpty() && !reader.role().seesEverything()) {
            return List.of();
        }
        return grounds.of(new AsOf(organisation, read.height()), asOf -> grounds(reader, organisation));
    }

    private List<Ground> grounds(Account reader, Optional<MemberId> organisation) {
        List<String> written = access.sites(reader);
        List<Name> named = new ArrayList<>(read.sites().names(organisation));
        if (organisation.isPresent()) {
            named.addAll(read.sites()
                    .names(written.stream()
                            .flatMap(words -> SiteId.parse(words).stream())
                            .toList()));
        }
        return Ground.of(
                written,
                read.sites().names(organisation).stream().map(Name::id).toList(),
                named.stream().collect(toMap(Name::id, Name::name, (first, second) -> first)));
    }

    private List<Place> places(Account reader, List<Ground> shown) {
        List<SiteId> ids = shown.stream().flatMap(Ground::ids).toList();
        Map<SiteId, List<MeterState>> meters =
                access.metersAt(reader, ids).stream().collect(groupingBy(meter -> SiteId.of(meter.site())));
        Map<SiteId, SiteState> registered =
                read.sites().sites(ids).stream().collect(toMap(SiteState::site, Function.identity()));
        return shown.stream().map(ground -> place(ground, meters, registered)).toList();
    }

    private static Place place(Ground ground, Map<SiteId, List<MeterState>> meters, Map<SiteId, SiteState> registered) {
        return new Place(
                ground.id().value(),
                ground.name(),
                Optional.ofNullable(registered.get(ground.id())),
                meters.getOrDefault(ground.id(), List.of()),
                ground.buildings().stream()
                        .map(building -> place(building, meters, registered))
                        .toList());
    }
}
