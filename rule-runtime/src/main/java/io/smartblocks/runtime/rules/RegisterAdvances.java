package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.metering.Advances;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.RegisterCut;
import java.time.Instant;
import java.util.Optional;

/** What the registers of a settling advanced, in the unit of one meter. */
record RegisterAdvances(Ground ground, String meter) implements Advances {

    @Override
    public Optional<Advance> around(String register, Instant from, Instant to) {
        MeterColumn column = ground.evidence().columns().get(register);
        if (column == null) {
            return Optional.empty();
        }
        Exact scale = ground.meter(register)
                .unit()
                .scale()
                .dividedBy(ground.meter(meter).unit().scale());
        return new RegisterCut(column)
                .around(from, to)
                .map(advance -> new Advance(
                        advance.from(), advance.to(), advance.amount().times(scale)));
    }
}
