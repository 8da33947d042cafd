package io.smartblocks.ledger.meter;

import java.util.Optional;
import java.util.OptionalInt;

/** Which column of a meter file means what, and how many columns there are. */
record ReadingsHeader(
        int width,
        int time,
        OptionalInt end,
        OptionalInt interval,
        OptionalInt meter,
        int value,
        OptionalInt unit,
        OptionalInt quality,
        Optional<String> unitInHeader) {}
