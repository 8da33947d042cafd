package io.smartblocks.dsl.agreement;

/** How often a term has a value: once, once a period, once a reading, or once an event. */
public sealed interface Level {

    /** One value for the whole agreement. */
    record PerAgreement() implements Level {}

    /** One value for each period of that name. */
    record PerPeriod(String period) implements Level {}

    /**
     * One value for each reading of that interval. A term that follows the clock alone, such as a tariff by hours, has
     * the shortest interval of the agreement's meters and can be joined with the readings of any of them.
     */
    record PerReading(TimeSpan every) implements Level {}

    /** One value for each event of that name. */
    record PerEvent(String event) implements Level {}
}
