package io.smartblocks.portal.energy.agreed;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.ledger.transaction.MeterId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What pages of energy need to know of a text: little, so that much of it can be kept.
 *
 * @param meters the meters of the ledger by the names that the text gives them
 * @param savings the terms that measure savings, where it has such
 */
public record AgreedText(
        Map<String, MeterId> meters, List<Declaration.Baseline> baselines, Optional<SavingsTerms> savings) {

    public AgreedText {
        meters = Map.copyOf(meters);
        baselines = List.copyOf(baselines);
    }

    static AgreedText of(Agreement text) {
        return new AgreedText(
                text.meters().stream()
                        .filter(meter -> meter.id().isPresent())
                        .collect(toMap(
                                Declaration.Meter::name,
                                meter -> new MeterId(meter.id().orElseThrow()),
                                (first, second) -> first)),
                text.baselines(),
                SavingsTerms.of(text));
    }

    /** The meters that it names. */
    Set<MeterId> named() {
        return meters.values().stream().collect(toUnmodifiableSet());
    }
}
