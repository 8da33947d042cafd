package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RecordedIndexValue;
import io.smartblocks.ledger.state.IndexState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds what indexes on the ledger say of energy: an index named {@code CO2 factor of gas, IE} or without the country, and
 * one named {@code Renewable share of electricity, IE}.
 */
@Component
class Factors {

    /** How many kg a unit of an emission factor is. */
    private static final Map<String, BigDecimal> KG =
            Map.of("kg per kWh", BigDecimal.ONE, "g per kWh", new BigDecimal("0.001"), "t per MWh", BigDecimal.ONE);

    private static final Map<String, BigDecimal> SHARES = Map.of("%", new BigDecimal("0.01"));

    private final ReadModel read;

    Factors(ReadModel read) {
        this.read = read;
    }

    /** Values of one index in a common unit. */
    record Factor(IndexState index, BigDecimal inUnit, List<RecordedIndexValue> values) {

        /** What held on a day. */
        Optional<BigDecimal> on(LocalDate day) {
            return values.stream()
                    .map(value -> value.state().value())
                    .filter(value -> !day.isBefore(value.from()) && day.isBefore(value.to()))
                    .map(value -> value.value().multiply(inUnit))
                    .findFirst();
        }
    }

    /** Kilograms of CO2 for a kWh of this energy; empty where no such index in such a unit is registered. */
    Optional<Factor> emission(String energy, Optional<String> country, LocalDate from, LocalDate end) {
        return find(emissionName(energy), country, KG, from, end);
    }

    /** The part of the grid's electricity that is renewable, from 0 to 1. */
    Optional<Factor> renewable(Optional<String> country, LocalDate from, LocalDate end) {
        return find(renewableName(), country, SHARES, from, end);
    }

    static String emissionName(String energy) {
        return "CO2 factor of " + energy;
    }

    static String renewableName() {
        return "Renewable share of electricity";
    }

    private Optional<Factor> find(
            String name, Optional<String> country, Map<String, BigDecimal> units, LocalDate from, LocalDate end) {
        List<IndexState> indexes = read.indexes().indexes();
        return Stream.concat(country.map(code -> name + ", " + code).stream(), Stream.of(name))
                .map(Slug::of)
                .flatMap(slug -> indexes.stream()
                        .filter(index -> index.interval().isEmpty() && units.containsKey(index.unit()))
                        .filter(index -> Slug.of(index.label()).equals(slug)))
                .findFirst()
                .map(index -> new Factor(
                        index,
                        units.get(index.unit()),
                        read.indexes().values(index.index(), from, end, Long.MAX_VALUE)));
    }
}
