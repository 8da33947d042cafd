package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.units.Exact;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** What follows one another in a window and has a value each: the readings of meters, or events. */
interface Moments {

    Settling settling();

    int size();

    /** The readings of a meter, in base units. */
    IntFunction<Exact> meter(String meter, Exact scale);

    /** A figure of the events. */
    IntFunction<Exact> figure(String figure);

    /** The value of an index that is in force at each. */
    IntFunction<Exact> index(String index);

    /** How many hours each lasts. */
    IntFunction<Exact> hours();

    /** Whether each begins when a test of the calendar and clock holds. */
    IntPredicate mask(CalendarTest test);
}
