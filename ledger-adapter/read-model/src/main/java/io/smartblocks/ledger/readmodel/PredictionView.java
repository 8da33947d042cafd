package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.LocalDate;
import java.util.List;

/** What meters were expected to read, as it holds now or as it held in any block. */
public final class PredictionView {

    private final StandingStates states;

    PredictionView(Database database) {
        this.states = new StandingStates(database);
    }

    /**
     * The predictions for a meter from one local day up to, and not including, another, in the order of the days.
     *
     * @param asOfBlock the last block that counts; a later prediction is not seen
     */
    public List<Recorded<PredictionState>> pages(MeterId meter, LocalDate from, LocalDate to, long asOfBlock) {
        String first = StateKey.prediction(meter, from).value();
        String end = StateKey.prediction(meter, to).value();
        return states.between(first, end, asOfBlock, PredictionState.class).stream()
                // the id of another meter may go on with a day
                .filter(prediction -> prediction.state().page().meter().equals(meter))
                .toList();
    }

    /** The predictions for a meter as they hold now. */
    public List<Recorded<PredictionState>> pages(MeterId meter, LocalDate from, LocalDate to) {
        return pages(meter, from, to, Long.MAX_VALUE);
    }
}
