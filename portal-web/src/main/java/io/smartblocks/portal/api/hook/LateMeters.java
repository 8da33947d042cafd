package io.smartblocks.portal.api.hook;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the meters in service whose next day has been over for long and has no readings. */
@Component
class LateMeters {

    private final ReadModel read;
    private final Clock clock;
    private final Duration after;

    LateMeters(ReadModel read, Clock clock, @Value("${smartblocks.webhooks.meter-late-after}") Duration after) {
        this.read = read;
        this.clock = clock;
        this.after = after;
    }

    /** One event for each day at which a meter fell silent. */
    List<Event> now() {
        Instant now = clock.instant();
        return read.meters().meters().stream()
                .flatMap(meter -> late(meter, now).stream())
                .toList();
    }

    private Optional<Event> late(MeterState meter, Instant now) {
        return read.meters()
                .latest(meter.meter())
                .map(page -> page.page().day())
                .filter(last -> meter.lastDay().map(last::isBefore).orElse(true))
                .filter(last -> expectedBy(meter, last).isBefore(now))
                .map(last -> event(meter, last));
    }

    private Instant expectedBy(MeterState meter, LocalDate last) {
        return last.plusDays(2).atStartOfDay(meter.zone()).toInstant().plus(after);
    }

    private Event event(MeterState meter, LocalDate last) {
        Instant expectedBy = expectedBy(meter, last);
        return new Event(
                Event.idOf(EventKind.METER_LATE, meter.meter() + " " + last),
                EventKind.METER_LATE,
                expectedBy,
                meter.meter().value(),
                Optional.empty(),
                Optional.of(meter.meter()),
                new EventData.Late(
                        meter.meter().value(), meter.label(), meter.site(), last, expectedBy, "/api/v1/meters"));
    }
}
