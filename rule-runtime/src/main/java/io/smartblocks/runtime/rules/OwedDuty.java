package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.util.Optional;

/** A duty that is no payment, brought about by a sentence of the plan; with how much of it, in base units. */
record OwedDuty(int sentence, Optional<Exact> amount) {}
