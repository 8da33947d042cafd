package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Optional;

/** The highest power drawn from the grid, and when. */
final class PeakTile {

    private final Peaks peaks;
    private final Words say;

    PeakTile(Peaks peaks, Words say) {
        this.peaks = peaks;
        this.say = say;
    }

    Tile of(Asked asked) {
        List<MeterState> meters = Peaks.meters(asked.balance());
        Optional<Peaks.Peak> now =
                peaks.of(asked.balance(), asked.period().from(), asked.period().end());
        TileDraft draft = new TileDraft(say, asked, "peak")
                .figure(now.map(Peaks.Peak::kilowatts), "kW")
                .formula(say.message("kpi.peak.formula"))
                .meters(Flow.IMPORT::equals)
                .unknown(
                        say.message(
                                meters.isEmpty()
                                        ? "kpi.peak.none"
                                        : Peaks.joined(meters) ? "kpi.none.read" : "kpi.peak.unlike"),
                        say.message(
                                meters.isEmpty()
                                        ? "kpi.peak.mend"
                                        : Peaks.joined(meters) ? "kpi.none.read.mend" : "kpi.peak.unlike.mend"));
        now.ifPresent(
                peak -> draft.change("", "clock", say.dayOfMonth(say.dayOf(peak.at())) + ", " + say.minute(peak.at())));
        // of one meter the sums of days hold the peak; to join several, each month would have to be read anew
        if (meters.size() == 1) {
            draft.spark(period ->
                    peaks.of(asked.balance(), period.from(), period.end()).map(Peaks.Peak::kilowatts));
        }
        return draft.tile();
    }
}
