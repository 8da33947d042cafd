package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.transaction.HoldReason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A period that waits. */
@Schema(name = "HeldPeriod", description = "A period that cannot be settled yet, and why")
record HeldShown(
        @Schema(example = "campus-supply") String agreement,
        String version,
        @Schema(example = "Billing Month") String period,
        LocalDate from,
        LocalDate to,
        int revision,
        List<Reason> reasons,
        String statedBy,
        Instant changedAt,
        long changedIn) {

    /** What stands in the way. */
    @Schema(name = "HoldReason")
    record Reason(@Schema(example = "missing-readings") String code, String message) {
        static Reason of(HoldReason reason) {
            return new Reason(reason.code(), reason.message());
        }
    }

    static HeldShown of(HoldRecord record) {
        HoldState hold = record.state();
        return new HeldShown(
                hold.agreement().value(),
                hold.version(),
                hold.period(),
                hold.from(),
                hold.to(),
                hold.revision(),
                hold.reasons().stream().map(Reason::of).toList(),
                hold.statedBy().value(),
                record.changedAt(),
                record.changedIn());
    }
}
