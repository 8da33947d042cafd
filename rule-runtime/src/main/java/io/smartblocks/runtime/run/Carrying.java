package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Settings.CarriedCorrections;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.Instant;
import java.util.Optional;

/** Up to which block changes of a period are corrected in the period itself; later ones are carried to a longer one. */
final class Carrying {

    private final ReadModel model;

    Carrying(ReadModel model) {
        this.model = model;
    }

    /** The last block that counts; nothing where the cause itself is carried. */
    Optional<Long> upTo(RunningAgreement running, SettlementPeriod period, long cause, long asOfBlock) {
        Optional<CarriedCorrections> carried = running.during(period).settings().carried().stream()
                .filter(each -> each.of().equals(period.name()))
                .findFirst();
        if (carried.isEmpty()) {
            return Optional.of(asOfBlock);
        }
        Optional<Instant> cutOff = carried.get()
                .after()
                .map(span -> running.calendar(period.name()).after(period.lastDay(), span))
                .map(last -> last.plusDays(1).atStartOfDay(period.zone()).toInstant());
        return cutOff.flatMap(end -> before(end, asOfBlock)).filter(last -> last >= cause);
    }

    /** The last block up to one that was made before an instant. */
    private Optional<Long> before(Instant end, long asOfBlock) {
        return model.chain().lastBefore(end).map(last -> Math.min(last, asOfBlock));
    }
}
