package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.MeterId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site, or a building of one, with the meters that a reader may see.
 *
 * @param id the id that its name has on the ledger
 * @param name what people call it, without the site that it stands on
 * @param registered what the ledger holds of it
 * @param meters those that name it and no building of it
 * @param buildings those that stand on it
 */
record Place(String id, String name, Optional<SiteState> registered, List<MeterState> meters, List<Place> buildings) {

    Place {
        meters = List.copyOf(meters);
        buildings = List.copyOf(buildings);
    }

    /** Its own meters and those of its buildings. */
    List<MeterState> allMeters() {
        return Stream.concat(meters.stream(), buildings.stream().flatMap(building -> building.allMeters().stream()))
                .toList();
    }

    /** The ids of its own meters and those of its buildings. */
    List<MeterId> meterIds() {
        return allMeters().stream().map(MeterState::meter).toList();
    }

    /** In square metres: as stated of it, else of all of its buildings together. */
    Optional<BigDecimal> area() {
        Optional<BigDecimal> stated = registered.flatMap(SiteState::floorArea);
        if (stated.isPresent() || buildings.isEmpty() || !meters.isEmpty()) {
            return stated;
        }
        List<BigDecimal> areas =
                buildings.stream().flatMap(building -> building.area().stream()).toList();
        return areas.size() == buildings.size()
                ? Optional.of(areas.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }
}
