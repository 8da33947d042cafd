package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.util.List;
import java.util.function.IntConsumer;

/** A figure that a settling takes from its evidence by plain code, once and only when a rule asks for it. */
interface Demand {

    Exact of(Settling settling);

    /** What is demanded, so that equal texts mean equal demands. */
    String text();

    /** Tells the slots of all inputs and terms used. */
    default void uses(IntConsumer terms, IntConsumer inputs) {}

    /** Clauses whose lines must stand before. */
    default List<String> awaits() {
        return List.of();
    }

    /** Meters whose readings are used. */
    default List<String> meters() {
        return List.of();
    }
}
